// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/catalogue.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/text/language.h"
#include "ui/theme/resources.h"
#include "ui/words/statelook.h"
#include "ui/words/verbtext.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace clusterdeck;

namespace
{

/// The parts that every language must contain: placeholders, mnemonics, line breaks.
QStringList marksOf(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("%L?\\d+|%L?n|\\n|&(?=[^& ])|…$"));
    QStringList marks;
    // "&&" is a literal ampersand. A language with another script has the mnemonic in brackets at
    // the end.
    QString plain = QString(text).remove(QStringLiteral("&&"));
    for (auto match = mark.globalMatch(plain); match.hasNext();)
        marks.append(match.next().captured());
    marks.sort();
    return marks;
}

/// The mnemonic; none when it is the first letter of an inserted text.
QChar keyOf(const QString &text)
{
    static const QRegularExpression key(QStringLiteral("&([^& ])"));
    const QString found = key.match(QString(text).remove(QStringLiteral("&&"))).captured(1);
    return found.isEmpty() ? QChar() : found.at(0).toUpper();
}

} // namespace

/// The catalogues contain every text of the program, and lose nothing of it.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { use("en"); }
    void everyTextIsInTheCatalogues();
    void nothingIsLost_data();
    void nothingIsLost();
    void english();
    void chinese();
    void qtsOwnWords();
    void everyLanguageAtOnce();
    void choice_data();
    void choice();
    void formats_data();
    void formats();
    void numbersAreInTheProgramsLanguage();
    void timesOfDay();
    void days();
    void statesWithinASentence();
    void joining();

private:
    static void use(const char *language)
    {
        qDeleteAll(qApp->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
        useLanguage(*qApp, QLatin1String(language));
    }
};

void TestTranslations::initTestCase()
{
    loadResources(*qApp);
}

/// Updates copies of the catalogues, which must not change them.
void TestTranslations::everyTextIsInTheCatalogues()
{
    QTemporaryDir folder;
    const QStringList files = QDir(catalogues()).entryList({QStringLiteral("*.ts")});
    QCOMPARE(files.size(), languages().size());
    for (const QString &file : files)
        QVERIFY(QFile::copy(catalogues() + u'/' + file, folder.filePath(file)));
    QProcess update;
    update.start(QStringLiteral(CLUSTERDECK_SOURCE_DIR "/packaging/translations.sh"),
                 {folder.path()});
    QVERIFY(update.waitForFinished(120'000));
    QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());

    for (const QString &file : files) {
        QSet<QString> kept;
        for (const Message &message : readCatalogue(catalogues() + u'/' + file))
            kept.insert(message.id());
        QStringList missing;
        for (const Message &message : readCatalogue(folder.filePath(file))) {
            if (!kept.remove(message.id()))
                missing.append(message.id());
        }
        const QString advice = QStringLiteral("%1: run packaging/translations.sh. ").arg(file);
        QVERIFY2(missing.isEmpty(),
                 qPrintable(advice + QStringLiteral("Missing:\n") + missing.join(u'\n')));
        QVERIFY2(kept.isEmpty(), qPrintable(advice + QStringLiteral("Not used any more:\n") +
                                            kept.values().join(u'\n')));
    }
}

void TestTranslations::nothingIsLost_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("plurals");
    QTest::newRow("English") << QStringLiteral("clusterdeck_en.ts") << 2;
    QTest::newRow("Chinese") << QStringLiteral("clusterdeck_zh_CN.ts") << 1;
}

void TestTranslations::nothingIsLost()
{
    QFETCH(QString, file);
    QFETCH(int, plurals);
    const QList<Message> messages = readCatalogue(catalogues() + u'/' + file);
    QVERIFY(messages.size() > 100);
    QStringList wrong;
    for (const Message &message : messages) {
        const auto object = [&](const char *what) {
            wrong.append(QStringLiteral("%1: %2").arg(QLatin1String(what), message.id()));
        };
        if (message.context.isEmpty()) // of a name that lupdate does not know
            object("no class");
        if (message.unfinished)
            object("unfinished");
        if (message.translations.size() != (message.numbered ? plurals : 1))
            object("plural forms");
        for (const QString &form : message.translations) {
            if (form.isEmpty())
                object("empty");
            QStringList marks = marksOf(message.source);
            // A text for exactly one needs no number.
            if (plurals > 1 && form == message.translations.first() && !form.contains(u"%Ln"))
                marks.removeAll(QStringLiteral("%Ln"));
            if (marksOf(form) != marks)
                object("places, line breaks, key or dots");
            if (const QChar key = keyOf(message.source); key != u'%' && key != keyOf(form))
                object("another key");
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::english()
{
    QCOMPARE(readingText(1), QStringLiteral("Reading the current state of 1 cluster…"));
    QCOMPARE(readingText(2), QStringLiteral("Reading the current state of 2 clusters…"));
}

void TestTranslations::chinese()
{
    use("zh_CN");
    QCOMPARE(readingText(1), QStringLiteral("正在读取 1 个集群的最新信息…"));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    // Known English words of the provider are translated.
    ClusterRecord cluster;
    cluster.status = QStringLiteral("active");
    cluster.transition = QStringLiteral("resizing");
    QCOMPARE(lookOf(cluster).word, QStringLiteral("运行中 – 调整规格中"));
    cluster.status = QStringLiteral("pending");
    cluster.transition = QStringLiteral("creating");
    QCOMPARE(lookOf(cluster).word, QStringLiteral("创建中")); // once is enough
    cluster.transition = QStringLiteral("melting");
    QCOMPARE(lookOf(cluster).word, QStringLiteral("创建中 – melting"));
    use("en");
    cluster.transition = QStringLiteral("creating");
    QCOMPARE(lookOf(cluster).word, QStringLiteral("Pending – creating"));
    QCOMPARE(readingText(1), QStringLiteral("Reading the current state of 1 cluster…"));
}

void TestTranslations::qtsOwnWords()
{
    use("zh_CN");
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    const QString text = box.button(QDialogButtonBox::Cancel)->text();
    QVERIFY2(text.contains(QStringLiteral("取消")), qPrintable(text));
}

void TestTranslations::everyLanguageAtOnce()
{
    const auto sentence = [] {
        return inEveryLanguage("clusterdeck::SettingsDialog",
                               "Takes effect after Clusterdeck restarts.");
    };
    const QString wanted = QStringLiteral("Takes effect after Clusterdeck restarts.\n"
                                          "重新启动 Clusterdeck 后生效。");
    QCOMPARE(sentence(), wanted);
    use("zh_CN");
    QCOMPARE(sentence(), wanted);
}

void TestTranslations::choice_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QStringList>("desktop");
    QTest::addColumn<QString>("language");
    const auto row = [](const char *name, const char *wish, const char *desktop, const char *what) {
        QTest::newRow(name) << QString::fromLatin1(wish)
                            << QString::fromLatin1(desktop).split(u' ', Qt::SkipEmptyParts)
                            << QString::fromLatin1(what);
    };
    row("the desktop's", "", "zh-CN", "zh_CN");
    row("the desktop's, with a script", "", "zh-Hans-CN", "zh_CN");
    row("Singapore", "", "zh-SG", "zh_CN");
    row("traditional letters are another language", "", "zh-TW en-US", "en");
    row("the first that is spoken", "", "de-DE zh-CN en-US", "zh_CN");
    row("none is spoken", "", "de-DE fr-FR", "en");
    row("no desktop", "", "", "en");
    row("C", "", "C", "en");
    row("a wish", "zh_CN", "en-US", "zh_CN");
    row("a wish against the desktop", "en", "zh-CN", "en");
    row("a wish for what is not spoken", "tlh", "zh-CN", "zh_CN");
}

void TestTranslations::choice()
{
    QFETCH(QString, wish);
    QFETCH(QStringList, desktop);
    QTEST(languageFor(wish, desktop), "language");
}

void TestTranslations::formats_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QLocale>("desktop");
    QTest::addColumn<QLocale>("formats");
    const QLocale german(QLocale::German);
    const QLocale chinese(QStringLiteral("zh_CN"));
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale egyptian(QLocale::Arabic, QLocale::Egypt);
    QTest::newRow("the desktop's") << QStringLiteral("en") << british << british;
    QTest::newRow("its own") << QStringLiteral("en") << german << QLocale(QStringLiteral("en"));
    QTest::newRow("its own digits")
        << QStringLiteral("en") << egyptian << QLocale(QStringLiteral("en"));
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << british << chinese;
    QTest::newRow("C") << QStringLiteral("en") << QLocale::c() << QLocale(QStringLiteral("en"));
}

void TestTranslations::formats()
{
    QFETCH(QString, language);
    QFETCH(QLocale, desktop);
    QTEST(formatsFor(language, desktop), "formats");
}

/// "%n" is written without digit grouping in every language.
void TestTranslations::numbersAreInTheProgramsLanguage()
{
    for (const QString &file : QDir(catalogues()).entryList({QStringLiteral("*.ts")})) {
        for (const Message &message : readCatalogue(catalogues() + u'/' + file))
            QVERIFY2(!message.source.contains(u"%n"), qPrintable(message.source));
    }
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    QCOMPARE(readingText(12345), QStringLiteral("Reading the current state of 12,345 clusters…"));
    QCOMPARE(hoursText(1234567.8), QStringLiteral("1,234,568"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(ageText(now.addYears(-1500), now), QStringLiteral("1,500 y"));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(hoursText(1234567.8), QStringLiteral("1.234.568"));
    QCOMPARE(hoursText(1.5), QStringLiteral("1,5"));
}

void TestTranslations::timesOfDay()
{
    const QDateTime time(QDate(2026, 11, 30), QTime(14, 2, 11));
    const auto in = [&](const QLocale &locale) {
        QLocale::setDefault(locale);
        return timeText(time).replace(QChar(0x202F), u' '); // newer locale data uses U+202F
    };
    QCOMPARE(in(QLocale(QLocale::English, QLocale::UnitedStates)), QStringLiteral("2:02:11 PM"));
    QCOMPARE(in(QLocale(QLocale::English, QLocale::UnitedKingdom)), QStringLiteral("14:02:11"));
    QCOMPARE(in(QLocale(QLocale::German)), QStringLiteral("14:02:11"));
    QCOMPARE(in(QLocale(QLocale::Danish)), QStringLiteral("14.02.11"));
    QCOMPARE(in(QLocale(QStringLiteral("zh_CN"))), QStringLiteral("14:02:11"));
    QCOMPARE(in(QLocale::c()), QStringLiteral("14:02:11"));
}

void TestTranslations::days()
{
    const QDate day(2027, 1, 2);
    const auto in = [&](const QLocale &locale) {
        QLocale::setDefault(locale);
        return dayText(day);
    };
    QCOMPARE(in(QLocale(QLocale::English, QLocale::UnitedStates)), QStringLiteral("1/2/2027"));
    QCOMPARE(in(QLocale(QLocale::English, QLocale::UnitedKingdom)), QStringLiteral("02/01/2027"));
    QCOMPARE(in(QLocale(QLocale::German)), QStringLiteral("02.01.2027"));
    QCOMPARE(in(QLocale(QStringLiteral("zh_CN"))), QStringLiteral("2027/1/2"));
    QVERIFY(dateTimeText({day, QTime(14, 2)}).startsWith(u"2027/1/2 "));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(dateTimeText({day, QTime(14, 2)}).startsWith(u"1/2/2027"));
}

namespace
{

/// German words, as a catalogue would contain them.
class GermanStates : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *comment,
                                    int) const override
    {
        if (QByteArrayView(source) != "failed" || QByteArrayView(comment) != "within a sentence")
            return {};
        return QStringLiteral("Fehlschläge");
    }
};

} // namespace

/// Within a sentence, a language may write a state with a capital letter.
void TestTranslations::statesWithinASentence()
{
    QCOMPARE(countText(2, ItemState::Failed), QStringLiteral("2 failed"));
    GermanStates german;
    QCoreApplication::installTranslator(&german);
    QCOMPARE(countText(2, ItemState::Failed), QStringLiteral("2 Fehlschläge"));
    QCoreApplication::removeTranslator(&german);
}

void TestTranslations::joining()
{
    const QStringList english{QStringLiteral("One."), QString(), QStringLiteral("Two.")};
    QCOMPARE(sentences(english), QStringLiteral("One. Two."));
    QCOMPARE(sentences({}), QString());
    QCOMPARE(sentences({QStringLiteral("一。"), QStringLiteral("二。")}),
             QStringLiteral("一。二。"));
    QCOMPARE(enumerated({QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("a, b"));
    use("zh_CN");
    QCOMPARE(enumerated({QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("a、b"));
    QCOMPARE(clauses({QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("a；b"));
    QCOMPARE(labelled(QStringLiteral("a"), QStringLiteral("b")), QStringLiteral("a：b"));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
