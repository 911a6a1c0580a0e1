// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/plandocument.h"
#include "app/commandline/planmatch.h"
#include "app/support/visibletext.h"
#include "tests/support/utc.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>
#include <QTest>

using namespace clusterdeck;

namespace
{

const QDateTime Made = utc(QDate(2026, 11, 25), QTime(12, 0));

PlanItem item(const QString &id, RiskFlags flags, bool fresh = true)
{
    PlanItem item;
    item.cluster.account = QStringLiteral("account-1");
    item.cluster.record.id = id;
    item.cluster.record.name = QStringLiteral("\u6d4b\u8bd5 \"a\"\n") + id;
    item.cluster.record.status = QStringLiteral("active");
    item.cluster.record.billing = QStringLiteral("PayForUsed");
    item.cluster.record.nodes = 4;
    item.cluster.record.runningJobs = 0;
    item.flags = flags;
    item.fresh = fresh;
    return item;
}

Plan plan()
{
    Plan plan;
    plan.verb = Verb::Delete;
    plan.safety = {2, std::chrono::seconds(60)};
    plan.factsAsOf = Made.addSecs(-3);
    plan.items = {item(QStringLiteral("ehpc-1"), RiskFlag::HasJobs | RiskFlag::LastOnMount),
                  item(QStringLiteral("hpc-2"), {}, false)};
    plan.excluded = {{{QStringLiteral("account-1"), QStringLiteral("hpc-3")},
                      QStringLiteral("locked"),
                      QStringLiteral("active"),
                      Exclusion::Locked}};
    plan.checks = {{QStringLiteral("account-1"), std::chrono::milliseconds(40), 1900, 12}};
    return plan;
}

QJsonObject document()
{
    return QJsonDocument::fromJson(planDocument(plan(), {}, Made)).object();
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

/// Replaces the plan's hash by a correct one.
QByteArray hashed(QJsonObject object)
{
    object.insert("hash", planHash(bytes(object)));
    return bytes(object);
}

using Kind = PlanProblem::Kind;
using ListKind = IdListProblem::Kind;

} // namespace

class TestPlanDocument : public QObject
{
    Q_OBJECT

private slots:
    void comesBack();
    void largestBefore();
    void reason();
    void saysWhatItMeans();
    void life_data();
    void life();
    void refused_data();
    void refused();
    void mutated();
    void hash();
    void approval();
    void approvalIsExact();
    void approvedRefused_data();
    void approvedRefused();
    void codes();
    void olderFormat();
    void formatTwo();
    void formatThree();
    void daysUnused_data();
    void daysUnused();
    void hiddenCharacters();
    void ids_data();
    void ids();
};

void TestPlanDocument::comesBack()
{
    const auto written = planFrom(planDocument(plan(), {}, Made));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    const Plan before = plan();
    const Plan after = written->plan;
    QCOMPARE(written->madeAt, Made);
    QCOMPARE(after.factsAsOf, before.factsAsOf);
    QCOMPARE(after.verb, before.verb);
    QCOMPARE(after.items.size(), before.items.size());
    for (int i = 0; i < before.items.size(); ++i) {
        QCOMPARE(after.items.at(i).cluster, before.items.at(i).cluster);
        QCOMPARE(after.items.at(i).flags, before.items.at(i).flags);
        QCOMPARE(after.items.at(i).fresh, before.items.at(i).fresh);
    }
    QCOMPARE(after.confirmationLevel(), before.confirmationLevel());
    // A later plan is compared with what was shown.
    QVERIFY(!isWorse(after, comparedTo(after, before)));
    QVERIFY(!isWorse(before, comparedTo(before, after)));
}

void TestPlanDocument::largestBefore()
{
    Plan with = plan();
    QVERIFY(!planFrom(planDocument(with, {}, Made))->plan.largestBefore);
    with.largestBefore = 1;
    const auto written = planFrom(planDocument(with, {}, Made));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    QCOMPARE(written->plan.largestBefore, with.largestBefore);
    // With another journal, the stricter of both limits applies.
    Plan fresh = plan();
    QCOMPARE(withSafetyOf(with, fresh).largestBefore, std::optional(1));
    fresh.largestBefore = 0;
    QCOMPARE(withSafetyOf(with, fresh).largestBefore, std::optional(0));
    fresh.largestBefore = 9;
    QCOMPARE(withSafetyOf(with, fresh).largestBefore, std::optional(1));
    QCOMPARE(withSafetyOf(plan(), fresh).largestBefore, std::optional(9));
}

/// The hash covers the reason.
void TestPlanDocument::reason()
{
    Plan with = plan();
    with.givenReason = QStringLiteral("CR-4711 测");
    const QByteArray document = planDocument(with, {}, Made);
    const auto written = planFrom(document);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    QCOMPARE(written->plan.givenReason, with.givenReason);
    QVERIFY(planHash(document) != planHash(planDocument(plan(), {}, Made)));
    for (const QJsonValue &wrong : {QJsonValue(7), QJsonValue(), QJsonValue(QStringLiteral("a\nb")),
                                    QJsonValue(QString(LongestReason + 1, u'a'))}) {
        QJsonObject object = QJsonDocument::fromJson(document).object();
        object.insert("given_reason", wrong);
        const auto refused = planFrom(hashed(object));
        QVERIFY(!refused);
        QCOMPARE(refused.error(), (PlanProblem{Kind::Damaged, QStringLiteral("given_reason")}));
    }
}

void TestPlanDocument::saysWhatItMeans()
{
    const QJsonObject object = document();
    QCOMPARE(object.value("tier").toInt(), plan().confirmationLevel().tier);
    QCOMPARE(object.value("left_out").toArray().at(0).toObject().value("reason").toString(),
             QStringLiteral("locked"));
    QCOMPARE(object.value("accounts").toArray().at(0).toObject().value("calls_needed").toInt(), 12);
    QCOMPARE(object.value("valid_until").toString(), QStringLiteral("2026-11-25T12:30:00.000Z"));
}

void TestPlanDocument::life_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("over");
    QTest::newRow("at once") << 0 << false;
    QTest::newRow("last second") << 1800 << false;
    QTest::newRow("after it") << 1801 << true;
    QTest::newRow("the clock was set back a little") << -60 << false;
    QTest::newRow("from the future") << -61 << true;
}

void TestPlanDocument::life()
{
    QFETCH(int, seconds);
    WrittenPlan written;
    written.madeAt = Made;
    QTEST(written.isOver(Made.addSecs(seconds)), "over");
}

void TestPlanDocument::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto changed = [](const char *key, const QJsonValue &value) {
        QJsonObject object = document();
        object.insert(QLatin1String(key), value);
        return hashed(object);
    };
    const auto changedItem = [&](const char *key, const QJsonValue &value) {
        QJsonArray items = document().value("items").toArray();
        QJsonObject item = items.at(0).toObject();
        item.insert(QLatin1String(key), value);
        items.replace(0, item);
        return changed("items", items);
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("ehpc-1\n");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("something else") << QByteArray("{\"items\": []}");
    QTest::newRow("another version") << changed("clusterdeck_plan", 3);
    QTest::newRow("lower tier") << changed("tier", 1);
    QTest::newRow("does not ask") << changed("asks_for_count", false);
    QTest::newRow("shorter countdown") << changed("grace_seconds", 1);
    QTest::newRow("later end") << changed("valid_until", "2026-11-25T12:45:00.000Z");
    QTest::newRow("made later than read") << changed("facts_as_of", "2026-11-25T11:00:00.000Z");
    QTest::newRow("never read") << changed("facts_as_of", "");
    QTest::newRow("two zones") << [&] {
        QJsonArray items = document().value("items").toArray();
        QJsonObject item = items.at(0).toObject();
        item.insert("zone", "another");
        items.replace(0, item);
        return changed("items", items);
    }();
    QTest::newRow("unknown verb") << changed("verb", "erase");
    QTest::newRow("no time") << changed("made_at", "yesterday");
    QTest::newRow("no items") << changed("items", QJsonArray());
    QTest::newRow("items are no list") << changed("items", "ehpc-1");
    QTest::newRow("unknown flag") << changedItem("flags", QJsonArray{"harmless"});
    QTest::newRow("no flags") << changedItem("flags", QJsonValue());
    QTest::newRow("no account") << changedItem("account", "");
    QTest::newRow("no cluster") << changedItem("cluster", "ehpc-1");
    QTest::newRow("cluster without an id") << changedItem("cluster", QJsonObject{{"name", "a"}});
    QTest::newRow("freshness is no truth value") << changedItem("fresh", "yes");
    QJsonArray twice = document().value("items").toArray();
    twice.append(twice.at(0));
    QTest::newRow("twice the same") << changed("items", twice);
}

void TestPlanDocument::refused()
{
    QFETCH(QByteArray, text);
    const auto written = planFrom(text);
    QVERIFY(!written);
    QCOMPARE(written.error().part.isEmpty(), written.error().kind != Kind::Damaged);
}

/// Every changed byte of a plan is detected.
void TestPlanDocument::mutated()
{
    const QByteArray whole = planDocument(plan(), {}, Made);
    QVERIFY(planFrom(whole));
    for (int at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = damaged.at(at) == '7' ? '8' : '7';
        QVERIFY2(!planFrom(damaged), damaged.mid(at - 20, 40).constData());
        if (at < whole.trimmed().size())
            QVERIFY(!planFrom(whole.left(at)));
    }
}

void TestPlanDocument::hash()
{
    const QByteArray document = planDocument(plan(), {}, Made);
    const QString hash = planHash(document);
    QCOMPARE(hash.size(), 64);
    QCOMPARE(QJsonDocument::fromJson(document)["hash"].toString(), hash);
    QCOMPARE(planFrom(document)->hash, hash);
    // The hash does not depend on the JSON layout.
    QCOMPARE(planHash(QJsonDocument::fromJson(document).toJson(QJsonDocument::Compact)), hash);
    Plan other = plan();
    other.items.removeLast();
    QVERIFY(planHash(planDocument(other, {}, Made)) != hash);
    QVERIFY(planHash(planDocument(plan(), {}, Made.addMSecs(1))) != hash);

    for (const QString &given : {hash, hash.left(16), hash.toUpper(), "sha256:" + hash.left(20)})
        QVERIFY2(isHashOf(given, hash), qPrintable(given));
    for (const QString &given : {hash.left(15), hash + '0', QString(), QStringLiteral("sha256:"),
                                 hash.left(16) + 'x', QString(64, '0')})
        QVERIFY2(!isHashOf(given, hash), qPrintable(given));
}

/// It lives as long as it says, and its code follows from all of it.
void TestPlanDocument::approval()
{
    const QByteArray document = planDocument(plan(), {}, Made, Validity(14 * 24));
    const auto written = planFrom(document);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    QVERIFY(written->needsApproval());
    const QDateTime until = Made.addDays(14);
    const QString code = approvalCode(planHash(document));
    QCOMPARE(written->plan.approval, (PlanApproval{code, Made, until}));
    QCOMPARE(QJsonDocument::fromJson(document)["approval_code"].toString(), code);
    QVERIFY(!written->isOver(Made) && !written->isOver(until));
    QVERIFY(written->isOver(until.addSecs(1)) && written->isOver(Made.addSecs(-61)));
    QVERIFY(!planFrom(planDocument(plan(), {}, Made))->needsApproval());
    // Whoever looks at the question for half an hour can still save it; not for longer.
    QVERIFY(planFrom(planDocument(plan(), {}, Made.addSecs(1800), Validity(24))));
    QVERIFY(!planFrom(planDocument(plan(), {}, Made.addSecs(1800))));
    QVERIFY(!planFrom(planDocument(plan(), {}, Made.addSecs(4000), Validity(24))));
}

void TestPlanDocument::approvalIsExact()
{
    const QByteArray whole = planDocument(plan(), {}, Made, Validity(24));
    QVERIFY(planFrom(whole));
    for (int at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = damaged.at(at) == '7' ? '8' : '7';
        QVERIFY2(!planFrom(damaged), damaged.mid(at - 20, 40).constData());
    }
}

void TestPlanDocument::approvedRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PlanProblem>("problem");
    const PlanProblem otherCode{Kind::Changed, {}};
    const PlanProblem wrongEnd{Kind::Damaged, QStringLiteral("valid_until")};
    const QJsonObject good =
        QJsonDocument::fromJson(planDocument(plan(), {}, Made, Validity(24))).object();
    const auto changed = [&](const char *key, const QJsonValue &value, bool fits = true) {
        QJsonObject object = good;
        object.insert(QLatin1String(key), value);
        const QString hash = planHash(bytes(object));
        object.insert("hash", hash);
        if (fits)
            object.insert("approval_code", approvalCode(hash));
        return bytes(object);
    };
    QTest::newRow("another code") << changed("approval_code", "0000-0000-0000-0000", false)
                                  << otherCode;
    QTest::newRow("old code of another plan")
        << changed("given_reason", "other", false) << otherCode;
    QTest::newRow("31 days") << changed("valid_until", "2026-12-26T12:00:00.000Z") << wrongEnd;
    QTest::newRow("half an hour") << changed("valid_until", "2026-11-25T12:30:00.000Z") << wrongEnd;
    QTest::newRow("no end") << changed("valid_until", "") << wrongEnd;
    QJsonObject without = good;
    without.remove("approval_code");
    QTest::newRow("no code") << bytes(without) << otherCode;
    QJsonObject plain = document();
    plain.insert("approval_code", approvalCode(plain.value("hash").toString()));
    QTest::newRow("a code without validity") << bytes(plain) << otherCode;
}

void TestPlanDocument::approvedRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(PlanProblem, problem);
    const auto written = planFrom(text);
    QVERIFY(!written);
    QCOMPARE(written.error(), problem);
}

void TestPlanDocument::codes()
{
    // Five bits a letter, the highest first.
    QCOMPARE(approvalCode(QString(64, u'0')), QStringLiteral("0000-0000-0000-0000"));
    QCOMPARE(approvalCode(QString(64, u'f')), QStringLiteral("ZZZZ-ZZZZ-ZZZZ-ZZZZ"));
    QCOMPARE(approvalCode(QStringLiteral("00443214c74254b635cf") + QString(44, u'7')),
             QStringLiteral("0123-4567-89AB-CDEF"));
    const QString code = QStringLiteral("01AB-CDEF-GHJK-MNPQ");
    for (const char *given : {"01AB-CDEF-GHJK-MNPQ", "01abcdefghjkmnpq", " oiAB CDEF-GHJK-MNPQ ",
                              "OLAB-CDEF-GHJK-MNPQ"})
        QCOMPARE(approvalCodeFrom(QString::fromLatin1(given)), code);
    for (const char *given : {"", "01AB-CDEF-GHJK-MNP", "01AB-CDEF-GHJK-MNPQ0",
                              "01AB-CDEF-GHJK-MNPU", "01AB_CDEF-GHJK-MNPQ"})
        QVERIFY2(approvalCodeFrom(QString::fromLatin1(given)).isEmpty(), given);
}

/// A plan from a version without hashes.
void TestPlanDocument::olderFormat()
{
    QFile file(QStringLiteral(CLUSTERDECK_TESTS_DIR "/app/commandline/plans/format1.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = planFrom(file.readAll());
    QVERIFY(!written);
    QCOMPARE(written.error(), (PlanProblem{Kind::OtherVersion, {}}));
}

/// A plan that the program of December 2026 wrote is read, and is over like any other.
void TestPlanDocument::formatTwo()
{
    QFile file(QStringLiteral(CLUSTERDECK_TESTS_DIR "/app/commandline/plans/format2.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = planFrom(file.readAll());
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    QCOMPARE(written->plan.items.size(), 1);
    QCOMPARE(written->plan.givenReason, QStringLiteral("CR-4711 end of project 测"));
    QVERIFY(!written->isOver(written->madeAt.addSecs(1800)));
    QVERIFY(written->isOver(written->madeAt.addSecs(1801)));
}

/// An approved plan of a program that did not write days without use.
void TestPlanDocument::formatThree()
{
    QFile file(QStringLiteral(CLUSTERDECK_TESTS_DIR "/app/commandline/plans/format3.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = planFrom(file.readAll());
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    QCOMPARE(written->plan.items.size(), 2);
    QCOMPARE(written->plan.approval.code, QStringLiteral("8PDZ-EBJ8-S8XM-04Q5"));
    for (const PlanItem &item : written->plan.items)
        QCOMPARE(item.daysUnused, std::optional<int>());
}

void TestPlanDocument::daysUnused_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<std::optional<int>>("days");
    QTest::newRow("not known") << QJsonValue(QJsonValue::Undefined) << true << std::optional<int>();
    QTest::newRow("in use") << QJsonValue(0) << true << std::optional(0);
    QTest::newRow("days") << QJsonValue(90) << true << std::optional(90);
    QTest::newRow("negative") << QJsonValue(-1) << false << std::optional<int>();
    QTest::newRow("no integer") << QJsonValue(1.5) << false << std::optional<int>();
    QTest::newRow("too large") << QJsonValue(1e12) << false << std::optional<int>();
    QTest::newRow("a text") << QJsonValue("90") << false << std::optional<int>();
    QTest::newRow("null") << QJsonValue() << false << std::optional<int>();
}

/// In the file only when known, and covered by the hash.
void TestPlanDocument::daysUnused()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, isRead);
    QFETCH(const std::optional<int>, days);
    QJsonObject object = document();
    QJsonArray items = object.value("items").toArray();
    QJsonObject first = items.at(0).toObject();
    QVERIFY(!first.contains("days_unused"));
    first.insert("days_unused", value);
    items.replace(0, first);
    object.insert("items", items);
    QVERIFY(value.isUndefined() || !planFrom(bytes(object)));
    const auto written = planFrom(hashed(object));
    QCOMPARE(written.has_value(), isRead);
    if (!written)
        return;
    QCOMPARE(written->plan.items.at(0).daysUnused, days);
    QCOMPARE(planFrom(planDocument(written->plan, {}, Made))->plan.items.at(0).daysUnused, days);
}

/// The file contains no control characters, whatever a name contains; reading it restores the name.
void TestPlanDocument::hiddenCharacters()
{
    Plan hostile = plan();
    const QString name = QStringLiteral("a\u001B[31m\u202Eb\u2066\u0085\u007F\u200Bc");
    hostile.items[0].cluster.record.name = name;
    hostile.excluded[0].name = name;
    const QByteArray document =
        planDocument(hostile, {{"account-1", {name, QStringLiteral("\u202Ezone")}}}, Made);
    for (const QChar letter : QString::fromUtf8(document))
        QVERIFY2(letter == u'\n' || !isHidden(letter.unicode()), document.constData());
    const auto written = planFrom(document);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    QCOMPARE(written->plan.items.at(0).cluster.record.name, name);
    QCOMPARE(written->labels.value("account-1").name, name);
}

void TestPlanDocument::ids_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<IdListProblem>("problem");
    const QStringList two{QStringLiteral("ehpc-1a"), QStringLiteral("hpc-2b")};
    QTest::newRow("two lines") << QByteArray("ehpc-1a\nhpc-2b\n") << two << IdListProblem();
    QTest::newRow("no end") << QByteArray("ehpc-1a\nhpc-2b") << two << IdListProblem();
    QTest::newRow("of Windows") << QByteArray("\xEF\xBB\xBF"
                                              "ehpc-1a\r\nhpc-2b\r\n")
                                << two << IdListProblem();
    QTest::newRow("remarks and spaces")
        << QByteArray("# old\n\n  ehpc-1a \n#\nhpc-2b") << two << IdListProblem();
    QTest::newRow("twice") << QByteArray("ehpc-1a\nhpc-2b\nehpc-1a\n") << two << IdListProblem();
    const QString lines = QStringLiteral("ehpc-1a\r\nhpc-2b\r\n");
    for (const auto &[name, encoding] : {std::pair{"UTF-16 LE", QStringConverter::Utf16LE},
                                         std::pair{"UTF-16 BE", QStringConverter::Utf16BE},
                                         std::pair{"UTF-32 LE", QStringConverter::Utf32LE},
                                         std::pair{"UTF-32 BE", QStringConverter::Utf32BE}}) {
        QStringEncoder marked(encoding, QStringConverter::Flag::WriteBom);
        QStringEncoder plain(encoding);
        QTest::newRow(name) << QByteArray(marked(lines)) << two << IdListProblem();
        QTest::addRow("%s without a mark", name)
            << QByteArray(plain(lines)) << two << IdListProblem();
    }
    QTest::newRow("CR") << QByteArray("ehpc-1a\rhpc-2b\r") << two << IdListProblem();
    QTest::newRow("CR and LF mixed")
        << QByteArray("ehpc-1a\r\n\rhpc-2b\n") << two << IdListProblem();
    QTest::newRow("U+2028") << QByteArray("ehpc-1a\xE2\x80\xA8hpc-2b") << two << IdListProblem();
    QTest::newRow("NEL") << QByteArray("ehpc-1a\xC2\x85hpc-2b\xC2\x85") << two << IdListProblem();
    QTest::newRow("direction marks")
        << QByteArray("\xE2\x80\x8E"
                      "ehpc-1a\xE2\x80\x8F\n\xEF\xBB\xBFhpc-\xE2\x80\x8B"
                      "2b\xC2\xA0\n")
        << two << IdListProblem();
    QTest::newRow("dashes of Word") << QByteArray("ehpc\xE2\x80\x91"
                                                  "1a\nhpc\xE2\x80\x93"
                                                  "2b\n")
                                    << two << IdListProblem();
    QTest::newRow("minus and full-width") << QByteArray("ehpc\xE2\x88\x92"
                                                        "1a\nｈｐｃ－２ｂ\n")
                                          << two << IdListProblem();
    QTest::newRow("capitals stay")
        << QByteArray("EHPC-1A\n") << QStringList{QStringLiteral("EHPC-1A")} << IdListProblem();
    QTest::newRow("quotes and commas")
        << QByteArray("\"ehpc-1a\",\n'hpc-2b'\n") << two << IdListProblem();
    QTest::newRow("cells") << QByteArray("ehpc-1a;\"hpc-2b\"\n") << two << IdListProblem();
    QTest::newRow("a table") << QByteArray("cluster_name,cluster_id\n\"a, b\",ehpc-1a\nx,hpc-2b\n")
                             << two << IdListProblem();
    QTest::newRow("semicolons") << QByteArray("\xEF\xBB\xBFID;Name\r\nehpc-1a;a\r\nhpc-2b;b\r\n")
                                << two << IdListProblem();
    QTest::newRow("tabs") << QByteArray("名称\t集群ID\na\tehpc-1a\nb\thpc-2b\n") << two
                          << IdListProblem();
    QTest::newRow("// remarks") << QByteArray("// do not edit\nehpc-1a\nhpc-2b") << two
                                << IdListProblem();

    const auto refused = [](const char *name, const QByteArray &text,
                            const IdListProblem &problem) {
        QTest::newRow(name) << text << QStringList() << problem;
    };
    const auto notAnId = [](int line, const char *text) {
        return IdListProblem{ListKind::NotAnId, line, 0, QString::fromUtf8(text)};
    };
    const auto mayLeaveOut = [](int line, const char *text, int because = 0) {
        return IdListProblem{ListKind::MayLeaveOut, line, because, QString::fromUtf8(text)};
    };
    refused("a name", "ehpc-1a\nmy cluster\n", notAnId(2, "my cluster"));
    refused("two in a line", "ehpc-1a hpc-2b\n", notAnId(1, "ehpc-1a hpc-2b"));
    refused("an option", "--all\n", notAnId(1, "--all"));
    refused("nothing", "\n# none\n", {ListKind::Empty, 0, 0, {}});
    refused("hidden characters", "ehpc-\xE2\x80\x8Ex\xE2\x80\xAEy z\n",
            notAnId(1, "ehpc-\xE2\x80\x8Ex\xE2\x80\xAEy z"));
    refused("a control character", "\x1B[31mehpc-1a\x1B[0m\n",
            notAnId(1, "\x1B[31mehpc-1a\x1B[0m"));
    refused("keep", "ehpc-1a\ndelete: ehpc-1a, but KEEP hpc-2b\n",
            mayLeaveOut(2, "delete: ehpc-1a, but KEEP hpc-2b"));
    refused("struck", "~~ehpc-1a~~\n", mayLeaveOut(1, "~~ehpc-1a~~"));
    refused("quoted", "> ehpc-1a\n", mayLeaveOut(1, "> ehpc-1a"));
    refused("保留", "ehpc-1a\n保留 hpc-2b\n", mayLeaveOut(2, "保留 hpc-2b"));
    refused("under a heading", "# Keep\nehpc-1a\n", mayLeaveOut(2, "ehpc-1a", 1));
    refused("a note", "id,note\nehpc-1a,keep\n", mayLeaveOut(2, "ehpc-1a,keep"));
    refused("a decision", "id,delete\nehpc-1a,no\n", mayLeaveOut(2, "ehpc-1a,no"));
    refused("no id in a row", "id,name\nehpc-1a,a\n,b\n", notAnId(3, ",b"));
    refused("a spreadsheet", QByteArray("PK\x03\x04\x14\x00\x06\x00\x08\x00", 10),
            {ListKind::Binary, 0, 0, {}});
    refused("a letter that looks alike", "\xD0\xB5hpc-1a\n", notAnId(1, "\xD0\xB5hpc-1a"));
    refused("a broken byte",
            "ehpc-1\xFF"
            "a\n",
            notAnId(1, "ehpc-1ÿa")); // read as Latin-1
}

void TestPlanDocument::ids()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, ids);
    QFETCH(IdListProblem, problem);
    const auto read = idsFrom(text);
    QCOMPARE(read.has_value(), !ids.isEmpty());
    if (read)
        QCOMPARE(*read, ids);
    else
        QVERIFY2(read.error() == problem, qPrintable(QStringLiteral("%1 in line %2: \"%3\"")
                                                         .arg(int(read.error().kind))
                                                         .arg(read.error().line)
                                                         .arg(read.error().text)));
}

QTEST_GUILESS_MAIN(TestPlanDocument)
#include "tst_plandocument.moc"
