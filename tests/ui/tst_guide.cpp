// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"
#include "app/accounts/checkfindings.h"
#include "app/clusters/table/columns.h"
#include "app/commandline/options.h"
#include "app/demo/commandline.h"
#include "app/operations/plan/plan.h"
#include "app/support/enumcount.h"
#include "app/support/writelock.h"
#include "tests/ui/catalogue.h"
#include "tests/ui/demowindow.h"
#include "ui/accounts/accounttext.h"
#include "ui/accounts/checktext.h"
#include "ui/help/guidewindow.h"
#include "ui/help/shortcutlist.h"
#include "ui/text/filetext.h"
#include "ui/text/language.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/resources.h"
#include "ui/words/errortext.h"
#include "ui/words/refusaltext.h"
#include "ui/words/statelook.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTranslator>

using namespace clusterdeck;

namespace
{

const QString Folder = QStringLiteral(CLUSTERDECK_SOURCE_DIR "/resources/guide/");

struct GuidePage {
    QString name;
    QString source;
    std::shared_ptr<QTextDocument> document = std::make_shared<QTextDocument>();
};

QStringList found(const QString &text, const QString &pattern)
{
    QStringList all;
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    for (const auto &match : expression.globalMatch(text))
        all.append(match.captured(1));
    return all;
}

/// The guide marks text on screen in bold: "**File → Quit**".
QStringList screenWords(const QString &source)
{
    return found(source, QStringLiteral(R"(\*\*(.+?)\*\*)"));
}

/// The first cells of the table rows below a heading, without Markdown's markup.
QStringList firstCells(const GuidePage &page, int heading)
{
    QStringList cells;
    int at = -1;
    bool body = false;
    for (const QString &line : page.source.split(u'\n')) {
        at += line.startsWith(u'#') ? 1 : 0;
        if (at != heading || !line.startsWith(u'|'))
            body = false;
        else if (line.startsWith(u"|--"))
            body = true;
        else if (body)
            cells.append(line.section(u'|', 1, 1).trimmed());
    }
    return cells;
}

/// The search key of a message: its first sentence, or for a sentence with names, which "…"
/// replaces, the longest part between them.
QString firstWords(const QString &message)
{
    static const QRegularExpression end(QStringLiteral(R"(\. |\.$|。)"));
    QString longest;
    for (const QString &piece : message.section(end, 0, 0).split(u'…')) {
        if (piece.size() > longest.size())
            longest = piece;
    }
    return longest.trimmed();
}

QString quoted(const QStringList &texts)
{
    return u'“' + texts.join(QStringLiteral("”, “")) + u'”';
}

} // namespace

/// The guide names every option, state, error, setting and menu entry of the program, and nothing
/// else. The test asks the program itself, in every language.
class TestGuide : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup() { end(); }
    void cleanupTestCase() { use(QStringLiteral("en")); }
    void pages();
    void linksAndPictures();
    void topics();
    void wordsOnTheScreen();
    void menus();
    void shortcuts();
    void settings();
    void fieldsStepsAndColumns();
    void options();
    void states();
    void messages();

private:
    static void use(const QString &language)
    {
        qDeleteAll(qApp->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
        useLanguage(*qApp, language);
    }
    [[nodiscard]] static QList<GuidePage> read(const QString &language);
    [[nodiscard]] GuidePage page(const char *name) const;
    [[nodiscard]] QString whole() const;
    [[nodiscard]] QStringList pagesLinkedFromIndex() const;
    [[nodiscard]] QStringList files(const QString &folder, const char *pattern) const;
    /// Headings have the same order in every language. -1: no such heading.
    [[nodiscard]] int headingNumber(const char *name, const char *english) const;
    void collect(QMenu *menu, const QString &path, QStringList &paths, QStringList &words) const;
    /// Checks that the guide marks each of `wanted` as text on screen.
    void verifyMarked(const QStringList &wanted) const;

    QString m_language;
    QList<GuidePage> m_pages;
};

void TestGuide::initTestCase_data()
{
    QTest::addColumn<QString>("language");
    for (const Language &language : languages())
        QTest::newRow(qPrintable(language.code)) << language.code;
}

void TestGuide::initTestCase()
{
    prepare();
}

void TestGuide::init()
{
    QFETCH_GLOBAL(const QString, language);
    m_language = language;
    m_pages = read(language);
    use(language);
    begin();
}

QList<GuidePage> TestGuide::read(const QString &language)
{
    QList<GuidePage> pages;
    for (const QFileInfo &info :
         QDir(Folder + language).entryInfoList({QStringLiteral("*.md")}, QDir::Files)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(info.filePath()));
        pages.append({info.fileName(), QString::fromUtf8(file.readAll())});
        pages.last().document->setMarkdown(pages.last().source);
    }
    return pages;
}

GuidePage TestGuide::page(const char *name) const
{
    for (const GuidePage &page : m_pages) {
        if (page.name == QLatin1String(name))
            return page;
    }
    return {};
}

QString TestGuide::whole() const
{
    QString all;
    for (const GuidePage &page : m_pages)
        all += page.source;
    return all;
}

QStringList TestGuide::pagesLinkedFromIndex() const
{
    return found(page("index.md").source, QStringLiteral(R"(\]\(([a-z-]+\.md)\))"));
}

QStringList TestGuide::files(const QString &folder, const char *pattern) const
{
    return QDir(folder).entryList({QLatin1String(pattern)}, QDir::Files);
}

int TestGuide::headingNumber(const char *name, const char *english) const
{
    for (const GuidePage &page : read(QStringLiteral("en"))) {
        if (page.name == QLatin1String(name))
            return int(anchorsOf(*page.document).indexOf(QLatin1String(english)));
    }
    return -1;
}

void TestGuide::verifyMarked(const QStringList &wanted) const
{
    const QStringList marked = screenWords(whole());
    QStringList missing;
    for (const QString &word : wanted) {
        if (!marked.contains(word) && !missing.contains(word))
            missing.append(word);
    }
    QVERIFY2(missing.isEmpty(), qPrintable("The guide does not name " + quoted(missing)));
}

/// Every language has the same pages with the same headings, all included in the program and linked
/// from the first page.
void TestGuide::pages()
{
    const QStringList names = files(Folder + m_language, "*.md");
    QVERIFY(names.size() > 9);
    QCOMPARE(names, files(Folder + QStringLiteral("en"), "*.md"));
    QCOMPARE(names, files(QStringLiteral(":/guide/") + m_language, "*.md"));
    QStringList linked = pagesLinkedFromIndex();
    linked.append(QStringLiteral("index.md"));
    linked.sort();
    QCOMPARE(linked, names);
    const QList<GuidePage> english = read(QStringLiteral("en"));
    for (int i = 0; i < m_pages.size(); ++i) {
        const QString levels = QStringLiteral(R"(\n(#+) )");
        QVERIFY2(found(u'\n' + m_pages.at(i).source, levels) ==
                     found(u'\n' + english.at(i).source, levels),
                 qPrintable(m_pages.at(i).name));
        // Markup that is shown as text was not recognised, for example after a full stop and before
        // a letter.
        QVERIFY2(!m_pages.at(i).document->toPlainText().contains(u"**"),
                 qPrintable(m_pages.at(i).name));
        const QStringList anchors = anchorsOf(*m_pages.at(i).document);
        QCOMPARE(QSet<QString>(anchors.begin(), anchors.end()).size(), anchors.size());
    }
}

void TestGuide::linksAndPictures()
{
    QStringList wrong;
    QStringList pictures;
    for (const GuidePage &page : std::as_const(m_pages)) {
        for (const QString &link : found(page.source, QStringLiteral(R"(\]\(([^)\s]+)\))"))) {
            const QString file = link.section(u'#', 0, 0);
            const QString anchor = link.section(u'#', 1);
            const GuidePage target =
                file.isEmpty() ? page : this->page(file.toLatin1().constData());
            if (file.endsWith(u".png")) {
                pictures.append(QFileInfo(file).fileName());
                for (const QString &folder : {Folder, QStringLiteral(":/guide/")}) {
                    if (QImage(folder + m_language + u'/' + file).isNull())
                        wrong.append(page.name + u' ' + link);
                }
            } else if (target.source.isEmpty() ||
                       (!anchor.isEmpty() && !anchorsOf(*target.document).contains(anchor))) {
                wrong.append(page.name + u' ' + link);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(quoted(wrong)));
    pictures.sort();
    QCOMPARE(pictures, files(Folder + QStringLiteral("pictures/") + m_language, "*.png"));
}

/// Every target of the dialogs exists, in the window too.
void TestGuide::topics()
{
    GuideWindow guide;
    for (int topic = 0; topic < int(GuideTopic::End); ++topic) {
        const GuidePlace &place = placeOf(GuideTopic(topic));
        guide.open(GuideTopic(topic));
        QCOMPARE(QFileInfo(guide.browser()->source().path()).fileName(), QLatin1String(place.page));
        if (!*place.anchor)
            continue;
        const int heading = headingNumber(place.page, place.anchor);
        QVERIFY2(heading >= 0, place.anchor);
        QCOMPARE(anchorOf(guide.browser()->textCursor().block().text()),
                 anchorsOf(*page(place.page).document).at(heading));
    }
}

/// Everything that is marked as text on screen is a text of the program.
void TestGuide::wordsOnTheScreen()
{
    QSet<QString> texts;
    QString patterns;
    const auto add = [&](const QString &text) {
        const QString plain = withoutMnemonic(text);
        static const QRegularExpression place(QStringLiteral("%(\\d|Ln)"));
        static const QRegularExpression letters(QStringLiteral("\\p{L}{2}"),
                                                QRegularExpression::UseUnicodePropertiesOption);
        texts.insert(plain);
        if (plain.contains(place) && QString(plain).remove(place).contains(letters))
            patterns += u'|' + QRegularExpression::escape(plain).replace(
                                   QRegularExpression(QStringLiteral("\\\\%(\\d|Ln)")),
                                   QStringLiteral("\\d+"));
    };
    for (const Message &message :
         readCatalogue(QStringLiteral("%1/clusterdeck_%2.ts").arg(catalogues(), m_language))) {
        for (const QString &text : message.translations)
            add(text);
    }
    if (m_language == u"en") { // the English catalogue contains plurals only
        for (const Message &message :
             readCatalogue(catalogues() + QStringLiteral("/clusterdeck_zh_CN.ts")))
            add(message.source);
    }
    const QRegularExpression numbered(QRegularExpression::anchoredPattern(patterns.mid(1)));
    QStringList wrong;
    int seen = 0;
    for (const QString &marked : screenWords(whole())) {
        for (const QString &word : marked.split(QStringLiteral(" → "))) {
            ++seen;
            if (!texts.contains(word) && !numbered.match(word).hasMatch())
                wrong.append(word);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable("Not on the screen: " + quoted(wrong)));
    QVERIFY(seen > 200);
}

/// `paths`: entries such as "File → Quit" of a menu and its submenus. `words`: the entries of the
/// submenus.
void TestGuide::collect(QMenu *menu, const QString &path, QStringList &paths,
                        QStringList &words) const
{
    emit menu->aboutToShow();
    for (const QAction *action : menu->actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString word = withoutMnemonic(action->text().section(u'\t', 0, 0));
        const QString entry = path + QStringLiteral(" → ") + word;
        if (path.contains(u"→"))
            words.append(word);
        else
            paths.append(entry);
        if (action->menu())
            collect(action->menu(), entry, paths, words);
    }
}

void TestGuide::menus()
{
    openDemo();
    QStringList paths;
    QStringList words;
    for (const QAction *menu : m_window->menuBar()->actions())
        collect(menu->menu(), withoutMnemonic(menu->text()), paths, words);
    QVERIFY(paths.size() > 25);
    const QString marked = quoted(screenWords(whole()));
    QStringList missing;
    for (const QString &path : std::as_const(paths)) {
        // Or an entry of its submenu.
        if (!marked.contains(u'“' + path + u'”') &&
            !marked.contains(u'“' + path + QStringLiteral(" → ")))
            missing.append(path);
    }
    QVERIFY2(missing.isEmpty(), qPrintable("The guide does not name " + quoted(missing)));
    for (const QString &word : std::as_const(words))
        QVERIFY2(marked.contains(word + u'”'), qPrintable(word));
    for (const QString &path : screenWords(whole())) {
        if (path.contains(u"→"))
            QVERIFY2(paths.contains(path.section(QStringLiteral(" → "), 0, 1)), qPrintable(path));
    }
}

void TestGuide::shortcuts()
{
    openDemo();
    const QString keys = page("keyboard.md").document->toPlainText();
    QStringList missing;
    for (const ShortcutLine &line : shortcutsOf(m_window.get())) {
        for (const QKeySequence &key : line.keys) {
            const QRegularExpression whole(
                QStringLiteral("(?<![\\w+])%1(?!\\w)")
                    .arg(QRegularExpression::escape(key.toString(QKeySequence::NativeText))));
            if (!keys.contains(whole))
                missing.append(line.what + u' ' + key.toString(QKeySequence::NativeText));
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable("The guide does not name " + quoted(missing)));
}

void TestGuide::settings()
{
    action("Settings")->trigger();
    QStringList titles;
    for (auto *form : part<QWidget>(m_window, "Settings")->findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
            const QLayoutItem *field = form->itemAt(row, QFormLayout::FieldRole);
            if (label && field)
                titles.append(withoutMnemonic(qobject_cast<QLabel *>(label->widget())->text()));
            else if (auto *box = field ? field->widget()->findChild<QCheckBox *>() : nullptr)
                titles.append(withoutMnemonic(box->text()));
        }
    }
    QVERIFY(titles.size() > 6);
    verifyMarked(titles);
}

void TestGuide::fieldsStepsAndColumns()
{
    QStringList wanted;
    for (int field = 0; field < AccountFieldCount; ++field)
        wanted.append(withoutMnemonic(fieldLabel(AccountField(field))));
    for (int step = 0; step < CheckStepCount; ++step)
        wanted.append(stepText(CheckStep(step)));
    for (const ColumnSpec &column : ClusterColumns)
        wanted.append(ClusterModel::tr(column.title));
    verifyMarked(wanted);
}

/// Options, commands and variables, as listed by --help.
void TestGuide::options()
{
    const QString help = helpText();
    const QString all =
        help + demo::readCommandLine({QStringLiteral("x"), QStringLiteral("--help")}).text;
    const auto compare = [](const char *what, QStringList named, QStringList known) {
        named.removeDuplicates();
        known.removeDuplicates();
        known.removeAll(QStringLiteral("--help-all")); // added by Qt
        named.sort();
        known.sort();
        QStringList difference;
        for (const QString &word : named + known) {
            if (named.contains(word) != known.contains(word))
                difference.append(word);
        }
        QVERIFY2(difference.isEmpty(),
                 qPrintable(QLatin1String(what) + QStringLiteral(": ") + quoted(difference)));
    };
    const QString option = QStringLiteral(R"((?<![\w-])(--[a-z][a-z-]*))");
    const QString variable = QStringLiteral(R"(((?:QINGCLOUD|CLUSTERDECK)_[A-Z_]+[A-Z]))");
    const QString documents =
        whole().replace(QStringLiteral("QINGCLOUD_SECRET demo.env"), QString());
    compare("options", found(documents, option), found(all, option));
    compare("variables", found(documents, variable), found(help, variable));
    const int place = headingNumber("command-line.md", "plan-apply-history");
    const QString cells = firstCells(page("command-line.md"), place).join(u' ');
    QStringList commands = found(help, QStringLiteral(R"(\n +clusterdeck ([a-z]+) )"));
    commands.removeAll(QStringLiteral("plan"));
    for (const QString &verb : plannableVerbs())
        commands.append(QStringLiteral("plan ") + verb);
    compare("commands", found(cells, QStringLiteral("`([a-z]+(?: [a-z]+)?)")), commands);
}

void TestGuide::states()
{
    QStringList wanted;
    for (const StateSpec &spec : StateSpecs)
        wanted.append(lookOf(spec.state).word);
    QStringList named =
        firstCells(page("safety.md"), headingNumber("safety.md", "what-the-states-mean"));
    QCOMPARE(named, wanted);
}

/// Every kind of error and every reason is found by its first sentence below its heading, and no
/// other text is there.
void TestGuide::messages()
{
    const QString some = QStringLiteral("…");
    QMap<QString, QStringList> wanted; // by the heading's anchor
    const auto want = [&](const char *anchor, const QString &text) {
        if (!text.isEmpty())
            wanted[QLatin1String(anchor)].append(firstWords(text));
    };
    for (const ErrorSpec &spec : ErrorSpecs) {
        // With an answer of the cloud, or without.
        const bool answer =
            spec.stage == ErrorStage::Service || spec.kind == ErrorKind::NotUnderstood;
        const char *anchor = answer ? "messages-of-the-cloud" : "messages-about-the-connection";
        if (spec.kind != ErrorKind::Tls)
            want(anchor, errorText({.kind = spec.kind}));
    }
    for (int problem = 0; problem < int(enumCount<TlsProblem>()); ++problem)
        want("messages-about-the-connection",
             errorText({.kind = ErrorKind::Tls, .tls = TlsProblem(problem)}));
    for (int reason = 1; reason <= int(LastHoldReason); ++reason)
        want("on-hold", holdText(HoldReason(reason)));
    for (int reason = 1; reason <= int(LastItemReason); ++reason) {
        BatchItem item;
        item.reason = ItemReason(reason);
        item.error = ApiError{.kind = ErrorKind::Timeout};
        // Refused uses the text of its error.
        if (item.reason != ItemReason::Refused)
            want("explanations-of-a-cluster", reasonText(item));
    }
    BatchItem slow;
    slow.state = ItemState::Running;
    slow.needsAttention = true;
    want("explanations-of-a-cluster", reasonText(slow));
    for (int reason = 0; reason < int(enumCount<Exclusion>()); ++reason) {
        ExcludedItem item;
        item.reason = Exclusion(reason);
        for (const Verb verb : allVerbs())
            want("why-a-cluster-is-excluded", exclusionText(item, verb));
    }
    const char *inputs = "plans-and-lists-of-ids";
    for (int kind = 0; kind < int(enumCount<PlanProblem::Kind>()); ++kind)
        want(inputs, planProblemText({PlanProblem::Kind(kind), some}));
    for (int kind = 0; kind < int(enumCount<IdListProblem::Kind>()); ++kind) {
        for (const int because : {0, 8})
            want(inputs, idListProblemText({IdListProblem::Kind(kind), 7, because, some}));
    }
    for (int kind = 0; kind < WriteRefusal::KindCount; ++kind) {
        WriteRefusal refusal;
        refusal.kind = WriteRefusal::Kind(kind);
        refusal.path = some;
        refusal.detail = some;
        refusal.fileSystem = some;
        refusal.owner.host = some;
        want("the-data-folder", refusalText(refusal, QDateTime::currentDateTimeUtc()));
    }
    want("the-data-folder", withoutLocksText(some));

    const GuidePage troubles = page("troubleshooting.md");
    for (auto section = wanted.cbegin(); section != wanted.cend(); ++section) {
        const QStringList cells =
            firstCells(troubles, headingNumber("troubleshooting.md", qPrintable(section.key())));
        QStringList missing;
        QSet<QString> used;
        for (const QString &text : section.value()) {
            const auto cell = std::find_if(cells.begin(), cells.end(), [&](const QString &each) {
                return each.contains(text) ||
                       (each.size() > 8 && text.startsWith(firstWords(each)));
            });
            if (cell == cells.end())
                missing.append(text);
            else
                used.insert(*cell);
        }
        QVERIFY2(missing.isEmpty(), qPrintable("Missing: " + quoted(missing)));
        for (const QString &cell : cells)
            QVERIFY2(used.contains(cell), qPrintable("Not a message: " + cell));
    }
}

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
