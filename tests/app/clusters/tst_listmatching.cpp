// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clustermodel.h"
#include "app/clusters/listmatching.h"
#include "app/operations/export.h"
#include "tests/support/listing.h"
#include "tests/support/longrun.h"
#include "tests/support/mutations.h"

#include <QStringDecoder>
#include <QTest>

using namespace clusterdeck;
using Came = ListLine::Result;

namespace
{

/// "hpc-1" of account a; "b:hpc-1" of another.
ClusterKey key(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    return {colon < 0 ? QStringLiteral("a") : text.left(colon), text.mid(colon + 1)};
}

ListIndex world()
{
    ListIndex index;
    const std::pair<const char *, const char *> clusters[] = {
        {"hpc-abc123", "anna"},
        {"hpc-def456", "Bert's test"},
        {"ehpc-0", "twin"},
        {"ehpc-1", "twin"},
        {"ehpc-2", "Case"},
        {"ehpc-3", "CASE"},
        {"ehpc-4", "a, b; c"},
        {"ehpc-5", "x"},
        {"ehpc-6", "=SUM(1)"},
        {"ehpc-7", "仿真 集群"},
        {"ehpc-8", "hpc-namedlikeanid"},
        {"ehpc-9", "24\" screens"},
        {"ehpc-10", "#hash"},
        {"ehpc-11", "12"},
        {"ehpc-12", "two  blanks"},
        {"ehpc-13", ""},
        {"ehpc-14", "Über"},
        {"b:hpc-twice", "t1"},
        {"hpc-twice", "t2"},
        {"HPC-Upper", "upper"},
        {"ehpc-20", "hpc-abc123"}, // the id of another
    };
    for (const auto &[id, name] : clusters)
        index.add(key(QString::fromUtf8(id)), QString::fromUtf8(name));
    return index;
}

/// "1 anna=hpc-abc123", "2 twin?ehpc-0,ehpc-1", "3 nobody!", with a * behind what was there before;
/// blank lines, headings and comments as "4 -", "4 H" and "4 #".
QString told(const ListLine &line)
{
    QStringList ids;
    for (const ClusterKey &found : line.keys)
        ids.append((found.account == u"a" ? QString() : found.account + u':') + found.id);
    const QString number = QString::number(line.line) + u' ';
    const QString again = line.again ? QStringLiteral("*") : QString();
    switch (line.result) {
    case Came::Matched:
        return number + line.text + u'=' + ids.join(u',') + again;
    case Came::Ambiguous:
        return number + line.text + u'?' + ids.join(u',') + again;
    case Came::NotFound:
        return number + line.text + u'!' + again;
    case Came::Blank:
        return number + u'-';
    case Came::Header:
        return number + u'H';
    case Came::Comment:
        return number + u'#';
    }
    return {};
}

QStringList told(const ListMatcher &matcher)
{
    QStringList lines;
    for (const ListLine &line : matcher.lines())
        lines.append(told(line));
    return lines;
}

} // namespace

class TestListMatching : public QObject
{
    Q_OBJECT

private slots:
    void lists_data();
    void lists();
    void idsInText_data();
    void idsInText();
    void counts();
    void ownExportIsTakenAsItIs();
    void bytes_data();
    void bytes();
    void inPieces();
    void lookUpsGrowWithTheList();
    void tenThousandLines();
    void anything();
};

void TestListMatching::lists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *text, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << expected;
    };
    row("empty", "", {});
    row("ids, a line each", "hpc-abc123\nehpc-0", {"1 hpc-abc123=hpc-abc123", "2 ehpc-0=ehpc-0"});
    row("names", "anna\nBert's test\n", {"1 anna=hpc-abc123", "2 Bert's test=hpc-def456"});
    row("spaces around", "  anna \t\n hpc-def456  ",
        {"1 anna=hpc-abc123", "2 hpc-def456=hpc-def456"});
    row("blank lines count", "\n \nanna\n\nx",
        {"1 -", "2 -", "3 anna=hpc-abc123", "4 -", "5 x=ehpc-5"});
    row("CR LF", "anna\r\nx\r\n", {"1 anna=hpc-abc123", "2 x=ehpc-5"});
    row("CR", "anna\rx\r", {"1 anna=hpc-abc123", "2 x=ehpc-5"});
    row("a mark in front",
        "\xEF\xBB\xBF"
        "anna",
        {"1 anna=hpc-abc123"});
    row("not found", "nobody\nhpc-zzz", {"1 nobody!", "2 hpc-zzz!"});
    row("never nearly", "ann\nannaa\nhpc-abc12\nhpc-abc1234\nehpc",
        {"1 ann!", "2 annaa!", "3 hpc-abc12!", "4 hpc-abc1234!", "5 ehpc!"});

    row("an id in capitals", "HPC-ABC123\nhpc-upper",
        {"1 HPC-ABC123=hpc-abc123", "2 hpc-upper=HPC-Upper"});
    row("full-width", "ｈｐｃ－ａｂｃ１２３\nａｎｎａ\n　ｘ　",
        {"1 ｈｐｃ－ａｂｃ１２３=hpc-abc123", "2 ａｎｎａ=hpc-abc123*", "3 ｘ=ehpc-5"});
    row("what hides",
        "hpc-\xE2\x80\x8B"
        "abc123\nan\xC2\xADna",
        {"1 hpc-\u200B"
         "abc123=hpc-abc123",
         "2 an\u00ADna=hpc-abc123*"});
    row("a name, exactly", "Case\nCASE", {"1 Case=ehpc-2", "2 CASE=ehpc-3"});
    row("a name, but for case", "case\nANNA", {"1 case?ehpc-2,ehpc-3", "2 ANNA=hpc-abc123"});
    row("letters of two forms",
        "U\xCC\x88"
        "ber\nÜBER",
        {"1 U\u0308"
         "ber=ehpc-14",
         "2 ÜBER=ehpc-14*"});
    row("blanks inside", "two blanks\n仿真　集群", {"1 two blanks=ehpc-12", "2 仿真　集群=ehpc-7"});
    row("a name of several", "twin", {"1 twin?ehpc-0,ehpc-1"});
    row("an id of two accounts", "hpc-twice", {"1 hpc-twice?b:hpc-twice,hpc-twice"});
    row("an id wins over a name", "hpc-abc123", {"1 hpc-abc123=hpc-abc123"});
    row("a name like an id", "hpc-namedlikeanid", {"1 hpc-namedlikeanid=ehpc-8"});
    row("a name that is a number", "12", {"1 12=ehpc-11"});

    row("again", "anna\nhpc-abc123\nanna\nnobody\nNobody\ntwin\ntwin\nTwin",
        {"1 anna=hpc-abc123", "2 hpc-abc123=hpc-abc123*", "3 anna=hpc-abc123*", "4 nobody!",
         "5 Nobody!*", "6 twin?ehpc-0,ehpc-1", "7 twin?ehpc-0,ehpc-1*", "8 Twin?ehpc-0,ehpc-1*"});
    row("others of the same spelling", "case\nCase\nCASE\ncAse",
        {"1 case?ehpc-2,ehpc-3", "2 Case=ehpc-2", "3 CASE=ehpc-3", "4 cAse?ehpc-2,ehpc-3*"});

    row("a ticket", "please delete hpc-abc123 and hpc-def456 (Anna's)",
        {"1 hpc-abc123=hpc-abc123", "1 hpc-def456=hpc-def456"});
    row("a ticket of several lines", "Hi,\nehpc-0, please.\n\nThanks, x",
        {"1 Hi,!", "2 ehpc-0=ehpc-0", "3 -", "4 Thanks!", "4 x=ehpc-5"});
    row("an unknown id in a text", "remove hpc-zzz!", {"1 hpc-zzz!"});
    row("ids in a row", "ehpc-0,ehpc-1;ehpc-2\tehpc-3 ehpc-4，ehpc-5、ehpc-6；ehpc-7",
        {"1 ehpc-0=ehpc-0", "1 ehpc-1=ehpc-1", "1 ehpc-2=ehpc-2", "1 ehpc-3=ehpc-3",
         "1 ehpc-4=ehpc-4", "1 ehpc-5=ehpc-5", "1 ehpc-6=ehpc-6", "1 ehpc-7=ehpc-7"});
    row("an id and its name", "hpc-abc123,anna\nehpc-5,nobody",
        {"1 hpc-abc123=hpc-abc123", "2 ehpc-5=ehpc-5"});
    row("an id and another's name", "ehpc-5,anna", {"1 ehpc-5=ehpc-5"});
    row("a comment", "# hpc-abc123\n#hash\n＃ x", {"1 #", "2 #hash=ehpc-10", "3 #"});

    row("a name with separators", "a, b; c", {"1 a, b; c=ehpc-4"});
    row("names in a row", "anna, x; nobody", {"1 anna=hpc-abc123", "1 x=ehpc-5", "1 nobody!"});
    row("nothing of it known", "nobody, noone", {"1 nobody, noone!"});
    row("quoted", "\"anna\"\n\"a, b; c\",\"x\"\n\"24\"\" screens\"",
        {"1 anna=hpc-abc123", "2 a, b; c=ehpc-4", "2 x=ehpc-5", "3 24\" screens=ehpc-9"});
    row("quotes that never end", "\"please, hpc-abc123\nx",
        {"1 hpc-abc123=hpc-abc123", "2 x=ehpc-5"});
    row("quotes inside", "24\" screens\n\"x", {"1 24\" screens=ehpc-9", "2 \"x!"});

    row("headings", "cluster_id,cluster_name\nhpc-abc123,anna\nehpc-5,x\n",
        {"1 H", "2 hpc-abc123=hpc-abc123", "3 ehpc-5=ehpc-5"});
    row("a heading alone", "ID\nehpc-5", {"1 H", "2 ehpc-5=ehpc-5"});
    row("names with commas under a heading", "Name\na, b; c\nanna, x",
        {"1 H", "2 a, b; c=ehpc-4", "3 anna, x!"});
    row("semicolons", "Owner;Name;ID\nusr-1;whatever;ehpc-5", {"1 H", "2 ehpc-5=ehpc-5"});
    row("tabs, Chinese", "名称\t集群ID\n甲\tehpc-5\n仿真 集群\t",
        {"1 H", "2 ehpc-5=ehpc-5", "3 仿真 集群=ehpc-7"});
    row("full-width heading", "ＩＤ\nehpc-5", {"1 H", "2 ehpc-5=ehpc-5"});
    row("blank lines before", "\n\nid\nehpc-5", {"1 -", "2 -", "3 H", "4 ehpc-5=ehpc-5"});
    row("the better heading", "id,cluster_id\n1,ehpc-5", {"1 H", "2 ehpc-5=ehpc-5"});
    row("an id that is gone stays so", "cluster_id,cluster_name\nehpc-99,anna",
        {"1 H", "2 ehpc-99!"});
    row("an id column holds ids", "id,owner\nanna,me\nhpc-namedlikeanid,me",
        {"1 H", "2 anna!", "3 hpc-namedlikeanid!"});
    row("a column of either", "Cluster,Owner\nanna,me\nehpc-5,me",
        {"1 H", "2 anna=hpc-abc123", "3 ehpc-5=ehpc-5"});
    row("names where there is no id", "id,name\n,anna\n,\nehpc-5,\n,nobody",
        {"1 H", "2 anna=hpc-abc123", "3 -", "4 ehpc-5=ehpc-5", "5 nobody!"});
    row("rows that are short", "owner,id\nme\nme,ehpc-5", {"1 H", "2 me!", "3 ehpc-5=ehpc-5"});
    row("cells of several lines", "note,id\n\"two\r\nlines, \"\"quoted\"\"\",ehpc-5\nx,ehpc-6",
        {"1 H", "2 ehpc-5=ehpc-5", "4 ehpc-6=ehpc-6"});
    row("quotes in a table that never end", "note,id\n\"oh,ehpc-5\nx,ehpc-6\n\"y\",ehpc-7",
        {"1 H", "2 ehpc-5=ehpc-5", "3 ehpc-6=ehpc-6", "4 ehpc-7=ehpc-7"});
    row("the last quotes never end", "note,id\n\"oh,ehpc-5\nx,ehpc-6",
        {"1 H", "2 ehpc-5=ehpc-5", "3 ehpc-6=ehpc-6"});
    row("a formula made harmless", "name\n'=SUM(1)\n'anna",
        {"1 H", "2 '=SUM(1)=ehpc-6", "3 'anna!"});
    row("a row taken out", "id,name\n#ehpc-5,x\nehpc-6,", {"1 H", "2 #", "3 ehpc-6=ehpc-6"});
    row("several ids in a cell", "id\nehpc-5 ehpc-6",
        {"1 H", "2 ehpc-5=ehpc-5", "2 ehpc-6=ehpc-6"});
    row("a first line that asks is no heading", "id,hpc-abc123\nehpc-5",
        {"1 hpc-abc123=hpc-abc123", "2 ehpc-5=ehpc-5"});
    row("half a surrogate", "\xED\xA0\x80",
        {QStringLiteral("1 %1!").arg(QString::fromUtf8("\xED\xA0\x80"))});
}

void TestListMatching::lists()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const ListIndex index = world();
    ListMatcher matcher(index, text);
    while (!matcher.advance(1)) {
    }
    QCOMPARE(told(matcher), expected);
}

void TestListMatching::idsInText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("brackets") << "(hpc-a1)[ehpc-b2]<hpc-c3>"
                              << QStringList{"hpc-a1", "ehpc-b2", "hpc-c3"};
    QTest::newRow("sentence") << "hpc-a1. hpc-b2, 'hpc-c3's hpc-d4?"
                              << QStringList{"hpc-a1", "hpc-b2", "hpc-c3", "hpc-d4"};
    QTest::newRow("link") << "https://x.example/ehpc/ehpc-a1/nodes?id=hpc-b2"
                          << QStringList{"ehpc-a1", "hpc-b2"};
    QTest::newRow("a node is no cluster") << "hpc-a1-node2 hpc-a1_x" << QStringList{};
    QTest::newRow("part of a word")
        << "myhpc-a1 xehpc-a1 hpc- hpc-- -hpc-a1-" << QStringList{"hpc-a1"};
    QTest::newRow("dashes") << QString::fromUtf8("hpc‑a1 hpc–a1") << QStringList{};
    QTest::newRow("chinese") << QString::fromUtf8("请删除集群hpc-a1和ｅｈｐｃ－ｂ２。")
                             << QStringList{"hpc-a1", "ehpc-b2"};
}

void TestListMatching::idsInText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, ids);
    QCOMPARE(idsWithin(text), ids);
}

void TestListMatching::counts()
{
    const ListIndex index = world();
    ListMatcher matcher(index, QStringLiteral("name\nanna\nANNA\ntwin\n\nnobody\nx\nnobody"));
    QVERIFY(matcher.advance(100));
    QCOMPARE(matcher.counts(), (ListCounts{2, 1, 1, 2, 2}));
    QCOMPARE(matcher.matched(), (QList{key("hpc-abc123"), key("ehpc-5")}));
}

void TestListMatching::ownExportIsTakenAsItIs()
{
    Batch batch;
    batch.id = QStringLiteral("7b");
    batch.accountName = QStringLiteral("lab, \"main\"");
    const std::pair<const char *, const char *> clusters[] = {
        {"hpc-abc123", "anna"}, {"ehpc-6", "=SUM(1)"}, {"ehpc-99", "twin"}};
    QList<JournalEvent> events;
    for (const auto &[id, name] : clusters) {
        BatchItem item;
        item.key = key(QString::fromUtf8(id));
        item.shown.name = QString::fromUtf8(name);
        item.operationErrors = QStringLiteral("hpc-def456 \"is\" busy,\nsaid the provider");
        batch.items.append(item);
        for (const char *event : {"armed", "sent"})
            events.append({QDateTime(),
                           int(batch.items.size()) - 1,
                           QString::fromUtf8(event),
                           QStringLiteral("hpc-def456"),
                           {}});
    }
    const ListIndex index = world();
    for (const QChar separator : {u',', u';', u'\t'}) {
        for (const bool demo : {false, true}) {
            ListMatcher matcher(index, listText(csv(batch, events, {true, separator, demo})));
            QVERIFY(matcher.advance(100));
            QStringList short_;
            for (const QString &line : told(matcher))
                short_.append(line.mid(line.indexOf(u' ') + 1));
            QCOMPARE(short_,
                     (QStringList{"H", "hpc-abc123=hpc-abc123", "ehpc-6=ehpc-6", "ehpc-99!"}));
        }
    }
}

void TestListMatching::bytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QStringLiteral("仿真");
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE\xFF\x4E\x1F\x77", 6);
    QTest::newRow("UTF-16, the other way") << QByteArray("\xFE\xFF\x4E\xFF\x77\x1F", 6);
    if (QStringDecoder("GB18030").isValid())
        QTest::newRow("GB18030") << QByteArray("\xB7\xC2\xD5\xE6", 4);
}

void TestListMatching::bytes()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(listText(bytes).remove(QChar(0xFEFF)), QStringLiteral("仿真"));
}

namespace
{

ClusterListing listingOf(int clusters, int from = 0)
{
    QList<ClusterRecord> records;
    for (int i = from; i < from + clusters; ++i) {
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-%1").arg(i);
        record.name = QStringLiteral("Cluster %1").arg(i / 2);
        records.append(record);
    }
    return listing(records);
}

} // namespace

/// In pieces as at once, and from the beginning when the clusters change.
void TestListMatching::inPieces()
{
    ClusterModel clusters;
    clusters.apply(listingOf(100));
    ListMatching whole(clusters);
    ListMatching pieces(clusters);
    QVERIFY(whole.advance(1'000'000)); // an empty list is done
    QString text;
    for (int i = 0; i < 150; ++i)
        text += QStringLiteral("ehpc-%1\ncluster %1\n\n").arg(i);
    whole.setText(text);
    QVERIFY(!whole.isDone());
    pieces.setText(text);
    QVERIFY(whole.advance(1'000'000));
    int steps = 0;
    while (!pieces.advance(7))
        ++steps;
    QVERIFY2(steps >= 60 && steps < 100, qPrintable(QString::number(steps)));
    QCOMPARE(pieces.matcher().lines(), whole.matcher().lines());
    QCOMPARE(whole.matcher().counts(), (ListCounts{100, 50, 150, 0, 150}));
    clusters.apply(listingOf(100, 50));
    whole.restart();
    QVERIFY(!whole.isDone());
    QVERIFY(whole.advance(1'000'000));
    QCOMPARE(whole.matcher().counts().matched, 100);
    QCOMPARE(whole.matcher().matched().first(), key("ehpc-50"));
}

/// Look-ups, not comparisons: twice as many clusters cost a line nothing.
void TestListMatching::lookUpsGrowWithTheList()
{
    const auto lookups = [](int clusters, int lines, const char *form) {
        ListIndex index;
        for (int i = 0; i < clusters; ++i)
            index.add({QStringLiteral("a"), QStringLiteral("ehpc-%1").arg(i)},
                      QStringLiteral("Cluster"));
        QString text;
        for (int i = 0; i < lines; ++i)
            text +=
                QString::fromLatin1(form).replace(QLatin1String("%1"), QString::number(i)) + u'\n';
        ListMatcher matcher(index, text);
        while (!matcher.advance(1000)) {
        }
        return index.lookups();
    };
    for (const char *form :
         {"ehpc-%1", "EHPC-%1", "delete ehpc-%1, it is idle", "nobody %1", "cluster", "a,b,%1"}) {
        const qint64 some = lookups(1000, 1000, form);
        QVERIFY2(some <= 16'100,
                 qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(form)).arg(some)));
        QCOMPARE(lookups(2000, 1000, form), some);
        QVERIFY(lookups(2000, 2000, form) <= 2 * some);
    }
}

void TestListMatching::tenThousandLines()
{
    ClusterModel clusters;
    clusters.apply(listingOf(10'000));
    QString text;
    for (int i = 0; i < 10'000; ++i)
        text += (i % 2 ? QStringLiteral("please delete ehpc-%1 (idle)\n")
                       : QStringLiteral("CLUSTER %1\n"))
                    .arg(i);
    ListMatching matching(clusters);
    matching.setText(text);
    while (!matching.advance(1000)) {
    }
    QCOMPARE(matching.matcher().counts(), (ListCounts{5000, 2500, 2500, 0, 0}));
}

/// Whatever is pasted: it ends, line numbers rise, and every cluster that comes out is one whose id
/// or name stands in the text.
void TestListMatching::anything()
{
    const ListIndex index = world();
    const QList<QByteArray> seeds{
        "cluster_id,cluster_name\r\n\"hpc-abc123\",\"anna\"\r\n\"ehpc-4\",\"a, b; c\"\r\n",
        "please delete hpc-abc123 and hpc-def456 (Anna's)\n\n# no\ntwin\n",
        "name\tid\n\"two\nlines\"\tehpc-5\n'=SUM(1)\t\n", "anna,x;twin\n24\" screens\nÜber"};
    Mutations mutations(6);
    for (int round = 0; round < runs(4000, 20'000); ++round) {
        QByteArray bytes = mutations.anyOf(seeds);
        for (int i = mutations.below(6); i >= 0; --i)
            bytes = mutations.damaged(bytes);
        if (mutations.oneIn(20))
            bytes = mutations.inAnotherEncoding(bytes);
        bytes.truncate(4000);
        const QString text = listText(bytes);
        ListMatcher matcher(index, text);
        int pieces = 0;
        while (!matcher.advance(3))
            QVERIFY(++pieces <= text.size());
        int line = 1;
        const QString folded = foldedForList(text);
        for (const ListLine &found : matcher.lines()) {
            QVERIFY(found.line >= line);
            line = found.line;
            QCOMPARE(found.result == Came::Matched, found.keys.size() == 1);
            if (found.result != Came::Matched)
                continue;
            // But for quotes, which a cell may lose.
            const bool spelled = text.contains(u'"') || folded.contains(foldedForList(found.text));
            QVERIFY2(spelled, qPrintable(found.text));
        }
        const ListCounts counts = matcher.counts();
        QCOMPARE(counts.matched, int(matcher.matched().size()));
        QCOMPARE(counts.matched + counts.ambiguous + counts.notFound + counts.again +
                     counts.skipped,
                 int(matcher.lines().size()));
    }
}

QTEST_APPLESS_MAIN(TestListMatching)
#include "tst_listmatching.moc"
