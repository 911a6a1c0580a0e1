// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"

#include "app/clusters/clusterstate.h"
#include "ui/look/resources.h"

#include <QCheckBox>
#include <QSettings>
#include <QTableView>
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

void DemoWindow::begin()
{
    demo::ServiceOptions options;
    options.clusters = 40;
    options.jobSeconds = 0.5;
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

void DemoWindow::openDemo()
{
    Account account;
    account.id = QStringLiteral("demo");
    account.name = QStringLiteral("Demo");
    account.demo = true;
    account.api.baseUrl = m_service->url();
    account.api.zone = m_service->zone();
    account.api.owner = m_service->owner();
    account.api.credentials = {m_service->accessKeyId(), m_service->secretAccessKey()};
    m_session->open(account);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_session->clusters().rowCount() > 20);
}

/// Gives the open dialog all that it asks for, and presses its button.
void DemoWindow::confirmDialog()
{
    auto *field = dialog()->findChild<QLineEdit *>(QStringLiteral("Number of clusters"));
    const bool one = dialog()->windowTitle().contains(u" 1 cluster ");
    const auto *plan = dialog()->findChild<QTableView *>(QStringLiteral("Plan"));
    if (field->isVisible())
        field->setText(one ? plan->model()->index(0, PlanModel::Id).data().toString().right(4)
                           : QString::number(plan->model()->rowCount()));
    auto *saved =
        dialog()->findChild<QCheckBox *>(QStringLiteral("The data is saved or not needed"));
    if (saved->isVisible())
        saved->click();
    auto *go = dialog()->findChild<QPushButton *>(QStringLiteral("Go"));
    QTRY_VERIFY(go->isEnabled());
    QTest::keyClick(go, Qt::Key_Space);
    QTRY_VERIFY(!dialog());
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
