// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window.h"

#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/windowcontext.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>
#include <QWindow>

namespace clusterdeck
{

WindowFrame::WindowFrame(QWidget *window, const QString &name, const QString &title)
    : QObject(window)
    , m_window(window)
    , m_body(new QVBoxLayout)
    , m_foot(new QHBoxLayout)
    , m_buttons(new QDialogButtonBox(window))
    , m_guide(new QAction(window))
{
    window->setObjectName(name);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(windowTitleFor(title));
    m_body->setSpacing(space::Large);
    m_buttons->setObjectName(QStringLiteral("Buttons"));
    m_foot->setSpacing(space::Large);
    switch (windowContextOf(window).dataKind) {
    case DataKind::Real:
        break;
    case DataKind::Demo:
        m_foot->addWidget(new DemoBadge(window));
        break;
    case DataKind::Presenter:
        m_foot->addWidget(new PresenterBadge(window));
        break;
    }
    if (const auto openGuide = windowContextOf(window).openGuide) {
        m_guide->setShortcuts(standardKeys(QKeySequence::HelpContents, Qt::Key_F1));
        connect(m_guide, &QAction::triggered, window, [window, openGuide] { openGuide(window); });
        window->addAction(m_guide);
    }
    m_foot->addWidget(m_buttons, 1);
    auto *column = new QVBoxLayout(window);
    column->setSpacing(space::Large);
    column->addLayout(m_body, 1);
    column->addLayout(m_foot);
    setMargin(space::Huge);
    window->installEventFilter(this);
}

QPushButton *WindowFrame::addButton(const QString &name, const QString &text,
                                    QDialogButtonBox::ButtonRole role)
{
    auto *button = new QPushButton(text, m_window);
    button->setObjectName(name);
    m_buttons->addButton(button, role);
    button->setAutoDefault(false);
    return button;
}

QPushButton *WindowFrame::addCloseButton()
{
    QPushButton *close =
        addButton(QStringLiteral("Close"), tr("Close"), QDialogButtonBox::RejectRole);
    connect(close, &QPushButton::clicked, m_window, &QWidget::close);
    return close;
}

QPushButton *WindowFrame::addHelpButton()
{
    m_guide->setShortcuts(QList<QKeySequence>());
    QPushButton *help = addButton(QStringLiteral("Help"), tr("Help"), QDialogButtonBox::HelpRole);
    help->setShortcut(standardKeys(QKeySequence::HelpContents, Qt::Key_F1).constFirst());
    return help;
}

void WindowFrame::addBesideButtons(QWidget *widget)
{
    m_foot->setStretchFactor(m_buttons, 0);
    m_foot->insertWidget(m_foot->count() - 1, widget, 1);
}

void WindowFrame::setMargin(int margin)
{
    m_window->layout()->setContentsMargins(margin, margin, margin, qMin(margin, space::Large));
}

QString WindowFrame::key() const
{
    const QString prefix = windowContextOf(m_window).settingsPrefix;
    return prefix.isEmpty() ? QString()
                            : prefix + QStringLiteral("windows/") + m_window->objectName();
}

QSize WindowFrame::onScreen(QSize size) const
{
    // The rest is for the frame of the window and the desktop's own bars.
    return size.boundedTo(m_window->screen()->availableSize() -
                          QSize(2 * space::Huge, 3 * space::Huge));
}

void WindowFrame::setFirstSize(QSize size)
{
    m_firstSize = onScreen(size);
    const QString at = key();
    const QSize kept = at.isEmpty() ? QSize() : QSettings().value(at).toSize();
    m_window->resize(kept.isValid() ? onScreen(kept) : m_firstSize);
}

/// Saves only a size that the user chose: the first size follows the font and the language.
void WindowFrame::keepSize()
{
    const QString at = key();
    if (at.isEmpty() || !m_firstSize.isValid() || m_window->isMaximized())
        return;
    if (m_window->size() != m_firstSize)
        QSettings().setValue(at, m_window->size());
    else if (QSettings settings; settings.contains(at))
        settings.remove(at);
}

bool WindowFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window) {
        // One of the fields of below. Without the focus the wheel scrolls and changes no value.
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::Hide && !event->spontaneous())
        keepSize();
    if (event->type() == QEvent::Show) {
        for (QWidget *field : m_window->findChildren<QWidget *>()) {
            if (!qobject_cast<QAbstractSpinBox *>(field) && !qobject_cast<QComboBox *>(field))
                continue;
            if (field->focusPolicy() == Qt::WheelFocus)
                field->setFocusPolicy(Qt::StrongFocus);
            field->installEventFilter(this);
        }
    }
    return QObject::eventFilter(watched, event);
}

Dialog::Dialog(const QString &name, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_frame(new WindowFrame(this, name, title))
{
}

QPushButton *Dialog::addCancelButton()
{
    QPushButton *cancel =
        addButton(QStringLiteral("Cancel"), tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return cancel;
}

void Dialog::fitToWidth(int letters)
{
    const int width = onScreen({widthOfLetters(fontMetrics(), letters), 0}).width();
    resize(onScreen({width, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                          : sizeHint().height()}));
}

Window::Window(const QString &name, const QString &title, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_frame(new WindowFrame(this, name, title))
{
    m_frame->setMargin(space::Large);
    auto *close = new QAction(this);
    close->setShortcuts(QKeySequence::keyBindings(QKeySequence::Close) +
                        QKeySequence::keyBindings(QKeySequence::Cancel));
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    if (parent)
        parent->window()->installEventFilter(this);
}

void Window::setVisible(bool visible)
{
    // A window with a transient parent stays above it and has no entry in the task bar.
    if (visible && !windowHandle())
        create();
    if (visible)
        windowHandle()->setTransientParent(nullptr);
    QWidget::setVisible(visible);
}

bool Window::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()->window() && event->type() == QEvent::Hide &&
        !event->spontaneous())
        close();
    return QWidget::eventFilter(watched, event);
}

} // namespace clusterdeck
