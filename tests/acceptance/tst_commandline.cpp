// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/clusters/listing/clustercache.h"
#include "app/clusters/table/viewmemory.h"
#include "app/commandline/plandocument.h"
#include "app/parking/parkingstore.h"
#include "app/support/clock.h"
#include "tests/acceptance/commandplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStringEncoder>

#include <csignal>

using namespace clusterdeck;

namespace
{

QJsonObject contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(opened.readAll()).object()
                                            : QJsonObject();
}

} // namespace

/// The commands as a script uses them: the real program without a display, the real service.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void planSendsNothing();
    void planForPeople();
    void listsOfOthers();
    void wrongCountSendsNothing();
    void gotWorse();
    void tooOld();
    void interrupted();
    void notReached();
    void appliesWhatWasPlanned();
    void leavesOutWhatIsGone();
    void locksThatCannotBeReadLockAll();
    void fewCallsInALargeAccount();
    void listForScripts();
    void dueForATimer();

private:
    /// A program that counts down and sends while the other tests run.
    struct Applying {
        explicit Applying(int clusters = 40, int count = 2)
            : place(QStringLiteral("1"), clusters)
            , ids(place.deletable(count))
            , file(place.plan(ids))
            , before(place.present())
        {
        }

        CommandPlace place;
        QStringList ids;
        QString file;
        QStringList before;
        QProcess process;
    };

    std::unique_ptr<Applying> m_whole;
    std::unique_ptr<Applying> m_rest;
    std::unique_ptr<Applying> m_large;
    std::unique_ptr<CommandPlace> m_place;
};

void TestCommandLine::initTestCase()
{
    m_whole = std::make_unique<Applying>();
    QVERIFY2(m_whole->place.problem().isEmpty(), qPrintable(m_whole->place.problem()));
    m_whole->place.start(m_whole->process, CommandPlace::applying(m_whole->file, 2));

    m_large = std::make_unique<Applying>(3000, 1);
    QVERIFY2(m_large->place.problem().isEmpty(), qPrintable(m_large->place.problem()));
    m_large->place.start(m_large->process, CommandPlace::applying(m_large->file, 1));

    m_rest = std::make_unique<Applying>();
    QVERIFY2(m_rest->place.problem().isEmpty(), qPrintable(m_rest->place.problem()));
    // Another client deletes one of the two after they were planned.
    SystemClock clock;
    ApiClient others(m_rest->place.account().api, clock);
    QObject context;
    others.send(Verb::Delete, {m_rest->ids.first()}, &context, [](const Result<Accepted> &) {});
    QTRY_VERIFY_WITH_TIMEOUT(!m_rest->place.present().contains(m_rest->ids.first()), 20000);
    m_rest->place.start(m_rest->process, CommandPlace::applying(m_rest->file, 2));
}

void TestCommandLine::init()
{
    m_place = std::make_unique<CommandPlace>();
    QVERIFY2(m_place->problem().isEmpty(), qPrintable(m_place->problem()));
}

void TestCommandLine::planSendsNothing()
{
    const QStringList before = m_place->present();
    const QStringList ids = m_place->deletable(2) + QStringList{QStringLiteral("ehpc-nothere1")};
    const Ending planned = m_place->runPlan(ids);
    QCOMPARE(planned.status, 1); // one of them was excluded
    const QJsonObject plan = QJsonDocument::fromJson(planned.out).object();
    QCOMPARE(plan.value(QLatin1String("items")).toArray().size(), 2);
    QCOMPARE(plan.value(QLatin1String("left_out")).toArray().size(), 1);
    QCOMPARE(m_place->present(), before);
}

void TestCommandLine::planForPeople()
{
    const QStringList ids = m_place->deletable(3);
    const Ending planned = m_place->runPlan(ids, {});
    QCOMPARE(planned.status, 0);
    const QString text = QString::fromUtf8(planned.out);
    QVERIFY2(text.contains(QLatin1String("Delete 3 clusters")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("Nothing was sent.")));
    for (const QString &id : ids)
        QCOMPARE(text.count(id), 1);
}

/// Lists as PowerShell, Word and a spreadsheet write them: each id is found, none is reported as
/// gone.
void TestCommandLine::listsOfOthers()
{
    const QStringList ids = m_place->deletable(2);
    QString typeset = ids.join(QStringLiteral("\r\n"));
    typeset.replace(u'-', QStringLiteral("\u2011"));
    QStringEncoder powerShell(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArrayList lists{
        QByteArray(powerShell(ids.join(QStringLiteral("\r\n")))),
        typeset.toUtf8(),
        ids.join(u'\n').toUpper().toUtf8(),
        ("\xE2\x80\x8E" + ids.join(u'\r')).toUtf8(),
        ("Name;ID\r\n\"x\";" + ids.join(QStringLiteral("\r\ny;"))).toUtf8(),
    };
    for (const QByteArray &list : lists) {
        const Ending planned = m_place->runPlan(list);
        QVERIFY2(planned.status == 0, qPrintable(planned.err));
        for (const QString &id : ids)
            QVERIFY2(planned.out.contains(id.toUtf8()), list.constData());
    }
    // In an account of several pages the clusters are read by their ids.
    CommandPlace many(QStringLiteral("1"), 250);
    QVERIFY2(many.problem().isEmpty(), qPrintable(many.problem()));
    const QString one = many.deletable(1).constFirst();
    const Ending shouted =
        many.runPlan((one.toUpper() + QStringLiteral("\nEHPC-NOTHERE1")).toUtf8());
    QCOMPARE(shouted.status, 1); // the second one is excluded
    const QJsonObject planned = QJsonDocument::fromJson(shouted.out).object();
    QVERIFY2(shouted.out.contains(one.toUtf8()), shouted.out.constData());
    QCOMPARE(planned.value(QLatin1String("items")).toArray().size(), 1);
    QCOMPARE(planned.value(QLatin1String("left_out")).toArray().size(), 1);
    const Ending kept =
        m_place->runPlan(QByteArray(ids.first().toUtf8() + "\nkeep " + ids.last().toUtf8()));
    QCOMPARE(kept.status, 2);
    QVERIFY2(kept.err.contains(QStringLiteral("keep ") + ids.last()), qPrintable(kept.err));
}

void TestCommandLine::wrongCountSendsNothing()
{
    const QStringList before = m_place->present();
    const QString file = m_place->plan(m_place->deletable(2));
    QCOMPARE(m_place->apply(file, 3).status, 2);
    const Ending nobody = m_place->run({QStringLiteral("apply"), file});
    QCOMPARE(nobody.status, 2);
    QVERIFY(nobody.err.contains(QLatin1String("--count 2")));
    const QString five = m_place->plan(m_place->deletable(5));
    const Ending unsaved = m_place->apply(five, 5);
    QCOMPARE(unsaved.status, 2);
    QVERIFY(unsaved.err.contains(QLatin1String("--data-saved")));
    QCOMPARE(m_place->present(), before);
}

void TestCommandLine::gotWorse()
{
    const QStringList before = m_place->present();
    QFile file(m_place->plan(m_place->deletable(1)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray items = object.value(QLatin1String("items")).toArray();
    QJsonObject item = items.at(0).toObject();
    QJsonObject cluster = item.value(QLatin1String("cluster")).toObject();
    QVERIFY(cluster.contains(QLatin1String("cluster_name")));
    cluster.insert(QLatin1String("cluster_name"), QStringLiteral("another name than it has now"));
    item.insert(QLatin1String("cluster"), cluster);
    items.replace(0, item);
    object.insert(QLatin1String("items"), items);
    object.insert(QLatin1String("hash"), planHash(QJsonDocument(object).toJson()));
    const Ending applied = m_place->apply(m_place->write(QJsonDocument(object).toJson()), 1);
    QCOMPARE(applied.status, 3);
    QVERIFY(applied.err.contains(QLatin1String("Nothing was sent")));
    QCOMPARE(m_place->present(), before);
}

void TestCommandLine::tooOld()
{
    const QStringList before = m_place->present();
    QFile file(m_place->plan(m_place->deletable(1)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (const char *time : {"made_at", "facts_as_of"})
        object.insert(QLatin1String(time), QStringLiteral("2026-01-01T00:00:00.000Z"));
    object.insert(QLatin1String("valid_until"), QStringLiteral("2026-01-01T00:30:00.000Z"));
    object.insert(QLatin1String("hash"), planHash(QJsonDocument(object).toJson()));
    const Ending applied = m_place->apply(m_place->write(QJsonDocument(object).toJson()), 1);
    QCOMPARE(applied.status, 4);
    QCOMPARE(m_place->present(), before);
}

/// Ctrl+C during the countdown: nothing is sent.
void TestCommandLine::interrupted()
{
    const QStringList present = m_place->present();
    const QString file = m_place->plan(m_place->deletable(2));
    QProcess process;
    m_place->start(process, CommandPlace::applying(file, 2));
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError(), said.contains("Ctrl+C")),
                             30000);
    // The output names the clusters before the countdown.
    const QString before = QString::fromUtf8(said.left(said.indexOf("Ctrl+C")));
    const QJsonArray items = contentOf(file).value(QLatin1String("items")).toArray();
    QCOMPARE(items.size(), 2);
    for (const QJsonValue item : items) {
        const QJsonObject cluster = item[QLatin1String("cluster")].toObject();
        for (const char *name : {"cluster_id", "cluster_name"})
            QVERIFY2(before.contains(cluster.value(QLatin1String(name)).toString()),
                     said.constData());
        for (const char *name : {"account_name", "zone"})
            QVERIFY2(before.contains(item[QLatin1String(name)].toString()), said.constData());
    }
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QCOMPARE(CommandPlace::endOf(process).status, 7);
    QCOMPARE(m_place->present(), present);
    const Ending history = m_place->run({QStringLiteral("history")});
    QVERIFY(QString::fromUtf8(history.out).contains(QLatin1String("2 cancelled")));
}

void TestCommandLine::notReached()
{
    const QStringList ids = m_place->deletable(1);
    const QString file = m_place->plan(ids);
    m_place->forgetSecret();
    QCOMPARE(m_place->apply(file, 1).status, 5);
    QVERIFY(m_place->present().contains(ids.first()));
}

void TestCommandLine::appliesWhatWasPlanned()
{
    const Ending applied = CommandPlace::endOf(m_whole->process);
    QVERIFY2(applied.status == 0, qPrintable(applied.err));
    QStringList after = m_whole->before;
    for (const QString &id : m_whole->ids)
        after.removeOne(id);
    QCOMPARE(m_whole->place.present(), after);

    const Ending history =
        m_whole->place.run({QStringLiteral("history"), QStringLiteral("--json")});
    QCOMPARE(history.status, 0);
    const QJsonArray batches = QJsonDocument::fromJson(history.out).array();
    QCOMPARE(batches.size(), 1);
    const QJsonArray items = batches.at(0).toObject().value(QLatin1String("items")).toArray();
    QCOMPARE(items.size(), 2);
    for (const QJsonValue item : items)
        QCOMPARE(item.toObject().value(QLatin1String("state")).toString(), QStringLiteral("done"));
    const Ending lines = m_whole->place.run({QStringLiteral("history")});
    QVERIFY(QString::fromUtf8(lines.out).contains(QLatin1String("Delete 2 clusters: 2 done")));
}

/// A cluster deleted meanwhile is excluded and reported; the others are deleted.
void TestCommandLine::leavesOutWhatIsGone()
{
    const Ending rest = CommandPlace::endOf(m_rest->process);
    QCOMPARE(rest.status, 1);
    QVERIFY2(rest.err.contains(m_rest->ids.first()), qPrintable(rest.err));
    QVERIFY2(!m_rest->place.present().contains(m_rest->ids.last()), qPrintable(rest.err));
}

/// A string in place of a list of patterns: nothing is deleted, and the error names the file.
void TestCommandLine::locksThatCannotBeReadLockAll()
{
    const QByteArray locks = R"({"clusters": [], "names": "*"})";
    CommandPlace place;
    QVERIFY2(place.problem().isEmpty(), qPrintable(place.problem()));
    QVERIFY(place.writeLocks(locks));
    const QStringList ids = place.deletable(1);
    const Ending all = place.runPlan(ids);
    QVERIFY2(all.err.contains(QStringLiteral("locks.json")) &&
                 all.err.contains(QStringLiteral("All clusters are locked")),
             qPrintable(all.err));
    QVERIFY(all.out.isEmpty() ||
            !QJsonDocument::fromJson(all.out).object()[u"items"][0].isObject());
    // After the file is corrected, the locks no longer apply.
    QVERIFY(place.writeLocks(R"({"clusters": [], "names": []})"));
    const Ending none = place.runPlan(ids);
    QCOMPARE(none.status, 0);
    QVERIFY(!none.err.contains(QStringLiteral("locks.json")));
}

/// Only the first of 30 pages is read.
void TestCommandLine::fewCallsInALargeAccount()
{
    const Ending ending = CommandPlace::endOf(m_large->process);
    QVERIFY2(ending.status == 0, qPrintable(ending.err));
    QVERIFY(!m_large->place.present().contains(m_large->ids.constFirst()));
    const auto calls = m_large->place.requests().requests().size();
    qInfo("%lld calls for plan and apply", static_cast<long long>(calls));
    QVERIFY(calls <= 14);
}

/// Lists every cluster, and plans the ids that a filter finds.
void TestCommandLine::listForScripts()
{
    const QString list = QStringLiteral("list");
    const QString filter = QStringLiteral("--filter");
    const QString json = QStringLiteral("--json");
    const Ending all = m_place->run({list, json});
    QVERIFY2(all.status == 0, qPrintable(all.err));
    QVERIFY(all.err.isEmpty());
    const QJsonDocument document = QJsonDocument::fromJson(all.out);
    QStringList ids;
    QStringList idle;
    const QString week = QDateTime::currentDateTimeUtc().addDays(-7).toString(Qt::ISODate);
    for (const QJsonValue cluster : document[u"clusters"].toArray()) {
        ids.append(cluster[u"cluster_id"].toString());
        if (cluster[u"cluster_status"].toString() == u"active" &&
            cluster[u"transition_status"].toString().isEmpty() &&
            cluster[u"running_job_count"].toInt(1) + cluster[u"pending_job_count"].toInt(1) == 0 &&
            cluster[u"create_time"].toString() < week)
            idle.append(ids.constLast());
    }
    ids.sort();
    QStringList present = m_place->present();
    present.sort();
    QCOMPARE(ids, present);
    QVERIFY(!idle.isEmpty() && idle.size() < ids.size());
    QCOMPARE(document[u"accounts"][0][u"complete"].toBool(), true);

    const Ending table = m_place->run({list, filter, QStringLiteral("idle")});
    QCOMPARE(table.status, 0);
    QCOMPARE(table.out.count('\n'), idle.size() + 1);
    QByteArray column; // as cut(1) does
    for (const QByteArray &line : table.out.split('\n'))
        column += line.split('\t').constFirst() + '\n';
    const Ending planned = m_place->runPlan(column);
    QVERIFY2(planned.status <= 1, qPrintable(planned.err)); // shared clusters are excluded
    const QJsonObject plan = QJsonDocument::fromJson(planned.out).object();
    QCOMPARE(plan.value(u"items").toArray().size() + plan.value(u"left_out").toArray().size(),
             idle.size());

    // A filter saved in the window.
    const QString settings = m_place->home() + QStringLiteral("/clusterdeck/clusterdeck.conf");
    ViewMemory memory;
    memory.filters = {{QStringLiteral("One"), idle.constFirst(), {}}};
    QSettings(settings, QSettings::IniFormat)
        .setValue(QStringLiteral("main/view"), toBytes(memory));
    const Ending one = m_place->run({list, filter, QStringLiteral("one")});
    QVERIFY2(one.status == 0, qPrintable(one.err));
    QCOMPARE(one.out.count('\n'), 2);
    QVERIFY(one.out.contains(idle.constFirst().toUtf8()));
    const Ending none = m_place->run({list, filter, QStringLiteral("two")});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.err.contains(QStringLiteral("Idle, Expired, One")), qPrintable(none.err));

    // What the window saved of the use.
    QList<ClusterRow> rows;
    (void)listedIds(m_place->account(), [&](const ClusterRecord &record) {
        rows.append(ClusterRow(record));
        return true;
    });
    const QString account = m_place->countedAccount().id;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    LastUse use(account);
    use.follow(rows, now.addDays(-40));
    use.follow(rows, now.addSecs(-60));
    ClusterCache(m_place->home() + QStringLiteral("/clusterdeck/clusterdeck/tables"))
        .write(account, use);
    int unused = 0;
    const QList<QByteArray> lines = m_place->run({list}).out.trimmed().split('\n');
    const auto place = lines.constFirst().split('\t').indexOf("unused");
    QVERIFY(place > 0);
    for (const QByteArray &line : lines.mid(1))
        unused += line.split('\t').value(place) == "39" ? 1 : 0;
    QVERIFY(unused > 0 && unused < ids.size());
    memory.filters = {{QStringLiteral("Unused"), {}, {}}};
    memory.filters.first().criteria.unusedDays = 30;
    QSettings(settings, QSettings::IniFormat)
        .setValue(QStringLiteral("main/view"), toBytes(memory));
    const Ending unusedOnes = m_place->run({list, filter, QStringLiteral("unused")});
    QVERIFY2(unusedOnes.status == 0, qPrintable(unusedOnes.err));
    QCOMPARE(unusedOnes.out.count('\n'), unused + 1);

    m_place->forgetSecret();
    const Ending refused = m_place->run({list});
    QCOMPARE(refused.status, 5);
    QVERIFY(refused.out.isEmpty() && !refused.err.isEmpty());
}

/// A day that has come, a day that has not, and a cluster that is gone; nothing is deleted.
void TestCommandLine::dueForATimer()
{
    const QString due = QStringLiteral("due");
    const QStringList before = m_place->present();
    const QStringList ids = m_place->deletable(2);
    QCOMPARE(m_place->run({due}).status, 0);
    QList<ParkedCluster> parked;
    for (const QString &id : ids + QStringList{QStringLiteral("ehpc-gone1")}) {
        ParkedCluster &mark = parked.emplace_back();
        mark.key = {m_place->countedAccount().id, id};
        mark.parkedAt = QDateTime::currentDateTimeUtc().addDays(-9);
        mark.due = QDate::currentDate().addDays(id == ids.constLast() ? 2 : -1);
        mark.note = QStringLiteral("project\tends");
    }
    const QString folder = m_place->home() + QStringLiteral("/clusterdeck/clusterdeck");
    QVERIFY(ParkingStore(folder + QStringLiteral("/parked.json")).set(parked));
    const Ending some = m_place->run({due});
    QCOMPARE(some.status, 1);
    QCOMPARE(some.out.count('\n'), 2);
    QVERIFY2(some.out.contains(ids.constFirst().toUtf8()), some.out.constData());
    const Ending json = m_place->run({due, QStringLiteral("--json")});
    QCOMPARE(json.status, 1);
    const QJsonValue rows = QJsonDocument::fromJson(json.out)[u"rows"];
    QCOMPARE(rows.toArray().size(), 1);
    QCOMPARE(rows[0][u"why"].toString(), QStringLiteral("parked"));
    QCOMPARE(rows[0][u"note"].toString(), QStringLiteral("project\tends"));
    QCOMPARE(rows[0][u"due"].toString(), parked.constFirst().due.toString(Qt::ISODate));
    QVERIFY(ParkingStore(folder + QStringLiteral("/parked.json")).set(parked.mid(1)));
    QCOMPARE(m_place->run({due}).status, 0);
    QVERIFY(!m_place->write("[", QStringLiteral("clusterdeck/clusterdeck/parked.json")).isEmpty());
    const Ending broken = m_place->run({due});
    QCOMPARE(broken.status, 6);
    QVERIFY2(broken.err.contains(QStringLiteral("parked.json")), qPrintable(broken.err));
    QCOMPARE(m_place->present(), before);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
