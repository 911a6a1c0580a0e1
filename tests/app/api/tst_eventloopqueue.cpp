// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/eventloopqueue.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace clusterdeck;

class TestEventLoopQueue : public QObject
{
    Q_OBJECT

private slots:
    /// Other pending events are processed between two actions of the queue.
    void oneAtATime()
    {
        EventLoopQueue eventLoopQueue;
        QString story;
        for (const QChar letter : QStringLiteral("abc")) {
            eventLoopQueue.take(this, [this, &story, letter] {
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
        auto eventLoopQueue = std::make_unique<EventLoopQueue>();
        int heard = 0;
        eventLoopQueue->take(context.get(), [&] { ++heard; });
        eventLoopQueue->take(this, [&] {
            heard += 10;
            eventLoopQueue.reset(); // a listener may destroy the queue
        });
        eventLoopQueue->take(this, [&] { heard += 100; });
        context.reset();
        QTRY_VERIFY(!eventLoopQueue);
        QCoreApplication::processEvents();
        QCOMPARE(heard, 10);
    }

    void moreWorkFromWithin()
    {
        EventLoopQueue eventLoopQueue;
        int left = 5;
        std::function<void()> again = [&] {
            if (--left > 0)
                eventLoopQueue.take(this, again);
        };
        eventLoopQueue.take(this, again);
        QTRY_COMPARE(left, 0);
    }
};

QTEST_GUILESS_MAIN(TestEventLoopQueue)
#include "tst_eventloopqueue.moc"
