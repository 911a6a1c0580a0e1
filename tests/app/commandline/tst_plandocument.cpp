// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/plandocument.h"
#include "tests/support/utc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clusterdeck;

namespace
{

const QDateTime Made = utc(QDate(2026, 11, 25), QTime(12, 0));

PlanItem item(const QString &id, RiskFlags flags, bool fresh = true)
{
    PlanItem item;
    item.cluster.account = QStringLiteral("account-1");
    item.cluster.record.id = id;
    item.cluster.record.name = QStringLiteral("\u6d4b\u8bd5 \"a\"\n") + id;
    item.cluster.record.status = QStringLiteral("active");
    item.cluster.record.billing = QStringLiteral("PayForUsed");
    item.cluster.record.nodes = 4;
    item.cluster.record.runningJobs = 0;
    item.flags = flags;
    item.fresh = fresh;
    return item;
}

Plan plan()
{
    Plan plan;
    plan.verb = Verb::Delete;
    plan.caution = {2, std::chrono::seconds(60)};
    plan.factsAsOf = Made.addSecs(-3);
    plan.items = {item(QStringLiteral("ehpc-1"), RiskFlag::HasJobs | RiskFlag::LastOnMount),
                  item(QStringLiteral("hpc-2"), {}, false)};
    plan.excluded = {{{QStringLiteral("account-1"), QStringLiteral("hpc-3")},
                      QStringLiteral("locked"),
                      QStringLiteral("active"),
                      Exclusion::Locked}};
    plan.checks = {{QStringLiteral("account-1"), std::chrono::milliseconds(40), 1900, 12}};
    return plan;
}

QJsonObject document()
{
    return QJsonDocument::fromJson(planDocument(plan(), {}, Made)).object();
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

class TestPlanDocument : public QObject
{
    Q_OBJECT

private slots:
    void comesBack();
    void saysWhatItMeans();
    void life_data();
    void life();
    void refused_data();
    void refused();
    void mutated();
    void ids_data();
    void ids();
};

void TestPlanDocument::comesBack()
{
    const auto written = planFrom(planDocument(plan(), {}, Made));
    QVERIFY2(written, qPrintable(written ? QString() : written.error()));
    const Plan before = plan();
    const Plan after = written->plan;
    QCOMPARE(written->madeAt, Made);
    QCOMPARE(after.factsAsOf, before.factsAsOf);
    QCOMPARE(after.verb, before.verb);
    QCOMPARE(after.items.size(), before.items.size());
    for (int i = 0; i < before.items.size(); ++i) {
        QCOMPARE(after.items.at(i).cluster, before.items.at(i).cluster);
        QCOMPARE(after.items.at(i).flags, before.items.at(i).flags);
        QCOMPARE(after.items.at(i).fresh, before.items.at(i).fresh);
    }
    QCOMPARE(after.friction(), before.friction());
    // So that what is compared with it later is compared with what was shown.
    QVERIFY(!isWorse(after, comparedTo(after, before)));
    QVERIFY(!isWorse(before, comparedTo(before, after)));
}

void TestPlanDocument::saysWhatItMeans()
{
    const QJsonObject object = document();
    QCOMPARE(object.value("tier").toInt(), plan().friction().tier);
    QCOMPARE(object.value("left_out").toArray().at(0).toObject().value("reason").toString(),
             QStringLiteral("locked"));
    QCOMPARE(object.value("accounts").toArray().at(0).toObject().value("calls_needed").toInt(), 12);
    QCOMPARE(object.value("valid_until").toString(), QStringLiteral("2026-11-25T12:30:00.000Z"));
}

void TestPlanDocument::life_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("over");
    QTest::newRow("at once") << 0 << false;
    QTest::newRow("last second") << 1800 << false;
    QTest::newRow("after it") << 1801 << true;
    QTest::newRow("the clock was set back a little") << -60 << false;
    QTest::newRow("from the future") << -61 << true;
}

void TestPlanDocument::life()
{
    QFETCH(int, seconds);
    WrittenPlan written;
    written.madeAt = Made;
    QTEST(written.isOver(Made.addSecs(seconds)), "over");
}

void TestPlanDocument::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto changed = [](const char *key, const QJsonValue &value) {
        QJsonObject object = document();
        object.insert(QLatin1String(key), value);
        return bytes(object);
    };
    const auto changedItem = [&](const char *key, const QJsonValue &value) {
        QJsonArray items = document().value("items").toArray();
        QJsonObject item = items.at(0).toObject();
        item.insert(QLatin1String(key), value);
        items.replace(0, item);
        return changed("items", items);
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("ehpc-1\n");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("something else") << QByteArray("{\"items\": []}");
    QTest::newRow("another version") << changed("clusterdeck_plan", 2);
    QTest::newRow("unknown verb") << changed("verb", "erase");
    QTest::newRow("no time") << changed("made_at", "yesterday");
    QTest::newRow("no items") << changed("items", QJsonArray());
    QTest::newRow("items are no list") << changed("items", "ehpc-1");
    QTest::newRow("unknown flag") << changedItem("flags", QJsonArray{"harmless"});
    QTest::newRow("no flags") << changedItem("flags", QJsonValue());
    QTest::newRow("no account") << changedItem("account", "");
    QTest::newRow("no cluster") << changedItem("cluster", "ehpc-1");
    QTest::newRow("cluster without an id") << changedItem("cluster", QJsonObject{{"name", "a"}});
    QTest::newRow("freshness is no truth value") << changedItem("fresh", "yes");
    QJsonArray twice = document().value("items").toArray();
    twice.append(twice.at(0));
    QTest::newRow("twice the same") << changed("items", twice);
}

void TestPlanDocument::refused()
{
    QFETCH(QByteArray, text);
    const auto written = planFrom(text);
    QVERIFY(!written);
    QVERIFY(written.error().endsWith(u'.'));
}

/// Whatever a damaged file is read as, it is never more than it held.
void TestPlanDocument::mutated()
{
    const QByteArray whole = planDocument(plan(), {}, Made);
    int read = 0;
    for (int at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = damaged.at(at) == '7' ? '8' : '7';
        if (const auto written = planFrom(damaged)) {
            ++read;
            QVERIFY(written->plan.items.size() <= 2);
        }
        (void)planFrom(whole.left(at));
    }
    QVERIFY(read > 0);
}

void TestPlanDocument::ids_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QString>("says");
    const QStringList two{QStringLiteral("ehpc-1a"), QStringLiteral("hpc-2b")};
    QTest::newRow("two lines") << QByteArray("ehpc-1a\nhpc-2b\n") << two << QString();
    QTest::newRow("no end") << QByteArray("ehpc-1a\nhpc-2b") << two << QString();
    QTest::newRow("of Windows") << QByteArray("\xEF\xBB\xBF"
                                              "ehpc-1a\r\nhpc-2b\r\n")
                                << two << QString();
    QTest::newRow("remarks and spaces")
        << QByteArray("# old\n\n  ehpc-1a \n#\nhpc-2b") << two << QString();
    QTest::newRow("twice") << QByteArray("ehpc-1a\nhpc-2b\nehpc-1a\n") << two << QString();
    QTest::newRow("a name") << QByteArray("ehpc-1a\nmy cluster\n") << QStringList() << "Line 2";
    QTest::newRow("two in a line") << QByteArray("ehpc-1a hpc-2b\n") << QStringList() << "Line 1";
    QTest::newRow("an option") << QByteArray("--all\n") << QStringList() << "Line 1";
    QTest::newRow("nothing") << QByteArray("\n# none\n") << QStringList() << "no cluster IDs";
}

void TestPlanDocument::ids()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, ids);
    QFETCH(QString, says);
    const auto read = idsFrom(text);
    QCOMPARE(read.has_value(), says.isEmpty());
    if (read)
        QCOMPARE(*read, ids);
    else
        QVERIFY2(read.error().contains(says), qPrintable(read.error()));
}

QTEST_GUILESS_MAIN(TestPlanDocument)
#include "tst_plandocument.moc"
