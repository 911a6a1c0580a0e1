// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowkeeper.h"

#include "app/session.h"
#include "ui/clusters/clusterpane.h"
#include "ui/look/language.h"
#include "ui/look/palette.h"
#include "ui/operations/operationflow.h"

namespace clusterdeck
{

WindowKeeper::WindowKeeper(Session &session, Translation &translation, MainWindow::Memory memory)
    : m_session(session)
    , m_translation(translation)
    , m_memory(memory)
    , m_wish(languageWish())
{
    // Before there is a window, which may have settings that say otherwise.
    applyTheme(Theme::System);
    make();
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::make()
{
    m_window = std::make_unique<MainWindow>(m_session, m_memory);
    connect(m_window.get(), &MainWindow::demoWanted, this, &WindowKeeper::demoWanted);
    // Queued: whatever asks for it is part of the window.
    connect(m_window.get(), &MainWindow::languageWanted, this, &WindowKeeper::useLanguage,
            Qt::QueuedConnection);
    connect(m_window->flow(), &OperationFlow::readingChanged, this, &WindowKeeper::renewWhenIdle,
            Qt::QueuedConnection);
}

void WindowKeeper::useLanguage(const QString &wish)
{
    if (wish == m_wish)
        return;
    m_wish = wish;
    keepLanguageWish(wish);
    m_waiting = true;
    renewWhenIdle();
}

void WindowKeeper::renewWhenIdle()
{
    if (!m_waiting || m_window->flow()->isBusy())
        return;
    m_waiting = false;
    renew();
}

void WindowKeeper::renew()
{
    const QList<ClusterKey> selected = m_window->pane()->table()->selectedKeys();
    m_window->remember();
    m_translation.use(m_wish);
    // The old one goes last: a program without a window would end.
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    make();
    m_window->setGeometry(old->geometry());
    m_window->pane()->table()->select(selected);
    if (m_session.desk().openItems() > 0) // what counts down stays in view
        m_window->showActivity();
    m_window->show();
    emit renewed();
}

} // namespace clusterdeck
