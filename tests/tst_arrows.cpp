// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace
{

const QString Top = QStringLiteral(CLUSTERDECK_SOURCE_DIR);

/// "app/clusters/table/sortedrows.h" → "app/clusters/table"; "app/session.h" → "app";
/// "ui/theme/icons.h" → "ui".
QString folderOf(const QString &path)
{
    if (!path.startsWith(QLatin1String("app/")))
        return path.section(QLatin1Char('/'), 0, 0);
    return path.section(QLatin1Char('/'), 0, -2);
}

/// The folders that a folder may include from, besides itself: these, and the ones that these may
/// include. The root ("app") may include every folder except the demo.
const QMap<QString, QStringList> Arrows{
    {"app/support", {}},
    {"app/desktop", {"app/support"}},
    {"app/api", {"app/support"}},
    {"app/accounts", {"app/operations/batch"}},
    {"app/clusters", {"app/api"}},
    {"app/clusters/listing", {"app/clusters"}},
    {"app/clusters/table", {"app/clusters/listing"}},
    {"app/clusters/details", {"app/clusters/table"}},
    {"app/clusters/pastedlist", {"app/clusters/table"}},
    {"app/parking", {"app/clusters"}},
    {"app/operations/batch", {"app/clusters/listing"}},
    {"app/operations/plan", {"app/operations/batch"}},
    {"app/operations/journal", {"app/operations/batch"}},
    {"app/operations", {"app/operations/plan", "app/operations/journal", "app/clusters/table"}},
    {"app/history", {"app/operations", "app/clusters/details"}},
    {"app/commandline", {"app/history", "app/parking", "app/accounts", "app/clusters/pastedlist"}},
    {"app/presenter", {"app/accounts", "app/operations/plan"}},
    {"app/demo", {}},
    {"app", {"app/commandline", "app/presenter", "app/desktop"}},
    {"ui", {"app"}},
};

QStringList reachedFrom(const QString &folder)
{
    QStringList reached = Arrows.value(folder);
    for (qsizetype next = 0; next < reached.size(); ++next) {
        for (const QString &further : Arrows.value(reached.at(next))) {
            if (!reached.contains(further))
                reached.append(further);
        }
    }
    return reached;
}

struct Include {
    QString file;
    QString header;
    bool ours;
};

QList<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression line(QStringLiteral(R"(^\s*#\s*include\s*(["<])([^">]+)[">])"),
                                         QRegularExpression::MultilineOption);
    QList<Include> includes;
    QDirIterator files(Top + QLatin1Char('/') + folder, {"*.cpp", "*.h"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        const QString name = file.fileName().mid(Top.size() + 1);
        auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            const auto match = matches.next();
            includes.append({name, match.captured(2), match.captured(1) == QLatin1String("\"")});
        }
    }
    return includes;
}

QString describe(const Include &include)
{
    return include.file + QStringLiteral(" includes ") + include.header;
}

} // namespace

/// Checks the design's dependencies: ui → app; commandline → history → operations → clusters → api
/// → support; the demo does not depend on the client. Linking already keeps Gui and Widgets out of
/// app/; this test finds the rest.
class TestArrows : public QObject
{
    Q_OBJECT

private slots:
    void foldersKnowOnlyWhatTheyMay()
    {
        int seen = 0;
        for (const Include &include : includesBelow("app") + includesBelow("ui")) {
            if (!include.ours || include.file == QLatin1String("app/main.cpp"))
                continue;
            ++seen;
            QVERIFY2(include.header.contains(QLatin1Char('/')) || include.header.endsWith(".moc"),
                     qPrintable(describe(include) + ", which is not named from the top"));
            if (include.header.endsWith(QLatin1String(".moc")))
                continue;
            const QString folder = folderOf(include.file);
            QVERIFY2(Arrows.contains(folder), qPrintable(folder + " has no row in Arrows"));
            const QString other = folderOf(include.header);
            QVERIFY2(other == folder || reachedFrom(folder).contains(other),
                     qPrintable(describe(include)));
        }
        QVERIFY(seen > 100); // the pattern still matches
    }

    void noArrowRunsBack()
    {
        for (auto row = Arrows.cbegin(); row != Arrows.cend(); ++row)
            QVERIFY2(!reachedFrom(row.key()).contains(row.key()), qPrintable(row.key()));
    }

    /// Whoever changes a folder of ui/ need not know the folders that include it.
    void noFolderOfUiLeadsBackToItself()
    {
        const auto folder = [](const QString &path) {
            return path.section(QLatin1Char('/'), 0, -2);
        };
        QMap<QString, QSet<QString>> included;
        for (const Include &include : includesBelow("ui")) {
            if (include.header.startsWith(u"ui/") && folder(include.header) != folder(include.file))
                included[folder(include.file)].insert(folder(include.header));
        }
        QVERIFY(included.size() > 10);
        for (const QString &start : included.keys()) {
            QStringList reached = included.value(start).values();
            for (qsizetype next = 0; next < reached.size(); ++next) {
                for (const QString &further : included.value(reached.at(next))) {
                    if (!reached.contains(further))
                        reached.append(further);
                }
            }
            QVERIFY2(!reached.contains(start),
                     qPrintable(start + " is included by " + reached.join(", ")));
        }
    }

    void appHasNeverHeardOfAWidget()
    {
        static const QRegularExpression window(QStringLiteral(
            R"(^(Qt(Gui|Widgets|Svg)/|Q(Widget|Application|GuiApplication|MessageBox|Dialog|Action|Color|Font|Icon|Painter|Palette|Pixmap|Image|Brush|Pen)))"));
        for (const Include &include : includesBelow("app")) {
            if (include.file != QLatin1String("app/main.cpp"))
                QVERIFY2(!window.match(include.header).hasMatch(), qPrintable(describe(include)));
        }
    }

    void uiHasNeverHeardOfTheWire()
    {
        static const QRegularExpression wire(QStringLiteral(
            R"(^(Qt(Network|Sql)/|QNetwork|QJson|QSql|QSsl|QTcp|(qt6?|app/.*)[Kk]eychain))"));
        for (const Include &include : includesBelow("ui"))
            QVERIFY2(!wire.match(include.header).hasMatch(), qPrintable(describe(include)));
    }

    /// Only ui/theme defines colours, spacings and font sizes. Printed output has its own.
    void onlyTheLookHasColorsAndSizes()
    {
        static const QRegularExpression literal(QStringLiteral(
            R"(QColor\((0x|#|\x22|[0-9])|Qt::(black|white|red|green|blue|yellow|(dark|light)?[gG]ray)\b|)"
            R"(set(PointSize|PixelSize)F?\(|setContentsMargins\([^;a-zA-Z]*[1-9]|)"
            R"((set|add)Spacing\([1-9]|setStyleSheet\()"));
        int seen = 0;
        QDirIterator files(Top + QStringLiteral("/ui"), {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString name = file.fileName().mid(Top.size() + 1);
            if (name.startsWith(u"ui/theme/") || name.startsWith(u"ui/reports/"))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto match = literal.match(QString::fromUtf8(file.readAll()));
            QVERIFY2(!match.hasMatch(), qPrintable(name + QStringLiteral(": ") + match.captured()));
            ++seen;
        }
        QVERIFY(seen > 100);
    }

    void documentsThatCommentsNameAreThere()
    {
        static const QRegularExpression source(
            QStringLiteral(R"((\.(h|cpp|cmake|py|sh|in|ya?ml)|/CMakeLists\.txt)$)"));
        static const QRegularExpression comment(QStringLiteral(R"((//|#|<!--|\*).*)"));
        static const QRegularExpression document(QStringLiteral(R"([\w./-]+\.md\b)"));
        int seen = 0;
        for (const QString folder : {"app", "ui", "tests", "packaging"}) {
            QDirIterator files(Top + QLatin1Char('/') + folder, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!source.match(file.fileName()).hasMatch())
                    continue;
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (const auto &line : comment.globalMatch(text)) {
                    for (const auto &named : document.globalMatch(line.captured())) {
                        QVERIFY2(QFile::exists(Top + QLatin1Char('/') + named.captured()),
                                 qPrintable(file.fileName() + " names " + named.captured()));
                        ++seen;
                    }
                }
            }
        }
        QVERIFY(seen > 20);
    }

    void nobodyBlocksTheEventLoop()
    {
        static const QRegularExpression blocking(QStringLiteral(
            R"(QEventLoop|processEvents|waitFor(ReadyRead|Finished|BytesWritten|Connected)|\b(QThread|std::this_thread)::\w*sleep|QMessageBox::(question|warning|critical|information|about)\()"));
        for (const QString folder : {"app", "ui"}) {
            QDirIterator files(Top + QLatin1Char('/') + folder, {"*.cpp", "*.h"}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                const auto match = blocking.match(text);
                QVERIFY2(!match.hasMatch(),
                         qPrintable(file.fileName() + QStringLiteral(": ") + match.captured()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestArrows)
#include "tst_arrows.moc"
