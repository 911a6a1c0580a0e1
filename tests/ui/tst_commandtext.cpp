// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/builders.h"
#include "ui/commandline/commandtext.h"
#include "ui/theme/resources.h"

#include <QTest>

using namespace clusterdeck;

/// What commands print.
class TestCommandText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void countsTheExcluded();
    void namesWhatIsNotDone();
};

void TestCommandText::countsTheExcluded()
{
    Plan plan = planOf(Verb::Delete, 1);
    const AccountLabels labels = labelsOf("lab", "jn1a");
    QVERIFY(!planReport(plan, labels).contains(QLatin1String("excluded")));
    plan.excluded.append({key(QStringLiteral("hpc-8")), {}, {}, Exclusion::NotFound});
    plan.excluded.append({key(QStringLiteral("hpc-9")), {}, {}, Exclusion::Locked});
    const QStringList lines = planReport(plan, labels).split(u'\n');
    const qsizetype head = lines.indexOf(QStringLiteral("2 clusters excluded:"));
    QVERIFY2(head >= 0, qPrintable(lines.join(u'\n')));
    QVERIFY(lines.at(head + 1).startsWith(QLatin1String("excluded: hpc-8")));
    QVERIFY(lines.at(head + 2).startsWith(QLatin1String("excluded: hpc-9")));
    QCOMPARE(lines.last(), QStringLiteral("Nothing was sent."));
}

/// Every outcome, with a state that has it.
void TestCommandText::namesWhatIsNotDone()
{
    Batch batch;
    const std::initializer_list<std::pair<ItemState, bool>> states{
        {ItemState::Done, false},      {ItemState::AlreadyGone, false},
        {ItemState::Failed, true},     {ItemState::Unknown, true},
        {ItemState::Cancelled, false}, {ItemState::NotUnderstood, true},
        {ItemState::Running, false},
    };
    QStringList wanted;
    for (const auto &[state, isNamed] : states) {
        BatchItem item;
        item.key = key(QStringLiteral("hpc-%1").arg(batch.items.size()));
        item.state = state;
        batch.items.append(item);
        if (isNamed)
            wanted.append(itemLine(item));
    }
    QCOMPARE(notDoneLines(batch).split(u'\n'), wanted);
    batch.items = {batch.items.first()};
    QCOMPARE(notDoneLines(batch), QString());
}

QTEST_MAIN(TestCommandText)
#include "tst_commandtext.moc"
