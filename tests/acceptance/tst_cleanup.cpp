// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/support/clock.h"
#include "tests/acceptance/commandplace.h"
#include "tests/support/agedplan.h"

#include <QJsonArray>

using namespace clusterdeck;

namespace
{

const QString Reason = QStringLiteral("CR-4711 clean-up");

} // namespace

/// "Clean-up with consent", as an administrator does it on the command line: the real program, the
/// real service with 400 clusters. What is told to the owners is in the window, see
/// tst_planapproval.
class TestCleanup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void needsItsCode();
    void anotherAccount();
    void twoWeeksLater();

private:
    /// As another user of the account; a null text stays.
    void change(const QString &id, const ClusterChange &change);
    [[nodiscard]] QString file(const QByteArray &document, const char *name)
    {
        return m_place->write(document, QLatin1String(name));
    }
    [[nodiscard]] Ending apply(const QString &file, const QString &code)
    {
        return m_place->run(
            CommandPlace::applying(file, int(m_ids.size())) +
            QStringList{QStringLiteral("--data-saved"), QStringLiteral("--approval"), code});
    }
    static QString codeOf(const QByteArray &document)
    {
        return QJsonDocument::fromJson(document)[u"approval_code"].toString();
    }

    SystemClock m_clock;
    std::unique_ptr<CommandPlace> m_place;
    std::unique_ptr<ApiClient> m_others;
    QStringList m_ids;
    QStringList m_names;
    QByteArray m_plan;
};

void TestCleanup::change(const QString &id, const ClusterChange &change)
{
    bool done = false;
    QObject context;
    m_others->modify(id, change, &context,
                     [&](const Result<Accepted> &answer) { done = answer.has_value(); });
    QTRY_VERIFY2(done, qPrintable(id));
}

/// The idle ones are marked, and what has expired becomes a plan that holds for two weeks.
void TestCleanup::initTestCase()
{
    m_place = std::make_unique<CommandPlace>(QStringLiteral("1"), 400);
    QVERIFY2(m_place->problem().isEmpty(), qPrintable(m_place->problem()));
    QCOMPARE(m_place->present().size(), 400);
    m_others = std::make_unique<ApiClient>(m_place->account().api, m_clock);
    const Ending idle = m_place->run({QStringLiteral("list"), QStringLiteral("--filter"),
                                      QStringLiteral("idle"), QStringLiteral("--json")});
    QVERIFY2(idle.status == 0, qPrintable(idle.err));
    const QString expired =
        QStringLiteral("[expires %1]").arg(QDate::currentDate().addDays(-3).toString(Qt::ISODate));
    int marked = 0;
    for (const QJsonValue cluster : QJsonDocument::fromJson(idle.out)[u"clusters"].toArray()) {
        if (marked++ == 12)
            break;
        change(cluster[u"cluster_id"].toString(), {.description = expired});
    }
    const Ending due = m_place->run(
        {QStringLiteral("list"), QStringLiteral("--filter"), QStringLiteral("expired")});
    QVERIFY2(due.status == 0, qPrintable(due.err));
    QByteArray column;
    for (const QByteArray &line : due.out.split('\n'))
        column += line.split('\t').constFirst() + '\n';
    const Ending planned =
        m_place->runPlan(column, {QStringLiteral("--valid"), QStringLiteral("15d"),
                                  QStringLiteral("--reason"), Reason});
    QVERIFY2(planned.status <= 1, qPrintable(planned.err));
    m_plan = planned.out;
    for (const QJsonValue item : QJsonDocument::fromJson(m_plan)[u"items"].toArray()) {
        m_ids.append(item[u"cluster"][u"cluster_id"].toString());
        m_names.append(item[u"cluster"][u"cluster_name"].toString());
    }
    QVERIFY2(m_ids.size() >= 8, m_plan.constData());
    QCOMPARE(codeOf(m_plan), approvalCode(planHash(m_plan)));
    QVERIFY2(planned.err.contains(codeOf(m_plan)), qPrintable(planned.err));
}

/// Without the code, with another one, changed, or too late: nothing is sent.
void TestCleanup::needsItsCode()
{
    const QStringList before = m_place->present();
    const QString good = file(m_plan, "good.json");
    const Ending missing = m_place->apply(good, int(m_ids.size()));
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.err.contains(u"needs its approval code"), qPrintable(missing.err));
    QVERIFY(!missing.err.contains(codeOf(m_plan)));
    const Ending wrong = apply(good, QStringLiteral("0000-0000-0000-0000"));
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.err.contains(u"not the approved plan"), qPrintable(wrong.err));
    QByteArray changed = m_plan;
    changed.replace("CR-4711", "CR-4712");
    const Ending altered = apply(file(changed, "changed.json"), codeOf(m_plan));
    QCOMPARE(altered.status, 2);
    QVERIFY2(altered.err.contains(u"changed after it was made"), qPrintable(altered.err));
    const QByteArray old = agedPlan(m_plan, 16);
    const Ending late = apply(file(old, "old.json"), codeOf(old));
    QCOMPARE(late.status, 4);
    QVERIFY2(late.err.contains(u"was valid until"), qPrintable(late.err));
    // A plan of half an hour has no code.
    const QString plain = m_place->plan(m_place->deletable(1));
    const Ending needless = m_place->run(CommandPlace::applying(plain, 1) +
                                         QStringList{QStringLiteral("--approval"), codeOf(old)});
    QCOMPARE(needless.status, 2);
    QVERIFY2(needless.err.contains(u"no approval code"), qPrintable(needless.err));
    QCOMPARE(m_place->present(), before);
}

void TestCleanup::anotherAccount()
{
    CommandPlace other;
    QVERIFY2(other.problem().isEmpty(), qPrintable(other.problem()));
    const QString file = other.write(m_plan);
    const Ending applied = other.run(
        CommandPlace::applying(file, int(m_ids.size())) +
        QStringList{QStringLiteral("--data-saved"), QStringLiteral("--approval"), codeOf(m_plan)});
    QCOMPARE(applied.status, 2);
    QVERIFY2(applied.err.contains(u"another account"), qPrintable(applied.err));
}

/// Two owners object, one cluster is renamed, one is locked and one is gone: they are left out, and
/// the rest is deleted.
void TestCleanup::twoWeeksLater()
{
    const QStringList before = m_place->present();
    change(m_ids.at(0), {.description = QStringLiteral("mine [keep]")});
    change(m_ids.at(1), {.description = QStringLiteral("[keep until 2099-12-31]")});
    change(m_ids.at(2), {.name = QStringLiteral("still-in-use")});
    QVERIFY(m_place->writeLocks(
        QStringLiteral(R"({"clusters": [], "names": ["%1"]})").arg(m_names.at(3)).toUtf8()));
    bool sent = false;
    QObject context;
    m_others->send(Verb::Delete, {m_ids.at(4)}, &context,
                   [&sent](const Result<Accepted> &) { sent = true; });
    QTRY_VERIFY(sent);
    QTRY_VERIFY_WITH_TIMEOUT(!m_place->present().contains(m_ids.at(4)), 20000);

    const QByteArray old = agedPlan(m_plan, 14);
    const Ending applied = apply(file(old, "approved.json"), codeOf(old));
    QVERIFY2(applied.status == 1, qPrintable(applied.err));
    QVERIFY2(applied.err.contains(u"made 14 d ago"), qPrintable(applied.err));
    QVERIFY2(applied.err.contains(u"the name is"), qPrintable(applied.err));
    QStringList stay = m_ids.mid(0, 3);
    for (int i = 3; i < m_ids.size(); ++i) {
        if (m_names.at(i) == m_names.at(3))
            stay.append(m_ids.at(i));
    }
    QStringList gone;
    QStringList expected;
    for (const QString &id : before) {
        if (m_ids.contains(id) && !stay.contains(id))
            gone.append(id);
        else
            expected.append(id);
    }
    QCOMPARE(m_place->present(), expected);
    gone.removeOne(m_ids.at(4));
    QVERIFY(gone.size() >= 3);

    // The record has the reason, the code, what was left out and why, and the evidence.
    const Ending history = m_place->run({QStringLiteral("history"), QStringLiteral("--json")});
    const QJsonArray batches = QJsonDocument::fromJson(history.out).array();
    QCOMPARE(batches.size(), 1);
    const QJsonObject batch = batches.at(0).toObject();
    QCOMPARE(batch.value(u"approval_code").toString(), codeOf(old));
    QCOMPARE(batch.value(u"given_reason").toString(), Reason);
    const QString shown = batch.value(u"shown").toString();
    for (const QString &id : stay)
        QVERIFY2(shown.contains(QStringLiteral("(%1) – ").arg(id)), qPrintable(shown));
    QVERIFY2(shown.contains(u"[keep]"), qPrintable(shown));
    const QJsonArray items = batch.value(u"items").toArray();
    QCOMPARE(items.size(), gone.size());
    for (const QJsonValue item : items) {
        QVERIFY(gone.contains(item[u"cluster_id"].toString()));
        QCOMPARE(item[u"state"].toString(), QStringLiteral("done"));
        QVERIFY(!item[u"events"].toArray().isEmpty());
    }
    const Ending lines = m_place->run({QStringLiteral("history")});
    QVERIFY2(QString::fromUtf8(lines.out).contains(codeOf(old)), lines.out.constData());
}

QTEST_GUILESS_MAIN(TestCleanup)
#include "tst_cleanup.moc"
