// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/nonrewindablebody.h"

#include <QTest>

using namespace clusterdeck;

class TestNonRewindableBody : public QObject
{
    Q_OBJECT

private slots:
    void isReadOnceAndToTheEnd();
    void cannotGoBack();
    void lookingTakesNothing();
    void aClosedOneGivesNothing();
};

void TestNonRewindableBody::isReadOnceAndToTheEnd()
{
    NonRewindableBody body("0123456789");
    QVERIFY(body.isSequential());
    QVERIFY(!body.wasTouched());
    QCOMPARE(body.bytesAvailable(), 10);
    QCOMPARE(body.read(4), QByteArray("0123"));
    QVERIFY(body.wasTouched());
    QCOMPARE(body.bytesAvailable(), 6);
    QVERIFY(!body.atEnd());
    QCOMPARE(body.read(100), QByteArray("456789"));
    QVERIFY(body.atEnd());
    char byte = 0;
    QCOMPARE(body.read(&byte, 1), -1);
}

void TestNonRewindableBody::cannotGoBack()
{
    NonRewindableBody body("abc");
    QVERIFY(!body.seek(0));
    QCOMPARE(body.read(3), QByteArray("abc"));
    QVERIFY(!body.seek(0));
    QVERIFY(!body.reset());
    QCOMPARE(body.readAll(), QByteArray());
}

void TestNonRewindableBody::lookingTakesNothing()
{
    NonRewindableBody body("abc");
    QCOMPARE(body.size(), 3);
    QVERIFY(!body.atEnd());
    QVERIFY(!body.wasTouched());
    QVERIFY(!body.isWritable());
}

void TestNonRewindableBody::aClosedOneGivesNothing()
{
    NonRewindableBody body("abc");
    body.close();
    QCOMPARE(body.bytesAvailable(), 0);
    QTest::ignoreMessage(QtWarningMsg,
                         "QIODevice::read (clusterdeck::NonRewindableBody): device not open");
    QCOMPARE(body.readAll(), QByteArray());
    QVERIFY(!body.wasTouched());
}

QTEST_GUILESS_MAIN(TestNonRewindableBody)
#include "tst_nonrewindablebody.moc"
