// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/visibletext.h"
#include "tests/support/hostiletexts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace clusterdeck;

namespace
{

QString fromCodePoint(char32_t character)
{
    return QChar::requiresSurrogates(character) ? QString::fromUcs4(&character, 1)
                                                : QString(QChar(char16_t(character)));
}

} // namespace

class TestVisibleText : public QObject
{
    Q_OBJECT

private slots:
    void shown_data();
    void shown();
    void everyCodePoint();
    void plainTextIsShared();
    void randomText();
    void beginning_data();
    void beginning();
    void beginningOfRandomText();
};

void TestVisibleText::shown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &text, const QString &whole,
                        const QString &lines, const QString &line) {
        QTest::newRow(name) << text << whole << lines << line;
    };
    const auto same = [&](const char *name, const QString &text, const QString &visible) {
        row(name, text, visible, visible, visible);
    };
    same("empty", {}, {});
    same("plain", QStringLiteral("lab 1"), QStringLiteral("lab 1"));
    same("HTML", QStringLiteral("<b>&lt;%1"), QStringLiteral("<b>&lt;%1"));
    same("nul", QStringLiteral("a") + QChar(QChar::Null) + u'b', QStringLiteral("a⟨U+0000⟩b"));
    same("bell", QStringLiteral("\a"), QStringLiteral("⟨U+0007⟩"));
    same("escape", QStringLiteral("\u001B[31mx"), QStringLiteral("⟨U+001B⟩[31mx"));
    same("unit separator", QStringLiteral("\u001F"), QStringLiteral("⟨U+001F⟩"));
    same("delete", QStringLiteral("\u007F"), QStringLiteral("⟨U+007F⟩"));
    same("C1", QStringLiteral("\u009B"), QStringLiteral("⟨U+009B⟩"));
    same("override", QStringLiteral("a\u202Eb"), QStringLiteral("a⟨U+202E⟩b"));
    same("isolate", QStringLiteral("\u2066a\u2069"), QStringLiteral("⟨U+2066⟩a⟨U+2069⟩"));
    same("marks", QStringLiteral("\u200E\u200F\u061C"), QStringLiteral("⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"));
    same("separators", QStringLiteral("a\u2028\u2029"), QStringLiteral("a⟨U+2028⟩⟨U+2029⟩"));
    same("soft hyphen", QStringLiteral("a\u00ADb"), QStringLiteral("a⟨U+00AD⟩b"));
    same("no width", QStringLiteral("\u200B\uFEFF\u2060\u2063"),
         QStringLiteral("⟨U+200B⟩⟨U+FEFF⟩⟨U+2060⟩⟨U+2063⟩"));
    same("annotation", QStringLiteral("\uFFF9\uFFFB"), QStringLiteral("⟨U+FFF9⟩⟨U+FFFB⟩"));
    same("no ink", QStringLiteral("\u3164"), QStringLiteral("⟨U+3164⟩"));
    same("picture", QStringLiteral("\uFFFC"), QStringLiteral("⟨U+FFFC⟩"));
    same("tag", fromCodePoint(0xE0041), QStringLiteral("⟨U+E0041⟩"));
    same("noncharacters", QString(QChar(0xFFFE)) + fromCodePoint(0x10FFFF) + QChar(0xFDD0),
         QStringLiteral("⟨U+FFFE⟩⟨U+10FFFF⟩⟨U+FDD0⟩"));
    same("lone high surrogate", QStringLiteral("a") + QChar(0xD83D) + u'b',
         QStringLiteral("a⟨U+D83D⟩b"));
    same("high surrogate at the end", QString(QChar(0xD83D)), QStringLiteral("⟨U+D83D⟩"));
    same("low, then high", QString(QChar(0xDE00)) + QChar(0xD83D),
         QStringLiteral("⟨U+DE00⟩⟨U+D83D⟩"));
    same("emoji family", QStringLiteral("👨‍👩‍👧 ❤️"),
         QStringLiteral("👨‍👩‍👧 ❤️"));
    same("Persian", QStringLiteral("می‌خواهم"), QStringLiteral("می‌خواهم"));
    same("Hebrew", QStringLiteral("שלום"), QStringLiteral("שלום"));
    same("Chinese", QStringLiteral("测试集群"), QStringLiteral("测试集群"));
    same("replacement", QStringLiteral("\uFFFD"), QStringLiteral("\uFFFD"));
    same("typed by a joker", QStringLiteral("⟨U+202E⟩␀"), QStringLiteral("⟨U+202E⟩␀"));
    row("line feed", QStringLiteral("a\nb"), QStringLiteral("a⟨U+000A⟩b"), QStringLiteral("a\nb"),
        QStringLiteral("a b"));
    row("CR LF", QStringLiteral("a\r\nb"), QStringLiteral("a⟨U+000D⟩⟨U+000A⟩b"),
        QStringLiteral("a\nb"), QStringLiteral("a b"));
    // A lone CR makes a terminal overwrite the text before it.
    row("CR", QStringLiteral("a\rb"), QStringLiteral("a⟨U+000D⟩b"), QStringLiteral("a⟨U+000D⟩b"),
        QStringLiteral("a⟨U+000D⟩b"));
    row("tab", QStringLiteral("a\tb"), QStringLiteral("a⟨U+0009⟩b"), QStringLiteral("a\tb"),
        QStringLiteral("a b"));
    row("blanks", QStringLiteral("  a  b "), QStringLiteral("  a  b "), QStringLiteral("  a  b "),
        QStringLiteral("a b"));
    row("wide blank", QStringLiteral("a\u00A0b\u3000"), QStringLiteral("a\u00A0b\u3000"),
        QStringLiteral("a\u00A0b\u3000"), QStringLiteral("a b"));
}

void TestVisibleText::shown()
{
    QFETCH(const QString, text);
    QTEST(visibleText(text), "whole");
    QTEST(visibleLines(text), "lines");
    QTEST(visibleLine(text), "line");
    QCOMPARE(visibleText(visibleText(text)), visibleText(text));
    QCOMPARE(visibleLines(visibleLines(text)), visibleLines(text));
    QCOMPARE(visibleLine(visibleLine(text)), visibleLine(text));
}

void TestVisibleText::everyCodePoint()
{
    int hidden = 0;
    for (char32_t character = 0; character <= QChar::LastValidCodePoint; ++character) {
        const bool said = isHidden(character);
        if (hasNoShape(character))
            QVERIFY2(said, qPrintable(QString::number(character, 16)));
        // Never a visible letter, a digit, a symbol or an ordinary space.
        if (said && !hasNoShape(character) && !QChar::isNonCharacter(character))
            QVERIFY2(QChar::category(character) == QChar::Other_NotAssigned ||
                         QList<char32_t>(
                             {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0xFFFC})
                             .contains(character),
                     qPrintable(QString::number(character, 16)));
        hidden += said ? 1 : 0;
        const QString visible = visibleText(fromCodePoint(character));
        QCOMPARE(visible != fromCodePoint(character), said);
    }
    QVERIFY(hidden > 2000 && hidden < 7000);
}

void TestVisibleText::plainTextIsShared()
{
    const QString plain = QStringLiteral("prod 测试 😀 שלום").repeated(3);
    QVERIFY(visibleText(plain).isSharedWith(plain));
    QVERIFY(visibleLines(plain).isSharedWith(plain));
    QVERIFY(visibleLine(plain).isSharedWith(plain));
    QVERIFY(beginningOf(plain, 1000).isSharedWith(plain));
}

/// The output contains no hidden character, whatever the input is.
void TestVisibleText::randomText()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 20000; ++round) {
        QString text;
        const int length = random.bounded(12);
        for (int i = 0; i < length; ++i)
            text += QChar(char16_t(random.bounded(3) == 0 ? random.bounded(0x10000)
                                   : random.bounded(2)    ? 0xD800 + random.bounded(0x800)
                                                          : random.bounded(0x80)));
        const QString visible = visibleText(text);
        for (const char32_t character : visible.toUcs4())
            QVERIFY2(!isHidden(character), qPrintable(visible));
        QCOMPARE(QString::fromUtf8(visible.toUtf8()), visible); // no broken surrogates
        const int enough = random.bounded(16);
        const auto stopped = [&](const QString &some, const QString &all) {
            return some == all || (some.size() >= enough && all.startsWith(some));
        };
        QVERIFY(stopped(visibleLines(text, enough), visibleLines(text)));
        QVERIFY(stopped(visibleLine(text, enough), visibleLine(text)));
        for (const char32_t character : visibleLines(text).toUcs4())
            QVERIFY(!isHidden(character) || character == U'\n' || character == U'\t');
        for (const char32_t character : visibleLine(text).toUcs4())
            QVERIFY(!isHidden(character));
    }
}

void TestVisibleText::beginning_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const QString &text, int limit, const QString &kept) {
        QTest::newRow(name) << text << limit << kept;
    };
    row("short", QStringLiteral("abc"), 3, QStringLiteral("abc"));
    row("long", QStringLiteral("abcd"), 3, QStringLiteral("abc"));
    row("between surrogates", QStringLiteral("ab😀d"), 3, QStringLiteral("ab"));
    row("behind them", QStringLiteral("a😀d"), 3, QStringLiteral("a😀"));
    row("accent", QStringLiteral("abe\u0301d"), 3, QStringLiteral("ab"));
    row("emoji family", QStringLiteral("a👨‍👩‍👧b"), 5, QStringLiteral("a"));
    row("one character, too long", QStringLiteral("e") + QString(50, QChar(0x0301)), 10,
        QStringLiteral("e") + QString(9, QChar(0x0301)));
    row("surrogates, too long", QStringLiteral("😀") + QString(50, QChar(0x0301)), 1, {});
    row("sign", QStringLiteral("abc⟨U+202E⟩d"), 10, QStringLiteral("abc"));
    row("behind the sign", QStringLiteral("abc⟨U+202E⟩d"), 11, QStringLiteral("abc⟨U+202E⟩"));
    row("long sign", QStringLiteral("ab⟨U+10FFFF⟩d"), 11, QStringLiteral("ab"));
    row("no sign", QStringLiteral("abc⟨U+ and more"), 8, QStringLiteral("abc⟨U+ a"));
    row("signs only", QStringLiteral("⟨U+202E⟩⟨U+202E⟩"), 9, QStringLiteral("⟨U+202E⟩"));
}

void TestVisibleText::beginning()
{
    QFETCH(const QString, text);
    QFETCH(const int, limit);
    QTEST(beginningOf(text, limit), "kept");
}

void TestVisibleText::beginningOfRandomText()
{
    const QStringList parts{QStringLiteral("a"),
                            QStringLiteral("😀"),
                            QStringLiteral("\u0301"),
                            QStringLiteral("\u202E"),
                            QStringLiteral("⟨"),
                            QStringLiteral("⟩"),
                            QStringLiteral("👨‍👩‍👧")};
    QRandomGenerator random(13);
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (int i = random.bounded(20); i >= 0; --i)
            text += parts.at(random.bounded(int(parts.size())));
        text = visibleText(text);
        const int limit = 12 + random.bounded(20); // longer than any single escape
        const QString kept = beginningOf(text, limit);
        QVERIFY(kept.size() <= limit && text.startsWith(kept));
        QVERIFY(!kept.isEmpty());
        QVERIFY2(kept.isEmpty() || !kept.back().isHighSurrogate(), qPrintable(kept));
        QCOMPARE(kept.count(u"⟨U"), kept.count(u"⟨U+202E⟩"));
    }
}

QTEST_APPLESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
