// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clusterview.h"
#include "tests/ui/stage.h"
#include "ui/clusters/table/clustertablemodel.h"
#include "ui/operations/batchbar.h"
#include "ui/panecycle.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/resources.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtext.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace clusterdeck;

/// Accessible names, keys and announcements.
class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void withoutMnemonics_data();
    void withoutMnemonics();
    void rowsSayWhichTheyAre();
    void clustersSayWhichTheyAre();
    void countdownIsSaidThreeTimes();
    void panesGoRound();
    void dismissedMessageBarPassesTheKeyboardOn();
};

void TestAccess::withoutMnemonics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spoken");
    const auto row = [](const char *text, const char *spoken) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(spoken);
    };
    row("", "");
    row("Status", "Status");
    row("&Status", "Status");
    row("Acco&unt", "Account");
    row("状态(&S)", "状态");
    row("状态 (&S)", "状态");
    row("状态（&S）", "状态");
    row("打开(&O)…", "打开…");
    row("Save && &Close", "Save & Close");
    row("R&&D (&&D)", "R&D (&D)");
    row("Nodes (&all)", "Nodes (all)");
    row("Age (days)", "Age (days)");
    row("Trailing&", "Trailing");
    row("(&", "(");
}

void TestAccess::withoutMnemonics()
{
    QFETCH(const QString, text);
    QFETCH(const QString, spoken);
    QCOMPARE(withoutMnemonic(text), spoken);
}

void TestAccess::rowsSayWhichTheyAre()
{
    QStandardItemModel model(1, 3);
    model.setData(model.index(0, 0), QStringLiteral("training"));
    model.setData(model.index(0, 1), QStringLiteral("–"));
    model.setData(model.index(0, 1), QStringLiteral("unknown"), Qt::AccessibleTextRole);
    model.setData(model.index(0, 2), QStringLiteral("Active"));
    QCOMPARE(rowText(model.index(0, 0), {0, 1, 2}), QStringLiteral("unknown, Active"));
    QCOMPARE(rowText(model.index(0, 1), {0, 1, 2}), QStringLiteral("training, Active"));
    QCOMPARE(rowText(model.index(0, 1), {0}), QStringLiteral("training"));
}

void TestAccess::clustersSayWhichTheyAre()
{
    Stage stage(2);
    (void)stage.plan(Verb::Stop, Stage::keys(1)); // lists the clusters
    ClusterView view(stage.clusters);
    const ClusterTableModel model(view, stage.operationService, stage.clock);
    QCOMPARE(model.rowCount(), 2);
    const auto said = [&](ClusterColumn column) {
        return model.index(0, int(column)).data(Qt::AccessibleDescriptionRole).toString();
    };
    const auto shown = [&](ClusterColumn column) {
        return model.index(0, int(column)).data(Qt::AccessibleTextRole).toString();
    };
    const QStringList all{shown(ClusterColumn::Name), shown(ClusterColumn::Id),
                          shown(ClusterColumn::Status)};
    QCOMPARE(said(ClusterColumn::Nodes), all.join(QStringLiteral(", ")));
    QCOMPARE(said(ClusterColumn::Name), all.mid(1).join(QStringLiteral(", ")));
    QCOMPARE(said(ClusterColumn::Status), all.mid(0, 2).join(QStringLiteral(", ")));
}

/// At the start, and when 10 and 5 seconds are left, not every second.
void TestAccess::countdownIsSaidThreeTimes()
{
    Stage stage(12);
    BatchRunner *runner = stage.arm(Verb::Delete, 12);
    QVERIFY(runner);
    const BatchBar bar(*runner, stage.clock, {}, [] {});
    QStringList said{bar.accessibleName()};
    for (int second = 0; second < 18; ++second) {
        stage.clock.advance(std::chrono::seconds(1));
        if (bar.accessibleName() != said.last())
            said.append(bar.accessibleName());
    }
    QCOMPARE(said, (QStringList{QStringLiteral("Deleting 12 clusters in 20 s"),
                                QStringLiteral("Deleting 12 clusters in 10 s"),
                                QStringLiteral("Deleting 12 clusters in 5 s")}));
}

void TestAccess::panesGoRound()
{
    QMainWindow window;
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    QList<QWidget *> panes;
    QList<QLineEdit *> fields;
    for (int pane = 0; pane < 4; ++pane) {
        panes.append(new QWidget(body));
        column->addWidget(panes.last());
        auto *row = new QVBoxLayout(panes.last());
        for (int field = 0; field < 2; ++field) {
            fields.append(new QLineEdit(panes.last()));
            row->addWidget(fields.last());
        }
    }
    window.setCentralWidget(body);
    panes.at(1)->hide();
    fields.at(4)->setEnabled(false); // the first enabled field of the third pane is its second
    const auto addDock = [&](Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(&window);
        auto *field = new QLineEdit(dock);
        dock->setWidget(field);
        window.addDockWidget(area, dock);
        return field;
    };
    PaneCycle cycle(&window, panes);
    auto *below = addDock(Qt::BottomDockWidgetArea);
    auto *beside = addDock(Qt::RightDockWidgetArea);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    fields.at(1)->setFocus();
    const QList<QWidget *> round{fields.at(5), fields.at(6), beside, below, fields.at(1)};
    for (QWidget *stop : round) {
        cycle.go(1);
        QCOMPARE(window.focusWidget(), stop);
    }
    for (QWidget *stop : {static_cast<QWidget *>(below), static_cast<QWidget *>(beside),
                          static_cast<QWidget *>(fields.at(6))}) {
        cycle.go(-1);
        QCOMPARE(window.focusWidget(), stop);
    }
    QCOMPARE(cycle.actions().size(), 2);
    cycle.actions().first()->trigger();
    QCOMPARE(window.focusWidget(), beside);
}

void TestAccess::dismissedMessageBarPassesTheKeyboardOn()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *messageBars = new MessageBarStack(&window);
    auto *field = new QLineEdit(&window);
    column->addWidget(messageBars);
    column->addWidget(field);
    messageBars
        ->show(QStringLiteral("note"), Glyph::Info, StatusColor::Busy, QStringLiteral("A note"))
        ->addDismiss();
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *dismiss = window.findChild<QToolButton *>(QStringLiteral("Dismiss"));
    dismiss->setFocus();
    QTest::keyClick(dismiss, Qt::Key_Space);
    QTRY_VERIFY(!messageBars->find(QStringLiteral("note")));
    QCOMPARE(window.focusWidget(), field);
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
