// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/importtext.h"

#include <QDir>
#include <QTest>

using namespace clusterdeck;

using Kind = FileProblemKind;
using Source = ImportCandidate::Source;

/// The text of an import: which file, which line, what to do, and no part of a key.
class TestImportText : public QObject
{
    Q_OBJECT

private slots:
    void problems_data();
    void problems();
    void goodOnes();
    void openToOthers();
    void keyEnd();
};

void TestImportText::problems_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("begins");

    const auto row = [](const char *name, Kind kind, Source source, int line, const char *setting,
                        const char *begins) {
        QTest::newRow(name) << int(kind) << int(source) << line << setting << begins;
    };
    row("unreadable", Kind::Unreadable, Source::Ini, 0, "",
        "~/.qingcloud/config cannot be read. Change its permissions");
    row("too large", Kind::TooLarge, Source::Yaml, 0, "",
        "~/.qingcloud/config.yaml is larger than 64 KiB");
    row("not text", Kind::NotText, Source::Yaml, 7, "",
        "Line 7 of ~/.qingcloud/config.yaml is not text (UTF-8). Save the file again");
    row("broken", Kind::Broken, Source::Yaml, 3, "",
        "Line 3 of ~/.qingcloud/config.yaml is not valid YAML. Correct it");
    row("broken INI", Kind::Broken, Source::Ini, 1, "",
        "Line 1 of ~/.qingcloud/config is not valid INI. Correct it");
    row("broken somewhere", Kind::Broken, Source::Yaml, 0, "",
        "~/.qingcloud/config.yaml is not valid YAML. Correct it");
    row("twice", Kind::Broken, Source::Ini, 9, "zone",
        "zone appears a second time in line 9 of ~/.qingcloud/config. Remove one");
    row("wrong type", Kind::WrongType, Source::Yaml, 2, "qy_access_key_id",
        "qy_access_key_id in line 2 of ~/.qingcloud/config.yaml is not one word. Correct that "
        "line");
    row("wrong variable", Kind::WrongType, Source::Variables, 0, "QINGCLOUD_ZONE",
        "The variable QINGCLOUD_ZONE does not contain a key");
    row("missing", Kind::Missing, Source::Ini, 0, "secret_access_key",
        "There is no secret_access_key in ~/.qingcloud/config. Add it there");
    row("empty", Kind::Missing, Source::Yaml, 4, "qy_secret_access_key",
        "qy_secret_access_key in line 4 of ~/.qingcloud/config.yaml is empty. Fill it in");
    row("missing variable", Kind::Missing, Source::Variables, 0, "QINGCLOUD_ACCESS_KEY_ID",
        "The variable QINGCLOUD_ACCESS_KEY_ID is not set. Set it too");
}

namespace
{

QString pathOf(Source source)
{
    switch (source) {
    case Source::Variables:
        return {};
    case Source::Yaml:
        return QDir::homePath() + QStringLiteral("/.qingcloud/config.yaml");
    case Source::Ini:
        return QDir::homePath() + QStringLiteral("/.qingcloud/config");
    }
    return {};
}

} // namespace

void TestImportText::problems()
{
    QFETCH(int, kind);
    QFETCH(int, source);
    QFETCH(int, line);
    QFETCH(QString, name);
    QFETCH(QString, begins);
    const ProviderFileProblem problem{Kind(kind), line, name, QStringLiteral("technical words")};
    const ImportCandidate candidate{Source(source), pathOf(Source(source)),
                                    tl::unexpected(problem)};
    const QString text = importProblemText(candidate);
    QVERIFY2(text.startsWith(begins), qPrintable(text));
    QVERIFY2(text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("technical")));
}

void TestImportText::goodOnes()
{
    const ProviderKeys keys{"QYACCESSKEYIDEXAMPLE", "SECRET", "jn1a"};
    QCOMPARE(importProblemText({Source::Variables, {}, keys}), QString());
    QCOMPARE(importSourceText({Source::Variables, {}, keys}),
             QStringLiteral("Environment variables"));
    QCOMPARE(importSourceText({Source::Yaml, pathOf(Source::Yaml), keys}),
             QStringLiteral("~/.qingcloud/config.yaml"));
    QCOMPARE(importSourceText({Source::Ini, QStringLiteral("/elsewhere/config"), keys}),
             QStringLiteral("/elsewhere/config"));
}

void TestImportText::openToOthers()
{
    ImportCandidate candidate{Source::Ini, pathOf(Source::Ini),
                              ProviderKeys{"QYACCESSKEYIDEXAMPLE", "SECRET", {}}};
    QCOMPARE(openToOthersText(candidate), QString());
    candidate.openToOthers = true;
    QVERIFY(openToOthersText(candidate).endsWith(
        QStringLiteral("Revoke their permission: chmod 600 ~/.qingcloud/config")));
}

void TestImportText::keyEnd()
{
    QCOMPARE(keyEndText(QStringLiteral("QYACCESSKEYIDEXA3F9K")), QStringLiteral("…3F9K"));
    QCOMPARE(keyEndText(QStringLiteral("SHORTID")), QStringLiteral("…"));
    QCOMPARE(keyEndText(QString()), QStringLiteral("…"));
}

QTEST_GUILESS_MAIN(TestImportText)
#include "tst_importtext.moc"
