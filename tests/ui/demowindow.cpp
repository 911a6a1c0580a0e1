// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"

#include "app/clusters/clusterstate.h"
#include "ui/theme/resources.h"

#include <QSettings>
#include <QTest>

namespace clusterdeck
{

void DemoWindow::prepare()
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck-test"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck-test"));
    loadResources(*qApp);
    QSettings().clear();
}

void DemoWindow::begin(bool extremes, int clusters)
{
    demo::ServiceOptions options;
    options.clusters = clusters;
    options.jobSeconds = 0.2;
    options.extremes = extremes;
    m_service = std::make_unique<demo::Service>(options);
    QVERIFY(m_service->listen());
    m_session = std::make_unique<Session>(m_clock);
    m_window = std::make_unique<MainWindow>(*m_session);
}

void DemoWindow::end()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
    m_service.reset();
}

Account DemoWindow::account() const
{
    Account account;
    account.id = QStringLiteral("demo");
    account.name = QStringLiteral("Demo");
    account.demo = true;
    account.api.baseUrl = m_service->url();
    account.api.zone = m_service->zone();
    account.api.owner = m_service->owner();
    account.api.credentials = {m_service->accessKeyId(), m_service->secretAccessKey()};
    return account;
}

void DemoWindow::openDemo()
{
    m_session->open(account());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_session->clusters().rowCount() > 20);
}

void DemoWindow::ask(const char *actionName)
{
    action(actionName)->trigger();
    QTRY_VERIFY2(dialog().isShown(), actionName);
}

BatchRunner *DemoWindow::confirm()
{
    const auto before = m_session->operationService().batches().size();
    dialog().giveWhatIsAsked();
    m_clock.skip(ConfirmDialog::DeadTime);
    QTest::keyClick(dialog().go(), Qt::Key_Space);
    const auto begun = [&] {
        return !dialog() && m_session->operationService().batches().size() > before;
    };
    return QTest::qWaitFor(begun, 10000) ? m_session->operationService().batches().last() : nullptr;
}

void DemoWindow::selectDeletable(int count)
{
    table()->clearSelection();
    for (const int row : deletableRows().mid(0, count))
        selectRow(row);
    QCOMPARE(table()->selectedKeys().size(), count);
}

BatchRunner *DemoWindow::deleteSome(int count)
{
    selectDeletable(count);
    ask("Delete");
    return dialog() ? confirm() : nullptr;
}

QSet<QString> DemoWindow::ids() const
{
    QSet<QString> ids;
    for (int row = 0; row < m_session->clusters().rowCount(); ++row)
        ids.insert(m_session->clusters().clusterAt(row).record.id);
    return ids;
}

QList<int> DemoWindow::deletableRows() const
{
    QList<int> rows;
    auto *model = qobject_cast<ClusterTableModel *>(table()->model());
    for (int row = 0; row < model->rowCount(); ++row) {
        if (allows(model->clusterAt(row).record, Verb::Delete))
            rows.append(row);
    }
    return rows;
}

} // namespace clusterdeck
