// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/guidewindow.h"

#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/files.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>
#include <QToolButton>
#include <QUrl>

#include <array>
#include <cstddef>

namespace clusterdeck
{

namespace
{

constexpr std::array<GuidePlace, std::size_t(GuideTopic::End)> Places{{
    {"index.md", ""},
    {"accounts.md", "add-an-account"},
    {"accounts.md", "check-the-connection"},
    {"find.md", "select-by-a-list"},
    {"find.md", "stop-now-delete-later"},
    {"safety.md", "what-is-asked-before-a-deletion"},
    {"safety.md", "why-is-it-unknown"},
    {"safety.md", "lock-clusters"},
    {"troubleshooting.md", "on-hold"},
    {"troubleshooting.md", "the-data-folder"},
    {"cleanup.md", "mark-and-plan"},
    {"cleanup.md", "apply"},
}};
static_assert(Places.back().page, "a row for each topic");

const QString Index = QStringLiteral("index.md");

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

void readPage(QTextDocument &page, const QString &file)
{
    QFile source(file);
    if (source.open(QIODevice::ReadOnly))
        page.setMarkdown(QString::fromUtf8(source.readAll()));
}

QList<QTextBlock> headingsOf(const QTextDocument &page)
{
    QList<QTextBlock> headings;
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0)
            headings.append(block);
    }
    return headings;
}

template <class Visit>
void forEachFragment(const QTextDocument &page, Visit visit)
{
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at)
            visit(at.fragment());
    }
}

} // namespace

const GuidePlace &placeOf(GuideTopic topic)
{
    return Places.at(std::size_t(topic));
}

QString anchorOf(const QString &heading)
{
    QString anchor;
    for (const QChar letter : heading.toLower()) {
        if (letter.isLetterOrNumber() || letter == u'-' || letter == u'_')
            anchor += letter;
        else if (letter == u' ')
            anchor += u'-';
    }
    return anchor;
}

QStringList anchorsOf(const QTextDocument &page)
{
    QStringList anchors;
    for (const QTextBlock &heading : headingsOf(page))
        anchors.append(anchorOf(heading.text()));
    return anchors;
}

/// Scales pictures to at most the width of the text, and pads the cells of tables.
class GuideWindow::Browser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    void layOutPage()
    {
        for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
            if (auto *table = qobject_cast<QTextTable *>(frame)) {
                QTextTableFormat format = table->format();
                format.setCellPadding(space::Small);
                format.setBorderCollapse(true);
                format.setTopMargin(space::Medium);
                table->setFormat(format);
            }
        }
        fitPictures();
    }

    /// Puts the heading at the top: scrolled from the end, it is the first line that is not
    /// visible.
    void scrollTo(const QTextBlock &heading)
    {
        moveCursor(QTextCursor::End);
        setTextCursor(QTextCursor(heading));
        ensureCursorVisible();
    }

    QVariant loadResource(int type, const QUrl &name) override
    {
        const QVariant content = QTextBrowser::loadResource(type, name);
        return type == QTextDocument::ImageResource ? QImage::fromData(content.toByteArray())
                                                    : content;
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QTextBrowser::resizeEvent(event);
        fitPictures();
    }

private:
    void fitPictures()
    {
        QList<std::pair<int, QTextImageFormat>> pictures; // position, wanted
        forEachFragment(*document(), [&](const QTextFragment &fragment) {
            QTextImageFormat picture = fragment.charFormat().toImageFormat();
            if (!picture.isValid())
                return;
            QImage &image = m_pictures[picture.name()];
            const QUrl name(picture.name());
            if (image.isNull())
                image = loadResource(QTextDocument::ImageResource, name).value<QImage>();
            const QTextBlock block = document()->findBlock(fragment.position());
            const int levels = block.blockFormat().indent() +
                               (block.textList() ? block.textList()->format().indent() : 0);
            const double room = viewport()->width() - 2 * document()->documentMargin() -
                                levels * document()->indentWidth();
            const double width = qMin<double>(image.width(), room);
            if (image.isNull() || room <= 0 || width == picture.width())
                return;
            picture.setWidth(width);
            picture.setHeight(width * image.height() / image.width());
            // Qt would scale the image by leaving out pixels.
            QImage smooth =
                image.scaledToWidth(qRound(width * devicePixelRatioF()), Qt::SmoothTransformation);
            smooth.setDevicePixelRatio(devicePixelRatioF());
            document()->addResource(QTextDocument::ImageResource, name, smooth);
            pictures.append({fragment.position(), picture});
        });
        for (const auto &[position, picture] : std::as_const(pictures)) {
            QTextCursor cursor(document());
            cursor.setPosition(position);
            cursor.setPosition(position + 1, QTextCursor::KeepAnchor);
            cursor.setCharFormat(picture);
        }
    }

    QHash<QString, QImage> m_pictures; ///< not scaled, by the name in the page
};

GuideWindow::GuideWindow(QWidget *parent)
    : Window(QStringLiteral("Guide"), tr("User Guide"), parent)
    , m_browser(new Browser(this))
    , m_contents(new QListWidget(this))
    , m_find(new QLineEdit(this))
    , m_notFound(plainLabel(this))
    , m_problem(plainLabel(this))
{
    m_browser->setObjectName(QStringLiteral("Guide text"));
    m_browser->setAccessibleName(windowTitle());
    m_browser->setOpenLinks(false);
    m_browser->document()->setDocumentMargin(space::Huge);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &GuideWindow::follow);
    connect(m_browser, &QTextBrowser::sourceChanged, this, &GuideWindow::pageShown);
    createTools();
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    body()->addWidget(m_problem);
    open(Index);
    createContents();
    auto *pages = new QHBoxLayout;
    pages->setSpacing(space::Large);
    pages->addWidget(m_contents);
    pages->addWidget(m_browser, 1);
    body()->addLayout(pages, 1);
    addCloseButton();
    setFirstSize({widthOfLetters(fontMetrics(), 190), fontMetrics().height() * 46});
    m_browser->setFocus(); // the arrow keys scroll, Tab moves between links
}

QTextBrowser *GuideWindow::browser() const
{
    return m_browser;
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
    m_find->setPlaceholderText(tr("Find in all pages"));
    m_find->setAccessibleName(m_find->placeholderText());
    addSearchIcon(m_find);
    fitPlaceholder(m_find, 30);
    m_notFound->setObjectName(QStringLiteral("Not found"));
    m_notFound->setWordWrap(false);
    connect(m_find, &QLineEdit::textChanged, this, &GuideWindow::countMatches);
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

/// Lists the first page and the pages to which it links, in the order of the links.
void GuideWindow::createContents()
{
    m_pages.append({Index, headingsOf(*m_browser->document()).value(0).text(), {}});
    forEachFragment(*m_browser->document(), [this](const QTextFragment &fragment) {
        if (const QString name = fragment.charFormat().anchorHref(); !name.isEmpty())
            m_pages.append({name, fragment.text(), {}});
    });
    for (const Page &page : std::as_const(m_pages))
        m_contents->addItem(page.title);
    m_contents->setObjectName(QStringLiteral("Guide contents"));
    m_contents->setAccessibleName(tr("Pages"));
    m_contents->setSpacing(space::Hair);
    m_contents->setFixedWidth(
        m_contents->sizeHintForColumn(0) + 2 * (m_contents->frameWidth() + space::Hair) +
        m_contents->fontMetrics().horizontalAdvance(QStringLiteral(" (000)")));
    m_contents->setCurrentRow(0);
    connect(m_contents, &QListWidget::currentRowChanged, this,
            [this](int row) { open(m_pages.at(row).name); });
}

void GuideWindow::follow(const QUrl &link)
{
    const QUrl whole = m_browser->source().resolved(link);
    if (whole.scheme() == u"https")
        showProblem(m_problem, openOutside(whole));
    else if (whole.scheme() == u"qrc")
        open(QFileInfo(whole.path()).fileName(), whole.fragment(QUrl::FullyDecoded));
}

void GuideWindow::open(const QString &name, const QString &anchor)
{
    const QString file = pageFile(name);
    if (file.isEmpty())
        return;
    QUrl url(QStringLiteral("qrc") + file);
    url.setFragment(anchor.isEmpty() ? QString() : anchor); // each place is one step back
    m_browser->setSource(url, QTextDocument::MarkdownResource);
    if (const auto at = anchorsOf(*m_browser->document()).indexOf(anchor); at >= 0)
        m_browser->scrollTo(headingsOf(*m_browser->document()).at(at));
}

/// A heading has other words in each language, but the same position on the page.
void GuideWindow::open(GuideTopic topic)
{
    const GuidePlace &place = placeOf(topic);
    const QString name = QLatin1String(place.page);
    QTextDocument english;
    QTextDocument shown;
    readPage(english, QStringLiteral(":/guide/en/") + name);
    readPage(shown, pageFile(name));
    open(name, anchorsOf(shown).value(anchorsOf(english).indexOf(QLatin1String(place.anchor))));
}

/// Called while the browser's source() is still the previous page.
void GuideWindow::pageShown(const QUrl &page)
{
    m_browser->layOutPage();
    showProblem(m_problem, {}); // it was about a link of the previous page
    const QString name = QFileInfo(page.path()).fileName();
    const QSignalBlocker blocker(m_contents);
    for (int row = 0; row < m_pages.size(); ++row) {
        if (m_pages.at(row).name == name)
            m_contents->setCurrentRow(row);
    }
}

/// The title of each page is followed by the number of matches on the page.
void GuideWindow::countMatches()
{
    m_notFound->clear();
    const QString text = m_find->text();
    for (int row = 0; row < m_pages.size(); ++row) {
        Page &page = m_pages[row];
        if (page.text.isNull()) {
            QTextDocument document;
            readPage(document, pageFile(page.name));
            page.text = document.toPlainText();
        }
        const auto count = text.isEmpty() ? 0 : page.text.count(text, Qt::CaseInsensitive);
        m_contents->item(row)->setText(
            count > 0 ? tr("%1 (%2)", "page, matches").arg(page.title, numberText(count))
                      : page.title);
    }
}

/// Continues on the next page when this page has no further match; after the last page on the
/// first.
void GuideWindow::find(bool backward)
{
    const QString text = m_find->text();
    if (text.isEmpty())
        return;
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_browser->find(text, flags);
    const int pages = int(m_pages.size());
    const int first = m_contents->currentRow();
    for (int step = 1; !found && step <= pages; ++step) {
        const Page &page = m_pages.at((first + (backward ? pages - step : step)) % pages);
        if (!page.text.contains(text, Qt::CaseInsensitive))
            continue;
        open(page.name);
        m_browser->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
        found = m_browser->find(text, flags);
    }
    m_notFound->setText(found ? QString() : tr("Not found"));
    if (!found)
        announce(m_notFound, m_notFound->text());
}

void showGuide(QWidget *from, GuideTopic topic)
{
    QWidget *main = from->window();
    while (!qobject_cast<QMainWindow *>(main) && main->parentWidget())
        main = main->parentWidget()->window();
    auto *guide = main->findChild<GuideWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!guide)
        guide = new GuideWindow(main);
    bringForward(guide);
    if (topic != GuideTopic::Start)
        guide->open(topic);
}

void leadToGuide(QAbstractButton *button, GuideTopic topic)
{
    QObject::connect(button, &QAbstractButton::clicked, button,
                     [button, topic] { showGuide(button, topic); });
}

} // namespace clusterdeck
