// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/guidewindow.h"

#include "ui/text/language.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/tables.h"

#include <QAction>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QUrl>

namespace clusterdeck
{

namespace
{

/// The file of a page; empty: there is none.
QString pageFile(const QString &name)
{
    for (const QString &folder : {languageInUse(), QStringLiteral("en")}) {
        const QString file = QStringLiteral(":/guide/%1/%2").arg(folder, name);
        if (QFile::exists(file))
            return file;
    }
    return {};
}

} // namespace

GuideWindow::GuideWindow(QWidget *parent)
    : Window(QStringLiteral("Guide"), tr("User Guide"), parent)
    , m_browser(new QTextBrowser(this))
    , m_find(new QLineEdit(this))
    , m_notFound(plainLabel(this))
{
    m_browser->setObjectName(QStringLiteral("Guide text"));
    m_browser->setAccessibleName(windowTitle());
    m_browser->setOpenLinks(false);
    m_browser->document()->setDocumentMargin(space::Huge);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &GuideWindow::follow);
    createTools();
    body()->addWidget(m_browser, 1);
    addCloseButton();
    open(QStringLiteral("index.md"));
    setFirstSize({widthOfLetters(fontMetrics(), 100), fontMetrics().height() * 42});
    m_browser->setFocus(); // the arrow keys scroll, Tab moves between links
}

void GuideWindow::createTools()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space::Small);
    const auto addTool = [&](const QString &name, const QString &text,
                             QKeySequence::StandardKey key, void (QTextBrowser::*slot)()) {
        QAction *action = newAction(this, name, text);
        action->setShortcuts(key);
        action->setEnabled(false);
        connect(action, &QAction::triggered, m_browser, slot);
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        line->addWidget(button);
        return action;
    };
    QAction *back =
        addTool(QStringLiteral("Back"), tr("Back"), QKeySequence::Back, &QTextBrowser::backward);
    QAction *forward = addTool(QStringLiteral("Forward"), tr("Forward"), QKeySequence::Forward,
                               &QTextBrowser::forward);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);

    m_find->setObjectName(QStringLiteral("Find in the guide"));
    m_find->setPlaceholderText(tr("Find in this page"));
    m_find->setAccessibleName(m_find->placeholderText());
    addSearchSign(m_find);
    fitPlaceholder(m_find, 30);
    m_notFound->setObjectName(QStringLiteral("Not found"));
    m_notFound->setWordWrap(false);
    connect(m_find, &QLineEdit::textChanged, m_notFound, &QLabel::clear);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(false); });
    const auto addKey = [this](QKeySequence::StandardKey key, auto &&what) {
        auto *action = new QAction(this);
        action->setShortcuts(key);
        connect(action, &QAction::triggered, this, what);
        addAction(action);
    };
    addKey(QKeySequence::Find, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    addKey(QKeySequence::FindNext, [this] { find(false); });
    addKey(QKeySequence::FindPrevious, [this] { find(true); });
    line->addStretch(1);
    line->addWidget(m_notFound);
    line->addWidget(m_find);
    body()->addLayout(line);
}

void GuideWindow::follow(const QUrl &link)
{
    const QUrl whole = m_browser->source().resolved(link);
    if (whole.scheme() == u"https")
        QDesktopServices::openUrl(whole);
    else if (whole.scheme() == u"qrc")
        open(QFileInfo(whole.path()).fileName());
}

void GuideWindow::open(const QString &name)
{
    if (const QString file = pageFile(name); !file.isEmpty())
        m_browser->setSource(QUrl(QStringLiteral("qrc") + file), QTextDocument::MarkdownResource);
}

/// Goes on at the other end of the page when there is nothing more on this side.
void GuideWindow::find(bool backward)
{
    const QString text = m_find->text();
    if (text.isEmpty())
        return;
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_browser->find(text, flags);
    if (!found) {
        m_browser->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
        found = m_browser->find(text, flags);
    }
    m_notFound->setText(found ? QString() : tr("Not found"));
    if (!found)
        announce(m_notFound, m_notFound->text());
}

} // namespace clusterdeck
