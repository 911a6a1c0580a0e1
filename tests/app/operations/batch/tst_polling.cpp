// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/polling.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

class TestPolling : public QObject
{
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<PollFacts>("facts");
        QTest::addColumn<std::chrono::milliseconds>("pause");
        const auto row = [](const char *name, const PollFacts &facts,
                            std::chrono::milliseconds pause) {
            QTest::newRow(name) << facts << pause;
        };
        //                                   urgent sending second looks failures calls
        row("after a send", {false, false, false, 0, 0, 0}, 3s);
        row("then", {false, false, false, 1, 0, 1}, 5s);
        row("and then", {false, false, false, 2, 0, 1}, 10s);
        row("at last", {false, false, false, 3, 0, 1}, 30s);
        row("for ever", {false, false, false, 300, 0, 1}, 30s);
        row("a second reading", {false, false, true, 0, 0, 2}, 5s);
        row("a second reading, later", {false, false, true, 9, 0, 2}, 5s);
        row("nothing could be read", {false, false, false, 1, 1, 3}, 30s);
        row("nothing could be read for long", {true, true, true, 1, 5, 3}, 5min);
        row("while sending", {false, true, false, 0, 0, 0}, 10s);
        row("while sending, later", {false, true, false, 3, 0, 0}, 30s);
        row("while sending, a second reading", {false, true, true, 0, 0, 2}, 10s);
        row("two calls cost nothing more", {false, false, false, 0, 0, 2}, 3s);
        row("a look of four calls", {false, false, false, 0, 0, 4}, 4s);
        row("a look of ten calls", {false, false, false, 0, 0, 10}, 16s);
        row("a look of a hundred calls", {false, false, false, 0, 0, 100}, 30s);
        row("a dear look, and slow already", {false, false, false, 3, 0, 6}, 30s);
        row("a dear second reading", {false, false, true, 0, 0, 10}, 16s);
        // An item that waits for this snapshot is reconciled as fast as without other work.
        row("urgent", {true, false, false, 0, 0, 100}, 3s);
        row("urgent while sending", {true, true, false, 0, 0, 100}, 3s);
        row("urgent, later", {true, true, false, 2, 0, 100}, 10s);
        row("urgent, a second reading", {true, true, true, 3, 0, 100}, 5s);
    }

    void table()
    {
        QFETCH(PollFacts, facts);
        QFETCH(std::chrono::milliseconds, pause);
        QCOMPARE(pauseBeforePoll(facts).count(), pause.count());
    }

    void worthReading_data()
    {
        QTest::addColumn<ReadingFacts>("facts");
        QTest::addColumn<bool>("worth");
        const auto row = [](const char *name, const ReadingFacts &facts, bool worth) {
            QTest::newRow(name) << facts << worth;
        };
        //                                urgent calls running waited
        row("two calls", {false, 2, 50, 0s}, true);
        row("many calls, others still run", {false, 20, 50, 0s}, false);
        row("many calls, one still runs", {false, 3, 1, 29s}, false);
        row("many calls, none runs", {false, 20, 0, 0s}, true);
        row("many calls, waited long enough", {false, 20, 50, 30s}, true);
        row("many calls, urgent", {true, 20, 50, 0s}, true);
    }

    void worthReading()
    {
        QFETCH(ReadingFacts, facts);
        QFETCH(bool, worth);
        QCOMPARE(isWorthReading(facts), worth);
    }
};

QTEST_APPLESS_MAIN(TestPolling)
#include "tst_polling.moc"
