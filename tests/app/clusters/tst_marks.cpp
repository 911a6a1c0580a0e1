// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/marks.h"
#include "app/demo/seededrandom.h"
#include "tests/support/utc.h"

#include <QRegularExpression>
#include <QTest>

using namespace clusterdeck;
using What = MarkChange::What;

namespace
{

const QDate March(2027, 3, 31);
const QDate December(2026, 12, 31);

Marks kept(const QDate &until = {}, const QDate &expires = {}, bool allUnderstood = true)
{
    return {true, until, expires, allUnderstood};
}

Marks odd(const QDate &expires = {})
{
    return kept({}, expires, false);
}

/// A description made of some of these parts.
QString description(demo::SeededRandom &random)
{
    static const QStringList parts{
        QStringLiteral("Ask Dr. Chen"),
        QStringLiteral("重点研发计划，数据已备份"),
        QStringLiteral("[see ticket 4711]"),
        QStringLiteral("a ] b [ c"),
        QStringLiteral("【课题组】"),
        QStringLiteral("[keep]"),
        QStringLiteral("[KEEP Until 2026-01-31]"),
        QStringLiteral("【keep until ２０２７－０３－３１】"),
        QStringLiteral("[keep until 2027-02-30]"),
        QStringLiteral("[keep it for Anna]"),
        QStringLiteral("[Expires 2026-12-31]"),
        QStringLiteral("［expires ２０２６-１１-３０］"),
        QStringLiteral("[expires soon]"),
        QStringLiteral("[keep"),
        QStringLiteral("[[expires 2026-12-31]]"),
        QStringLiteral("  "),
        QStringLiteral("\U0001F9EA e\u0301"),
    };
    QString text;
    for (int part = random.between(0, 4); part > 0; --part)
        text += random.pick(parts) + (random.chance(0.6) ? QStringLiteral(" ") : QString());
    if (random.chance(0.1)) // of the maximum length
        text = text.leftJustified(255, u'x', true);
    return text;
}

/// A description without its marks and blanks: the user's own text.
QString ownWords(const QString &text)
{
    static const QRegularExpression marks(
        QStringLiteral("[[［【]\\s*(?:keep|(?:keep\\s+until|expires)\\s+([^][【】［］\\s]{10}))\\s*"
                       "[]］】]"),
        QRegularExpression::CaseInsensitiveOption);
    QString own;
    qsizetype begin = 0;
    for (auto all = marks.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch mark = all.next();
        const QString day = mark.captured(1).normalized(QString::NormalizationForm_KC);
        if (!day.isEmpty() && !QDate::fromString(day, Qt::ISODate).isValid())
            continue;
        own += text.mid(begin, mark.capturedStart() - begin);
        begin = mark.capturedEnd();
    }
    own += text.mid(begin);
    return own.remove(u' ');
}

} // namespace

class TestMarks : public QObject
{
    Q_OBJECT

private slots:
    void read_data();
    void read();
    void days();
    void written_data();
    void written();
    void nothingIsLost();
    void rows();
};

void TestMarks::read_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Marks>("marks");
    const auto row = [](const char *text, const Marks &marks) {
        QTest::newRow(text) << QString::fromUtf8(text) << marks;
    };
    row("", {});
    row(" ", {});
    row("keep", {});
    row("[]", {});
    row("[kept]", {});
    row("[upkeep]", {});
    row("please keep", {});
    row("[expiresoon]", {});
    row("[keeper of the keys]", {});
    row("[expired 2026-12-31]", {});
    row("[keep]", kept());
    row("for Anna [ KeeP ] and others", kept());
    row("【keep】", kept());
    row("［ｋｅｅｐ］", kept());
    row("[ke\u200Bep]", kept());
    row("[keep until 2027-03-31]", kept(March));
    row("[Keep  UNTIL 2027-03-31 ]", kept(March));
    row("【keep until ２０２７-０３-３１】", kept(March));
    row("[expires 2026-12-31]", {false, {}, December});
    row("[expires 2026-12-31][expires 2027-03-31]", {false, {}, March});
    row("[keep until 2026-12-31] [keep until 2027-03-31]", kept(March));
    row("[keep until 2027-03-31] [keep]", kept());
    row("[keep until 2027-03-31] x [expires 2026-12-31]", kept(March, December));
    row("[note [keep] ]", kept());
    // A mark that is not understood locks the cluster.
    row("[keep until 2027-02-30]", odd());
    row("[keep until 31.3.2027]", odd());
    row("[keep until 2027-03-31 or later]", odd());
    row("[keep until ٢٠٢٧-٠٣-٣١]", odd());
    row("[keep until]", odd());
    row("[keepuntil 2027-03-31]", odd());
    row("[keep2027-03-31]", odd());
    row("[expires2026-12-31]", odd());
    row("[please keep]", odd());
    row("[\"keep\"]", odd());
    row("[*keep*]", odd());
    row("〔keep〕", kept());
    row("〖keep〗", kept());
    row("﹝keep﹞", kept());
    row("【保留】请不要删除", odd());
    row("[请保留到三月]", odd());
    row("[keep-alive]", odd());
    row("[keep it for Anna]", odd());
    row("[keep", odd());
    row("[keep [x]", odd());
    row("[expires]", odd());
    row("[expires soon]", odd());
    row("[expires 2026-13-01]", odd());
    row("[expires 2026-12-31", odd());
    row("[expires never] [expires 2026-12-31]", odd(December));
    row("[keep until 2027-02-30] [keep until 2027-03-31]", odd());
}

void TestMarks::read()
{
    QFETCH(const QString, text);
    QTEST(marksIn(text), "marks");
    ClusterRecord record;
    record.id = QStringLiteral("ehpc-1");
    record.description = text;
    QTEST(marksOf(record), "marks");
}

/// A day has passed when it has passed everywhere: at noon UTC of the next day.
void TestMarks::days()
{
    const QDateTime last = utc(QDate(2027, 4, 1), QTime(11, 59, 59));
    const QDateTime over = utc(QDate(2027, 4, 1), QTime(12, 0));
    QVERIFY(!isOver(March, last) && isOver(March, over));
    QVERIFY(!isOver(March, {}) && !isOver({}, over));
    QVERIFY(isKept(kept(March), last) && !isKept(kept(March), over) && isKept(kept(March), {}));
    QVERIFY(isKept(kept(), over) && isKept(odd(), over) && !isKept({}, last));
    QVERIFY(!isExpired({false, {}, March}, last) && isExpired({false, {}, March}, over));
    QVERIFY(!isExpired({false, {}, March}, {}) && !isExpired(kept(), over));
}

void TestMarks::written_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<MarkChange>("change");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *text, const MarkChange &change,
                        const char *after) {
        QTest::newRow(name) << QString::fromUtf8(text) << change << QString::fromUtf8(after);
    };
    row("nothing before", "", {What::Keep}, "[keep]");
    row("the cloud's nothing", " ", {What::Keep}, "[keep]");
    row("behind the text", "for Anna", {What::Keep, March}, "for Anna [keep until 2027-03-31]");
    row("blanks stay", " for  Anna ", {What::Expire, March}, " for  Anna  [expires 2027-03-31]");
    row("it says so", "【KEEP】 for Anna", {What::Keep}, "【KEEP】 for Anna");
    row("in its place", "a [keep] b", {What::Keep, March}, "a [keep until 2027-03-31] b");
    row("another day", "[expires 2026-12-31]", {What::Expire, March}, "[expires 2027-03-31]");
    row("two become one", "a [keep] b [keep until 2026-12-31]c", {What::Keep, March},
        "a [keep until 2027-03-31] bc");
    row("an end becomes none", "[keep until 2026-12-31] a", {What::Keep}, "[keep] a");
    row("beside the other kind", "[keep] a", {What::Expire, March},
        "[keep] a [expires 2027-03-31]");
    row("removed at the end", "a [keep]", {What::RemoveKeep}, "a");
    row("removed at the beginning", "[keep] a", {What::RemoveKeep}, "a");
    row("removed between", "a [keep] b", {What::RemoveKeep}, "a b");
    row("removed without blanks", "a[keep]b", {What::RemoveKeep}, "ab");
    row("removed alone", "[expires 2026-12-31]", {What::RemoveExpiry}, "");
    row("all of a kind", "[keep] a [keep until 2026-12-31] [expires 2026-12-31]",
        {What::RemoveKeep}, "a [expires 2026-12-31]");
    row("none to remove", "a [keep]", {What::RemoveExpiry}, "a [keep]");
    row("what is not understood stays", "[keep it for Anna]", {What::RemoveKeep},
        "[keep it for Anna]");
    row("also beside a new one", "[expires soon]", {What::Expire, March},
        "[expires soon] [expires 2027-03-31]");
}

void TestMarks::written()
{
    QFETCH(const QString, text);
    QFETCH(const MarkChange, change);
    QTEST(withMark(text, change), "after");
    QCOMPARE(withMark(withMark(text, change), change), withMark(text, change));
}

void TestMarks::nothingIsLost()
{
    demo::SeededRandom random(17);
    const MarkChange changes[] = {{What::Keep},          {What::Keep, March},
                                  {What::Expire, March}, {What::RemoveKeep},
                                  {What::RemoveExpiry},  {What::Expire, December}};
    QSet<QString> seen;
    while (seen.size() < 200) {
        QString text = description(random);
        if (seen.contains(text))
            continue;
        seen.insert(text);
        const QString own = ownWords(text);
        if (!marksIn(text).keep && !marksIn(text).expires.isValid()) {
            const QString marked = withMark(text, {What::Keep, March});
            QVERIFY2(marked == (text.trimmed().isEmpty() ? QString() : text + u' ') +
                                   QStringLiteral("[keep until 2027-03-31]"),
                     qPrintable(marked));
            QCOMPARE(withMark(marked, {What::RemoveKeep}),
                     text.trimmed().isEmpty() ? QString() : text);
        }
        for (int step = 0; step < 4; ++step) {
            const MarkChange &change = random.pick(changes);
            const QString after = withMark(text, change);
            const QByteArray what = text.toUtf8() + " → " + after.toUtf8();
            QVERIFY2(ownWords(after) == own, what.constData());
            const Marks marks = marksIn(after);
            if (change.what == What::Keep)
                QVERIFY2(marks.keep && (!marks.allUnderstood || marks.keepUntil == change.day),
                         what.constData());
            else if (change.what == What::RemoveKeep)
                QVERIFY2(marks.keep == !marks.allUnderstood, what.constData());
            else
                QVERIFY2(marks.expires == change.day, what.constData());
            text = after;
        }
    }
}

void TestMarks::rows()
{
    ClusterRecord record;
    record.id = QStringLiteral("ehpc-1");
    const auto days = [&](const char *text) {
        record.description = QString::fromUtf8(text);
        return std::pair(lastDayKept(record), lastDayBeforeExpiry(record));
    };
    using Days = std::pair<std::optional<double>, std::optional<double>>;
    QCOMPARE(days("x"), Days());
    QCOMPARE(days("[keep until 2027-03-31] [expires 2026-12-31]"),
             Days(double(March.toJulianDay()), double(December.toJulianDay())));
    QCOMPARE(days("[keep]"), Days(std::numeric_limits<double>::infinity(), std::nullopt));
}

QTEST_APPLESS_MAIN(TestMarks)
#include "tst_marks.moc"
