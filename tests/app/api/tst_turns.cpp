// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/turns.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace clusterdeck;

class TestTurns : public QObject
{
    Q_OBJECT

private slots:
    /// Whatever else waits in the event loop comes between any two of them.
    void oneAtATime()
    {
        Turns turns;
        QString story;
        for (const QChar letter : QStringLiteral("abc")) {
            turns.take(this, [this, &story, letter] {
                story += letter;
                QMetaObject::invokeMethod(
                    this, [&story] { story += u'-'; }, Qt::QueuedConnection);
            });
        }
        QVERIFY(story.isEmpty());
        QTRY_COMPARE(story, QStringLiteral("a-b-c-"));
    }

    void nobodyIsLeftToHear()
    {
        auto context = std::make_unique<QObject>();
        auto turns = std::make_unique<Turns>();
        int heard = 0;
        turns->take(context.get(), [&] { ++heard; });
        turns->take(this, [&] {
            heard += 10;
            turns.reset(); // a listener may take down everything
        });
        turns->take(this, [&] { heard += 100; });
        context.reset();
        QTRY_VERIFY(!turns);
        QCoreApplication::processEvents();
        QCOMPARE(heard, 10);
    }

    void moreWorkFromWithin()
    {
        Turns turns;
        int left = 5;
        std::function<void()> again = [&] {
            if (--left > 0)
                turns.take(this, again);
        };
        turns.take(this, again);
        QTRY_COMPARE(left, 0);
    }
};

QTEST_GUILESS_MAIN(TestTurns)
#include "tst_turns.moc"
