// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/ownernotice.h"

#include <QTest>
#include <QUrlQuery>

using namespace clusterdeck;

namespace
{

PlanItem item(const char *account, const char *owner, const char *runUser = "")
{
    PlanItem item;
    item.cluster.account = QLatin1String(account);
    item.cluster.record.owner = QString::fromUtf8(owner);
    item.cluster.record.runUser = QString::fromUtf8(runUser);
    return item;
}

} // namespace

class TestOwnerNotice : public QObject
{
    Q_OBJECT

private slots:
    void eachOwnerOnce();
    void addresses_data();
    void addresses();
    void mails();
    void longMails();
};

void TestOwnerNotice::eachOwnerOnce()
{
    Plan plan;
    plan.items = {
        item("a", "usr-1"),     item("a", ""),      item("a", "usr-2"), item("a", "usr-1"),
        item("a", "", "usr-2"), item("b", "usr-1"), item("a", ""),      item("a", "w@lab.example")};
    const QList<OwnerNotice> expected{{"a", "usr-1", {}, {0, 3}},
                                      {"a", "usr-2", {}, {2, 4}},
                                      {"b", "usr-1", {}, {5}},
                                      {"a", "w@lab.example", "w@lab.example", {7}},
                                      {"a", {}, {}, {1, 6}}};
    QCOMPARE(ownerNotices(plan), expected);
    QVERIFY(ownerNotices(Plan()).isEmpty());
}

void TestOwnerNotice::addresses_data()
{
    QTest::addColumn<QString>("owner");
    QTest::addColumn<bool>("is");
    QTest::newRow("user") << "usr-1" << false;
    QTest::newRow("plain") << "wang@lab.example" << true;
    QTest::newRow("dots") << "li.wang+hpc@cs.lab.example" << true;
    QTest::newRow("two") << "a@b.example,c@d.example" << false;
    QTest::newRow("a header") << "a@b.example?bcc=c@d.example" << false;
    QTest::newRow("a line break") << "a@b.example\nBcc: c@d.example" << false;
    QTest::newRow("a name") << "Wang <wang@lab.example>" << false;
    QTest::newRow("no host") << "wang@" << false;
    QTest::newRow("hidden") << QString::fromUtf8("wa\u202Eng@lab.example") << false;
    QTest::newRow("long") << QString(250, u'a') + "@b.example" << false;
}

void TestOwnerNotice::addresses()
{
    QFETCH(QString, owner);
    QTEST(!mailAddressIn(owner).isEmpty(), "is");
}

/// Nothing in a text becomes a header, another recipient or an escape.
void TestOwnerNotice::mails()
{
    const QString subject = QStringLiteral("50% & more? #1 %41");
    const QString body = QString::fromUtf8("测试\nA&B=C+D %0A end");
    const auto url = mailUrl(QStringLiteral("w@lab.example"), subject, body);
    QVERIFY(url);
    QVERIFY(url->isValid());
    const QByteArray whole = url->toEncoded();
    QVERIFY2(whole.startsWith("mailto:w@lab.example?subject=50%25%20%26%20more"),
             whole.constData());
    QVERIFY2(whole.contains("&body=%E6%B5%8B%E8%AF%95%0D%0AA%26B%3DC"), whole.constData());
    QCOMPARE(whole.count('&'), 1);
    QCOMPARE(whole.count('?'), 1);
    QCOMPARE(whole.count('#'), 0);
    const QByteArray sent = whole.mid(whole.indexOf("body=") + 5);
    QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(sent)),
             QString(body).replace(u'\n', QStringLiteral("\r\n")));
    QVERIFY(mailUrl({}, subject, body)->toEncoded().startsWith("mailto:?subject="));
}

void TestOwnerNotice::longMails()
{
    const auto lengthOf = [](int letters) {
        const auto url = mailUrl({}, QStringLiteral("s"), QString(letters, u'a'));
        return url ? url->toEncoded().size() : -1;
    };
    const int most = int(LongestMailUrl - lengthOf(0));
    QCOMPARE(lengthOf(most), LongestMailUrl);
    QCOMPARE(lengthOf(most + 1), -1);
    QVERIFY(!mailUrl({}, {}, QString(300, QChar(0x6D4B)))); // nine bytes each
}

QTEST_GUILESS_MAIN(TestOwnerNotice)
#include "tst_ownernotice.moc"
