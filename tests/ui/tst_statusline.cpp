// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/accountcloud.h"
#include "tests/support/manualclock.h"
#include "tests/ui/builders.h"
#include "ui/statusline.h"
#include "ui/text/format.h"
#include "ui/theme/resources.h"
#include "ui/words/errortext.h"

#include <QLabel>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

class TestStatusLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*QCoreApplication::instance()); }

    void oldOnlyAfterItWasDue_data()
    {
        QTest::addColumn<int>("clusters");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("words"); // empty: not old
        QTest::newRow("few, fresh") << 3 << 1 << QString();
        QTest::newRow("few, old") << 3 << 2 << "older than 2 minutes";
        QTest::newRow("3,000, not due yet") << 3000 << 4 << QString();
        QTest::newRow("3,000, overdue") << 3000 << 5 << "older than 5 minutes";
    }

    /// Large lists are refreshed less often than every minute, to save calls.
    void oldOnlyAfterItWasDue()
    {
        QFETCH(int, clusters);
        QFETCH(int, minutes);
        QFETCH(QString, words);
        ManualClock clock;
        Session session(clock);
        Account account;
        account.id = QStringLiteral("a");
        account.name = QStringLiteral("lab");
        account.api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
        session.open(account); // its own listing never ends, because the event loop does not run
        ClusterListing all;
        all.account = account.id;
        all.complete = true;
        all.asOf = clock.utcNow();
        for (int i = 0; i < clusters; ++i) {
            ClusterRecord record;
            record.id = QStringLiteral("ehpc-%1").arg(i);
            all.clusters.append(record);
        }
        all.calls = 1 + clusters / CloudApi::PageSize;
        session.feeds().first()->accept(all);
        clock.advance(std::chrono::minutes(minutes));
        const StatusLine line(session);
        const QString text = line.findChild<QLabel *>(QStringLiteral("As of"))->text();
        QVERIFY2(text.startsWith(u"As of "), qPrintable(text));
        QCOMPARE(text.contains(u"older"), !words.isEmpty());
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    /// Names every account that could not be read; the tool tip also has the reasons, but not the
    /// one that a message bar already shows.
    void namesTheAccountsThatFailed()
    {
        SystemClock clock;
        Session session(clock);
        AccountCloud lab(QStringLiteral("lab"));
        AccountCloud prod(QStringLiteral("prod"), {QStringLiteral("ehpc-1")});
        AccountCloud test(QStringLiteral("test"));
        lab.broken = true;
        test.server.answerWith([](const RecordedRequest &) {
            return FaultAnswer::json(R"({"ret_code": 1200, "message": "no such key"})");
        });
        for (const AccountCloud *cloud : {&lab, &prod, &test})
            session.open(cloud->account);
        const StatusLine line(session);
        const auto *asOf = line.findChild<QLabel *>(QStringLiteral("As of"));
        const QString wanted = QStringLiteral("2 accounts incomplete: lab, test");
        QTRY_VERIFY2(asOf->text().endsWith(wanted), qPrintable(asOf->text()));
        QTRY_COMPARE(session.clusters().rowCount(), 1);
        const ClusterFeed *failed = session.feeds().first();
        const QStringList details = asOf->accessibleDescription().split(u'\n');
        QCOMPARE(details.size(), 3);
        QCOMPARE(details.at(1), QStringLiteral("lab: ") + errorText(*failed->error()));
        QCOMPARE(details.at(2), QStringLiteral("test"));
        QVERIFY(asOf->toolTip().contains(errorText(*failed->error()).toHtmlEscaped()));
    }

    /// A slow listing, here because few calls of the hour are left.
    void tellsHowFarALongReadingIs()
    {
        SystemClock clock;
        Session session(clock);
        AccountCloud cloud(QStringLiteral("lab"));
        cloud.account.api.callsAnHour = 10;
        cloud.server.answerWith([&](const RecordedRequest &) {
            cloud.ids = {QStringLiteral("ehpc-1"), QStringLiteral("ehpc-2")};
            return FaultAnswer::json(
                cloud.list().replace(R"("total_count": 2)", R"("total_count": 2400)"));
        });
        const StatusLine line(session);
        const auto text = [&] { return line.findChild<QLabel *>(QStringLiteral("As of"))->text(); };
        session.open(cloud.account);
        QTRY_VERIFY2(text().contains(u"of 1,200 page"), qPrintable(text()));
        const QDateTime done = session.feeds().first()->progress()->doneAt;
        QVERIFY(done > clock.utcNow().addDays(1)); // so that the text contains the day
        QVERIFY2(text().contains(dateTimeText(done)), qPrintable(text()));
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
