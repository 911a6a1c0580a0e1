// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/pastedlist/listmatching.h"
#include "app/clusters/table/clustermodel.h"
#include "app/history/export.h"
#include "tests/support/listing.h"
#include "tests/support/longrun.h"
#include "tests/support/mutations.h"

#include <QStringDecoder>
#include <QStringEncoder>
#include <QTest>

using namespace clusterdeck;
using Came = ListLine::Result;

namespace
{

/// "hpc-1" is a cluster of account a; "b:hpc-1" is one of account b.
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
        {"ehpc-20", "hpc-abc123"}, // its name is the id of another cluster
    };
    for (const auto &[id, name] : clusters)
        index.add(key(QString::fromUtf8(id)), QString::fromUtf8(name));
    return index;
}

/// Formats a line: "1 anna=hpc-abc123", "2 twin?ehpc-0,ehpc-1", "3 nobody!", with a trailing * when
/// an earlier line has the same cluster; blank lines, headings and comments as "4 -", "4 H" and "4
/// #", ignored text as "4 Hi,…". Doubtful lines as "5 x~Words", and as "6 x~Section5" when line 5
/// is the reason.
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
    case Came::Doubtful: {
        static const QStringList Doubts{"None",   "Words",    "Struck",  "Quoted",   "Commented",
                                        "Marked", "Decision", "Section", "OtherLine"};
        const QString because = line.because > 0 ? QString::number(line.because) : QString();
        return number + line.text + u'~' + Doubts.at(int(line.doubt)) + because + again;
    }
    case Came::NotFound:
        return number + line.text + u'!' + again;
    case Came::Ignored:
        return number + line.text + u'…';
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
    void doubts_data();
    void doubts();
    void linesAroundIt_data();
    void linesAroundIt();
    void idsInText_data();
    void idsInText();
    void counts();
    void ownExportIsTakenAsItIs();
    void bytes_data();
    void bytes();
    void brokenBytes();
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
        {"1 Hi,…", "2 ehpc-0=ehpc-0", "3 -", "4 Thanks!", "4 x=ehpc-5"});
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
    row("nothing of it known", "nobody, noone", {"1 nobody, noone…"});
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
    row("white space before quotes", "note,id\n\u00A0\t\"a, b\",ehpc-5",
        {"1 H", "2 ehpc-5=ehpc-5"});
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
    // Text in which clusters are named, and what of it is reported.
    row("a mail",
        "Hi,\n\nplease delete hpc-abc123 and hpc-nosuch by Friday noon, thank you.\n\nAnna Schmidt",
        {"1 Hi,…", "2 -", "3 hpc-abc123=hpc-abc123", "3 hpc-nosuch!", "4 -", "5 Anna Schmidt…"});
    row("a wrong id in a sentence", "We had a look at this: hpc-def45 can go.", {"1 hpc-def45!"});
    row("ids that are none", "delete hpc-a1_b and myhpc-a1; hpc-abc123-node2 is of hpc-abc123",
        {"1 hpc-a1_b!", "1 myhpc-a1!", "1 hpc-abc123-node2!", "1 hpc-abc123=hpc-abc123"});
    row("an id with a letter that looks alike", "delete \xD0\xB5hpc-1", {"1 \u0435hpc-1!"});
    row("an id with nothing behind it", "delete hpc- and e-hpc", {"1 delete hpc- and e-hpc…"});
    row("such a cell", "id,note\nhpc-abc123 hpc-a1_b,",
        {"1 H", "2 hpc-abc123=hpc-abc123", "2 hpc-a1_b!"});
    row("a name in a sentence is none", "please delete anna", {"1 please delete anna…"});
    row("a column of names", "anna\nnobody\nno_body.2\ngpu-12\nzwölf\n\"quoted\"\nnobody;",
        {"1 anna=hpc-abc123", "2 nobody!", "3 no_body.2!", "4 gpu-12!", "5 zwölf!", "6 \"quoted\"!",
         "7 nobody;!"});
    row("rows without a title row", "nobody,stopped\nnobody\tidle, small\nhpc-zzz,nobody",
        {"1 nobody,stopped!", "2 nobody\tidle, small!", "3 hpc-zzz!"});
    row("a CSV with a title row", "name,owner,note\nanna,me,idle\nmy tset,me,\n,me,",
        {"1 H", "2 anna=hpc-abc123", "3 my tset!", "4 ,me,!"});
    row("a name like such a word", "anna\nkeep-me", {"1 anna~OtherLine2", "2 keep-me!"});
    row("words that ask", "Delete\nkeep\nThanks!\nThanks\n----\n</del>\n1.",
        {"1 Delete…", "2 keep…", "3 Thanks!…", "4 Thanks!", "5 ----…", "6 </del>…", "7 1.…"});
    row("Chinese text",
        "您好，请删除以下集群：\n集群hpc-abc123和hpc-nosuch。\n仿真 "
        "集群\n仿真集群\n请尽快处理，谢谢！",
        {"1 您好，请删除以下集群：…", "2 hpc-abc123=hpc-abc123", "2 hpc-nosuch!",
         "3 仿真 集群=ehpc-7", "4 仿真集群!", "5 请尽快处理，谢谢！…"});
    row("half a surrogate", "\xED\xA0\x80",
        {QStringLiteral("1 %1…").arg(QString::fromUtf8("\xED\xA0\x80"))});
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

/// One line with an id, and whether it selects the cluster without a question.
void TestListMatching::doubts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("doubt");
    const auto row = [](const char *line, ListDoubt doubt) {
        QTest::newRow(line) << QString::fromUtf8(line) << int(doubt);
    };
    for (const char *line : {"ehpc-5",
                             "please delete ehpc-5 (Anna's)",
                             "could you please delete ehpc-5?",
                             "we no longer need ehpc-5",
                             "we no longer need these clusters: ehpc-5",
                             "- ehpc-5, idle",
                             "delete: ehpc-5",
                             "1. ehpc-5",
                             "* ehpc-5",
                             "Ticket #123: remove ehpc-5!",
                             "Ticket no. 7: delete ehpc-5",
                             "ehpc-5 is no longer in use",
                             "Please delete ehpc-5, it is not used any more.",
                             "ehpc-5 no longer needed",
                             "ehpc-5: unused, knotted, butler, notebook, unkempt, skipper",
                             "ehpc-5 wird nicht mehr benutzt, bitte löschen",
                             "请删除 ehpc-5",
                             "请分别删除 ehpc-5",
                             "删除集群：ehpc-5，已闲置",
                             "ehpc-5 没人用了，删",
                             "ehpc-5,anna,stopped",
                             "https://console.example/ehpc/ehpc-5",
                             "\"ehpc-5\"",
                             "ehpc-5;",
                             "(ehpc-5)",
                             "[ehpc-5]",
                             "ehpc-5 # idle",
                             "stop ehpc-5 on 2026-11-30 at 10:00"})
        row(line, ListDoubt::None);
    for (const char *line : {"delete: ehpc-4, but KEEP ehpc-5",
                             "do not delete: ehpc-5",
                             "don't delete ehpc-5",
                             "don\xE2\x80\x99t touch ehpc-5",
                             "dont delete ehpc-5",
                             "DoNotDelete: ehpc-5",
                             "DO_NOT_DELETE ehpc-5",
                             "do-not-delete-ehpc ehpc-5",
                             "all except ehpc-5",
                             "everything excluding ehpc-5",
                             "not ehpc-5",
                             "skip ehpc-5",
                             "please leave ehpc-5",
                             "leave ehpc-5 alone",
                             "ehpc-5 is still in use",
                             "ehpc-5 (in use by Bob)",
                             "ehpc-5 used by the night shift",
                             "ehpc-5 is needed",
                             "ehpc-5: needs to stay",
                             "protect ehpc-5",
                             "never delete ehpc-5",
                             "without ehpc-5",
                             "ignore ehpc-5",
                             "ehpc-5 remains",
                             "cancel the deletion of ehpc-5",
                             "ehpc-5 shouldn't go",
                             "delete ehpc-5 unless Bob objects",
                             "delete ehpc-5 if idle",
                             "can we delete ehpc-5?",
                             "would you delete ehpc-5?",
                             "could you tell me whether to delete ehpc-5?",
                             "could you not delete ehpc-5?",
                             "could you stop deleting ehpc-5?",
                             "could you please remove ehpc-5 from the list?",
                             "could you delete the lock of ehpc-5?",
                             "we no longer need to delete ehpc-5",
                             "ehpc-5 no longer needs cleaning up",
                             "we no longer need this cleanup of ehpc-5",
                             "maybe ehpc-5",
                             "ehpc-5 (tbc)",
                             "ehpc-5 is used every night",
                             "whitelist: ehpc-5",
                             "ehpc-5 nein",
                             "除 ehpc-4 和 ehpc-5 外，全部删除",
                             "ehpc-5 可以删吗？",
                             "白名单 ehpc-5",
                             "keep\xE2\x80\x8B"
                             "ing ehpc-5",
                             "ＫＥＥＰ ehpc-5",
                             "k\xC2\xAD"
                             "eep ehpc-5",
                             "ehpc-5 until Friday",
                             "ehpc-5 on hold",
                             "hands off ehpc-5",
                             "deletion is no longer needed: ehpc-5",
                             "ehpc-5 not required to go",
                             "ehpc-5 nicht löschen",
                             "ehpc-5 bitte behalten",
                             "alle außer ehpc-5",
                             "ehpc-5 wird noch gebraucht",
                             "kein ehpc-5",
                             "ohne ehpc-5",
                             "gardez ehpc-5",
                             "sauf ehpc-5",
                             "no borrar ehpc-5",
                             "кроме ehpc-5",
                             "保留 ehpc-5",
                             "保留ehpc-5",
                             "不要删 ehpc-5",
                             "不要删除ehpc-5",
                             "别删 ehpc-5",
                             "勿删 ehpc-5",
                             "请勿删除：ehpc-5",
                             "除了 ehpc-5",
                             "除ehpc-5以外全部删除",
                             "排除 ehpc-5",
                             "跳过ehpc-5",
                             "ehpc-5 正在使用",
                             "ehpc-5 还在用",
                             "ehpc-5 暂不删除",
                             "ehpc-5 不能删",
                             "不用删 ehpc-5",
                             "留着 ehpc-5",
                             "別刪 ehpc-5",
                             "ehpc-5 禁止删除",
                             "取消删除 ehpc-5",
                             "删除 ehpc-4，但 ehpc-5 先等等",
                             "ehpc-5 は削除しない",
                             "ehpc-5 제외"})
        row(line, ListDoubt::Words);
    for (const char *line :
         {"~~ehpc-5~~", "~~delete ehpc-5~~", "~ehpc-5~", "<del>ehpc-5</del>", "<DEL>ehpc-5</DEL>",
          "<s>ehpc-5</s>", "<strike>ehpc-5", "[s]ehpc-5[/s]", "-ehpc-5-",
          "<span style=\"text-decoration:line-through\">ehpc-5</span>"})
        row(line, ListDoubt::Struck);
    for (const char *line : {"> ehpc-5", ">> delete ehpc-5", "> do not delete: ehpc-5", "| ehpc-5",
                             "＞ ehpc-5", "&gt; ehpc-5", "\xE2\x80\x8E> ehpc-5"})
        row(line, ListDoubt::Quoted);
    for (const char *line : {"-- ehpc-5", "; ehpc-5", "/* ehpc-5 */", "<!-- ehpc-5 -->",
                             "REM ehpc-5", "delete these # ehpc-5", "these // ehpc-5"})
        row(line, ListDoubt::Commented);
    for (const char *line : {"- [ ] ehpc-5", "- [x] ehpc-5", "- [X] ehpc-5", "* [] ehpc-5",
                             "☐ ehpc-5", "☑ ehpc-5", "✅ ehpc-5", "❌ ehpc-5", "🔒 ehpc-5", "🚫ehpc-5",
                             "!ehpc-5", "-ehpc-5", "+ehpc-5", "( ) ehpc-5", "(x) ehpc-5"})
        row(line, ListDoubt::Marked);
}

void TestListMatching::doubts()
{
    QFETCH(QString, line);
    QFETCH(int, doubt);
    const ListIndex index = world();
    ListMatcher matcher(index, line);
    while (!matcher.advance(1)) {
    }
    const bool chosen = matcher.matched().contains(key("ehpc-5"));
    QCOMPARE(chosen, ListDoubt(doubt) == ListDoubt::None);
    bool found = false;
    for (const ListLine &each : matcher.lines()) {
        if (!each.keys.contains(key("ehpc-5")))
            continue;
        found = true;
        QCOMPARE(int(each.doubt), doubt);
        QCOMPARE(each.whole, line.trimmed());
    }
    QVERIFY(found);
}

void TestListMatching::linesAroundIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *text, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << expected;
    };
    row("each line for itself",
        "delete: ehpc-1, but KEEP ehpc-2\n~~ehpc-3~~\n> do not delete: ehpc-4\n保留 ehpc-5\n"
        "ehpc-6",
        {"1 ehpc-1~Words", "1 ehpc-2~Words", "2 ehpc-3~Struck", "3 ehpc-4~Quoted", "4 ehpc-5~Words",
         "5 ehpc-6=ehpc-6"});
    row("a heading", "Delete:\nehpc-1\nKeep:\nehpc-2\n\nehpc-3\nDelete these too:\nehpc-4",
        {"1 Delete:…", "2 ehpc-1=ehpc-1", "3 Keep:…", "4 ehpc-2~Section3", "5 -",
         "6 ehpc-3~Section3", "7 Delete these too:…", "8 ehpc-4=ehpc-4"});
    row("a Markdown heading", "# Keep\nehpc-1\n# Delete\nehpc-2",
        {"1 #", "2 ehpc-1~Section1", "3 #", "4 ehpc-2=ehpc-2"});
    row("a comment on the file", "# do not edit\nehpc-1", {"1 #", "2 ehpc-1=ehpc-1"});
    row("a commented line", "# keep: ehpc-1\nehpc-2\n// ehpc-3\nehpc-1",
        {"1 #", "2 ehpc-2=ehpc-2", "3 #", "4 ehpc-1~OtherLine1"});
    row("a Chinese heading", "以下集群请保留：\nehpc-1\n删除：\nehpc-2",
        {"1 以下集群请保留：…", "2 ehpc-1~Section1", "3 删除：…", "4 ehpc-2=ehpc-2"});
    row("exceptions", "Delete all of Anna's except:\nehpc-1\nehpc-2",
        {"1 Delete all of Anna's except:…", "2 ehpc-1~Section1", "3 ehpc-2~Section1"});
    row("the line that says it", "Are these in use?\n\nehpc-1",
        {"1 Are these in use?…", "2 -", "3 ehpc-1~Section1"});
    row("a polite ticket",
        "Dear team,\nwe no longer need these. Could you please delete them?\n\nehpc-1",
        {"1 Dear team,…", "2 we no longer need these. Could you please delete them?…", "3 -",
         "4 ehpc-1=ehpc-1"});
    row("another heading does not end it", "Keep\nehpc-1\nBob's:\nehpc-2",
        {"1 Keep…", "2 ehpc-1~Section1", "3 Bob's:…", "4 ehpc-2~Section1"});
    row("a label with an id", "Keep: ehpc-1\nehpc-2\n\nehpc-3",
        {"1 ehpc-1~Words", "2 ehpc-2~Section1", "3 -", "4 ehpc-3=ehpc-3"});
    row("a label ends it", "Keep:\nehpc-1\nDelete: ehpc-2\nehpc-3",
        {"1 Keep:…", "2 ehpc-1~Section1", "3 ehpc-2=ehpc-2", "4 ehpc-3=ehpc-3"});
    row("said behind the list", "ehpc-1\n\nehpc-2\nehpc-3\nplease keep",
        {"1 ehpc-1=ehpc-1", "2 -", "3 ehpc-2~OtherLine5", "4 ehpc-3~OtherLine5", "5 please keep…"});
    row("all above", "ehpc-1\n\nehpc-2\n\nPlease keep the above.",
        {"1 ehpc-1~OtherLine5", "2 -", "3 ehpc-2~OtherLine5", "4 -", "5 Please keep the above.…"});
    row("all above, Chinese", "ehpc-1\n\n以上集群不要删",
        {"1 ehpc-1~OtherLine3", "2 -", "3 以上集群不要删…"});
    row("a sentence over lines", "keep ehpc-1,\nehpc-2 and\nehpc-3\nehpc-4",
        {"1 ehpc-1~Words", "2 ehpc-2~Section1", "3 ehpc-3~Section1", "4 ehpc-4=ehpc-4"});
    row("said at the end of it", "ehpc-1,\nehpc-2 and ehpc-3 must stay\nehpc-4",
        {"1 ehpc-1~OtherLine2", "2 ehpc-2~Words", "2 ehpc-3~Words", "3 ehpc-4=ehpc-4"});
    row("the same cluster elsewhere", "ehpc-1\nehpc-2\nkeep ehpc-1",
        {"1 ehpc-1~OtherLine3", "2 ehpc-2=ehpc-2", "3 ehpc-1~Words*"});
    row("by its name elsewhere", "ehpc-5\nx, keep",
        {"1 ehpc-5~OtherLine2", "2 x~Words*", "2 keep!"});
    row("struck over lines", "<del>\nehpc-1\n</del>\nehpc-2\n~~ehpc-3\nehpc-4~~\nehpc-5",
        {"1 <del>…", "2 ehpc-1~Struck", "3 </del>…", "4 ehpc-2=ehpc-2", "5 ehpc-3~Struck",
         "6 ehpc-4~Struck", "7 ehpc-5=ehpc-5"});
    row("commented over lines", "/*\nehpc-1\n*/\nehpc-2",
        {"1 /*…", "2 ehpc-1~Commented", "3 */…", "4 ehpc-2=ehpc-2"});
    row("an earlier mail", "ehpc-1\n-----Original Message-----\nehpc-2",
        {"1 ehpc-1=ehpc-1", "2 -----Original Message-----…", "3 ehpc-2~Quoted"});
    row("names that were not found", "anna\nnot-there\nx",
        {"1 anna=hpc-abc123", "2 not-there!", "3 x=ehpc-5"});
    row("why they go", "Please delete these, they are not used any more:\nehpc-1",
        {"1 Please delete these, they are not used any more:…", "2 ehpc-1=ehpc-1"});
    row("a mail", "This is an automatic message, do not reply.\nPlease delete:\nehpc-1\nThanks",
        {"1 This is an automatic message, do not reply.…", "2 Please delete:…", "3 ehpc-1=ehpc-1",
         "4 Thanks!"});
    row("line ends",
        "ehpc-1\xE2\x80\xA8"
        "ehpc-2\xC2\x85"
        "ehpc-3\xE2\x80\xA9"
        "ehpc-4\vehpc-5\fehpc-6",
        {"1 ehpc-1=ehpc-1", "2 ehpc-2=ehpc-2", "3 ehpc-3=ehpc-3", "4 ehpc-4=ehpc-4",
         "5 ehpc-5=ehpc-5", "6 ehpc-6=ehpc-6"});
    row("an exact name of such words", "x\nehpc-4", {"1 x=ehpc-5", "2 ehpc-4=ehpc-4"});

    row("a column that decides", "id,delete?\nehpc-1,yes\nehpc-2,no\nehpc-3,\nehpc-4,是\nehpc-5,?",
        {"1 H", "2 ehpc-1=ehpc-1", "3 ehpc-2~Decision", "4 ehpc-3~Decision", "5 ehpc-4=ehpc-4",
         "6 ehpc-5~Decision"});
    row("an action", "cluster_id;action\nehpc-1;delete\nehpc-2;keep\nehpc-3;do not delete",
        {"1 H", "2 ehpc-1=ehpc-1", "3 ehpc-2~Decision", "4 ehpc-3~Decision"});
    row("a column that keeps", "keep,id\n,ehpc-1\nx,ehpc-2\nno,ehpc-3",
        {"1 H", "2 ehpc-1=ehpc-1", "3 ehpc-2~Decision", "4 ehpc-3=ehpc-3"});
    row("是否删除", "集群ID,是否删除\nehpc-1,是\nehpc-2,否",
        {"1 H", "2 ehpc-1=ehpc-1", "3 ehpc-2~Decision"});
    row("a note", "id,note\nehpc-1,\nehpc-2,keep until May\nehpc-3,\"> old\"",
        {"1 H", "2 ehpc-1=ehpc-1", "3 ehpc-2~Words", "4 ehpc-3~Quoted"});
    row("a time is no decision", "id,Deleted at,Start time\nehpc-1,2026-11-30,10:00",
        {"1 H", "2 ehpc-1=ehpc-1"});
    row("a section of a table", "id,name\nehpc-1,a\nKeep these:,\nehpc-2,b",
        {"1 H", "2 ehpc-1=ehpc-1", "3 Keep these:!", "4 ehpc-2~Section3"});
    row("in the cell of the id", "id,name\nehpc-1 (keep),a", {"1 H", "2 ehpc-1~Words"});
}

void TestListMatching::linesAroundIt()
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
    QTest::newRow("dashes") << QString::fromUtf8("hpc‑a1 hpc–b2 ehpc−c3 ehpc－d4 ehpc‐e5 ehpc﹣f6 "
                                                 "ehpc—g7 ehpc―h8 ehpcーi9 HPC‒J1")
                            << QStringList{"hpc-a1",  "hpc-b2",  "ehpc-c3", "ehpc-d4", "ehpc-e5",
                                           "ehpc-f6", "ehpc-g7", "ehpc-h8", "ehpc-i9", "HPC-J1"};
    QTest::newRow("a range is no id") << QString::fromUtf8("hpc-a1–hpc-a9") << QStringList{};
    QTest::newRow("a long dash ends a sentence")
        << QString::fromUtf8("hpc-a1—idle，hpc-b2——闲置") << QStringList{"hpc-a1", "hpc-b2"};
    QTest::newRow("marks around")
        << QString::fromUtf8("\xE2\x80\x8Ehpc-a1\xE2\x80\x8F \xEF\xBB\xBFhpc-b2 \xE2\x80\x8Dhpc-"
                             "c3\xE2\x80\x8C \xF3\xA0\x81\xA1hpc-d4")
        << QStringList{"hpc-a1", "hpc-b2", "hpc-c3", "hpc-d4"};
    QTest::newRow("capitals stay")
        << QString::fromUtf8("EHPC-A1 ＨＰＣ－Ｂ２") << QStringList{"EHPC-A1", "HPC-B2"};
    QTest::newRow("letters that look alike")
        << QString::fromUtf8("\xD0\xB5hpc-a1 hpc-a1\xD0\xB0 hpc-a1\xEF\xBF\xBD hpc-\xC3\xA9")
        << QStringList{};
    QTest::newRow("struck letter by letter") << QString::fromUtf8("h\xCC\xB6p\xCC\xB6"
                                                                  "c\xCC\xB6-\xCC\xB6"
                                                                  "a\xCC\xB6 hpc-a1\xCC\xB6")
                                             << QStringList{};
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
        item.operationErrors =
            QStringLiteral("hpc-def456 \"is\" busy, not deleted,\nsaid the provider");
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
        for (const DataKind dataKind : {DataKind::Real, DataKind::Demo, DataKind::Presenter}) {
            const CsvOptions options{true, separator, dataKind};
            ListMatcher matcher(index, listText(csv(batch, events, options))->text);
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
    QTest::addColumn<QString>("guessed");
    const QString text = QStringLiteral("仿真\r\nehpc-1");
    const auto in = [&](QStringConverter::Encoding encoding, bool marked) {
        QStringEncoder encoder(encoding, marked ? QStringConverter::Flag::WriteBom
                                                : QStringConverter::Flag::Default);
        return QByteArray(encoder(text));
    };
    using Converter = QStringConverter;
    const QString sure;
    QTest::newRow("UTF-8") << text.toUtf8() << sure;
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << sure;
    const std::pair<const char *, Converter::Encoding> wide[] = {{"UTF-16 LE", Converter::Utf16LE},
                                                                 {"UTF-16 BE", Converter::Utf16BE},
                                                                 {"UTF-32 LE", Converter::Utf32LE},
                                                                 {"UTF-32 BE", Converter::Utf32BE}};
    for (const auto &[name, encoding] : wide) {
        QTest::newRow(name) << in(encoding, true) << sure;
        QTest::addRow("%s without a mark", name) << in(encoding, false) << sure;
    }
    QTest::newRow("GB18030") << QByteArray("\xB7\xC2\xD5\xE6\r\nehpc-1")
                             << QStringLiteral("GB18030");
}

void TestListMatching::bytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, guessed);
    const auto text = listText(bytes);
    if (!QStringDecoder("GB18030").isValid() && !guessed.isEmpty()) {
        // Qt without ICU does not support the encoding, and reports this.
        QVERIFY(!text && text.error() == ListTextProblem::Encoding);
        return;
    }
    QVERIFY(text);
    QString read = text->text;
    QCOMPARE(read.remove(QChar(0xFEFF)), QStringLiteral("仿真\r\nehpc-1"));
    QCOMPARE(text->guessed, guessed);
}

void TestListMatching::brokenBytes()
{
    // A zipped spreadsheet, and UTF-16 that PowerShell appends to a file in another encoding.
    for (const QByteArray &bytes :
         {QByteArray("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", 14),
          QByteArray("ehpc-1\ne\0h\0p\0c\0-\0", 17)}) {
        const auto text = listText(bytes);
        QVERIFY(!text && text.error() == ListTextProblem::Binary);
    }
    // One invalid byte among Chinese words: the words are unchanged.
    const auto broken = listText("保留 ehpc-1\xFF\n删除 ehpc-2\n");
    QVERIFY(broken && broken->guessed.isEmpty());
    QVERIFY(broken->text.contains(QStringLiteral("保留")));
    if (QStringDecoder("windows-1252").isValid()) {
        const auto western = listText("au\xDF"
                                      "er ehpc\x96"
                                      "1, l\xF6"
                                      "schen");
        QVERIFY(western && western->guessed == u"Windows-1252");
        QCOMPARE(western->text, QStringLiteral("außer ehpc–1, löschen"));
    }
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

/// The result is the same in pieces as at once, and starts again when the clusters change.
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
    QCOMPARE(whole.matcher().counts(), (ListCounts{100, 50, 50, 0, 150, 0, 100}));
    clusters.apply(listingOf(100, 50));
    whole.restart();
    QVERIFY(!whole.isDone());
    QVERIFY(whole.advance(1'000'000));
    QCOMPARE(whole.matcher().counts().matched, 100);
    QCOMPARE(whole.matcher().matched().first(), key("ehpc-50"));
}

/// The number of look-ups per line does not depend on the number of clusters.
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
    QCOMPARE(matching.matcher().counts(), (ListCounts{5000, 2500, 0, 0, 0, 0, 2500}));
}

/// For any text: matching ends, line numbers increase, and the text contains the id or name of
/// every matched cluster.
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
        const auto read = listText(bytes);
        if (!read)
            continue;
        const QString text = read->text;
        ListMatcher matcher(index, text);
        int pieces = 0;
        while (!matcher.advance(3))
            QVERIFY(++pieces <= text.size());
        int line = 1;
        const QString folded = foldedForList(text);
        for (const ListLine &found : matcher.lines()) {
            QVERIFY(found.line >= line);
            line = found.line;
            QCOMPARE(found.result == Came::Matched,
                     found.keys.size() == 1 && found.doubt == ListDoubt::None);
            if (found.result != Came::Matched)
                continue;
            // Except for quotes, which are removed from a cell.
            const bool spelled = text.contains(u'"') || folded.contains(foldedForList(found.text));
            QVERIFY2(spelled, qPrintable(found.text));
        }
        const ListCounts counts = matcher.counts();
        QCOMPARE(counts.matched, int(matcher.matched().size()));
        QCOMPARE(counts.matched + counts.ambiguous + counts.notFound + counts.again +
                     counts.skipped + counts.doubtful + counts.ignored,
                 int(matcher.lines().size()));
    }
}

QTEST_APPLESS_MAIN(TestListMatching)
#include "tst_listmatching.moc"
