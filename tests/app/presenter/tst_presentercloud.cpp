// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/clusterfields.h"
#include "app/presenter/presentercloud.h"
#include "tests/support/utc.h"

#include <QSet>
#include <QTest>

using namespace clusterdeck;

namespace
{

const QByteArray Key = QByteArrayLiteral("a key");

/// Every text begins with this: nothing that an audience sees may hold it.
const QString Secret = QStringLiteral("secret-");

ClusterRecord fullCluster()
{
    ClusterRecord record;
    struct Fill {
        const ClusterField &field;

        void operator()(QString &text) const { text = Secret + QLatin1String(field.key); }
        void operator()(std::optional<int> &count) const { count = 7; }
        void operator()(std::optional<double> &amount) const { amount = 7.5; }
        void operator()(QDateTime &time) const { time = utc(QDate(2021, 5, 1), QTime(12, 0)); }
        void operator()(QStringList &list) const { list = {Secret + QLatin1String(field.key)}; }
    };
    forEachField(record, [](const ClusterField &field, auto &value) { Fill{field}(value); });
    return record;
}

/// Something of its own in every text.
template <class Record>
Record full()
{
    Record record;
    for (const RecordField<Record> &field : RecordFields<Record>) {
        if (const auto *text = std::get_if<QString Record::*>(&field.member))
            record.*(*text) = Secret + QLatin1String(field.name);
        else
            record.*std::get<std::optional<int> Record::*>(field.member) = 7;
    }
    return record;
}

OperationRecord fullOperation()
{
    const auto text = [](const char *name) { return Secret + QLatin1String(name); };
    OperationRecord record;
    record.jobId = text("job");
    record.action = text("action");
    record.description = text("description");
    record.status = text("status");
    record.owner = text("owner");
    record.submitter = text("submitter");
    record.errorCodes = text("errors");
    record.resourceIds = {text("cluster_id"), text("other")};
    record.created = record.changed = utc(QDate(2021, 5, 1), QTime(12, 0));
    return record;
}

/// Names of the fields whose text is still the real one.
template <class Record>
QStringList left(const Record &record)
{
    QStringList names;
    for (const RecordField<Record> &field : RecordFields<Record>) {
        const auto *text = std::get_if<QString Record::*>(&field.member);
        if (text && (record.*(*text)).contains(Secret))
            names.append(QLatin1String(field.name));
    }
    names.sort();
    return names;
}

/// Answers reads with what it is given, and notes what it is asked.
class NotingCloud : public CloudApi
{
public:
    void listAny(const ReadCall &call, int offset, QObject *, Then<AnyPage> then) override
    {
        calls.append(call.parameters);
        offsets.append(offset);
        then(answer);
    }
    void send(Verb, const QStringList &, QObject *, Then<Accepted> then) override
    {
        ++writes;
        then(Accepted());
    }
    void modify(const QString &, const ClusterChange &, QObject *, Then<Accepted> then) override
    {
        ++writes;
        then(Accepted());
    }
    [[nodiscard]] QDateTime serverNow() const override { return utc(QDate(2021, 5, 1), {}); }

    Result<AnyPage> answer = AnyPage(Page<ClusterRecord>());
    QList<Parameters> calls;
    QList<int> offsets;
    int writes = 0;
};

} // namespace

/// What presenter mode lets through.
class TestPresenterCloud : public QObject
{
    Q_OBJECT

private slots:
    void pseudonyms();
    void ofClusters();
    void ofTheOthers();
    void ofAccounts();
    void ofErrors();
    void reads();
    void neverWrites();
};

/// The same in every run with the same key, of its own for each kind, and back.
void TestPresenterCloud::pseudonyms()
{
    Pseudonyms names(Key);
    Pseudonyms later(Key);
    Pseudonyms others(QByteArrayLiteral("another key"));
    QSet<QString> all;
    for (int kind = 0; kind < NameKindCount; ++kind) {
        const QString made = names.pseudonym(NameKind(kind), Secret);
        QCOMPARE(later.pseudonym(NameKind(kind), Secret), made);
        QVERIFY(others.pseudonym(NameKind(kind), Secret) != made);
        QVERIFY(!made.contains(Secret));
        QCOMPARE(names.real(made), Secret);
        QVERIFY(names.pseudonym(NameKind(kind), {}).isEmpty());
        all.insert(made.section(u'-', 1));
    }
    QCOMPARE(all.size(), NameKindCount);
    QCOMPARE(names.real(QStringLiteral("hpc-unknown")), QStringLiteral("hpc-unknown"));
    QSet<QString> many;
    for (int number = 0; number < 20000; ++number)
        many.insert(names.pseudonym(NameKind::Cluster, QString::number(number)));
    QCOMPARE(many.size(), 20000);
}

/// Every field is listed here, left out, or a pseudonym. A new field is left out.
void TestPresenterCloud::ofClusters()
{
    Pseudonyms names(Key);
    const ClusterRecord real = fullCluster();
    const ClusterRecord shown = presented(real, names);
    QStringList left;
    struct Note {
        QStringList &left;
        const ClusterField &field;

        void operator()(const QString &text) const
        {
            if (text.contains(Secret))
                left.append(QLatin1String(field.key));
        }
        void operator()(const QStringList &list) const
        {
            if (!list.isEmpty())
                left.append(QLatin1String(field.key));
        }
        void operator()(const std::optional<int> &) const {}
        void operator()(const std::optional<double> &) const {}
        void operator()(const QDateTime &) const {}
    };
    forEachField(shown, [&](const ClusterField &field, const auto &value) {
        Note{left, field}(value);
    });
    left.sort();
    QStringList words{"cluster_status", "transition_status", "cluster_type", "paid_type",
                      "scheduler_type", "shared_status",     "project_role"};
    words.sort();
    QCOMPARE(left, words);
    QCOMPARE(shown.nodes, real.nodes);
    QCOMPARE(shown.created, real.created);
    QVERIFY(shown.id.startsWith(u"hpc-") && shown.owner.startsWith(u"usr-"));
    // Two of one name are two, and the name cannot be guessed from its pseudonym.
    ClusterRecord other = real;
    other.id += u'2';
    QVERIFY(presented(other, names).name != shown.name);
    QCOMPARE(presented(other, names).owner, shown.owner);
    other.name.clear();
    QVERIFY(presented(other, names).name.isEmpty());
}

void TestPresenterCloud::ofTheOthers()
{
    Pseudonyms names(Key);
    const OperationRecord operation = presented(fullOperation(), names);
    QVERIFY(operation.description.isEmpty() && operation.errorCodes.isEmpty());
    for (const QString &text :
         operation.resourceIds + QStringList{operation.jobId, operation.owner, operation.submitter})
        QVERIFY(!text.isEmpty() && !text.contains(Secret));
    // It is about the same cluster as the listing's.
    QCOMPARE(operation.resourceIds.constFirst(), presented(fullCluster(), names).id);
    QCOMPARE(operation.action, fullOperation().action);

    QCOMPARE(left(presented(full<NodeRecord>(), names)),
             QStringList({"cpu_model", "health_status", "role", "status", "transition_status"}));
    QCOMPARE(left(presented(full<SchedulerJobRecord>(), names)),
             QStringList({"end_time", "job_status", "start_time", "submit_time"}));
    QCOMPARE(left(presented(full<LoginRecord>(), names)), QStringList({"role"}));
    QCOMPARE(left(presented(full<SoftwareRecord>(), names)),
             QStringList({"hpcsw_id", "sw_name", "sw_ver"}));
}

void TestPresenterCloud::ofAccounts()
{
    Account real;
    real.id = Secret + QStringLiteral("id");
    real.name = Secret + QStringLiteral("name");
    real.environment = Secret + QStringLiteral("PROD");
    real.color = EnvironmentColor::Purple;
    real.api.baseUrl = QUrl(QStringLiteral("https://secret.example"));
    real.api.zone = Secret + QStringLiteral("zone");
    real.api.owner = Secret + QStringLiteral("owner");
    real.api.runUser = Secret + QStringLiteral("run");
    real.api.credentials = {Secret, Secret};
    real.api.caFile = Secret;
    Pseudonyms names(Key);
    const Account shown = presented(real, names);
    QVERIFY(shown.readOnly);
    QCOMPARE(shown.color, real.color);
    for (const QString &text :
         {shown.id, shown.name, shown.api.zone, shown.api.owner, shown.api.runUser})
        QVERIFY(!text.isEmpty() && !text.contains(Secret));
    QVERIFY(shown.environment.isEmpty() && shown.api.baseUrl.isEmpty() &&
            shown.api.caFile.isEmpty() && shown.api.credentials.accessKeyId.isEmpty() &&
            shown.api.credentials.secretAccessKey.isEmpty());
    // One's own clusters are still one's own.
    ClusterRecord cluster;
    cluster.owner = real.api.owner;
    QCOMPARE(presented(cluster, names).owner, shown.api.owner);
}

void TestPresenterCloud::ofErrors()
{
    ApiError error;
    error.kind = ErrorKind::Forbidden;
    error.retCode = 1400;
    error.serverText = error.detail = Secret;
    const ApiError shown = presented(error);
    QVERIFY(shown.serverText.isEmpty() && shown.detail.isEmpty());
    QCOMPARE(shown.retCode, 1400);
    QCOMPARE(shown.kind, ErrorKind::Forbidden);
}

/// Asks with the real id, and answers with the pseudonym that was asked for.
void TestPresenterCloud::reads()
{
    NotingCloud cloud;
    Pseudonyms names(Key);
    PresenterCloud presenter(cloud, names);
    cloud.answer = AnyPage(Page<ClusterRecord>{{fullCluster()}, 8, 1});
    std::optional<Page<ClusterRecord>> page;
    const auto take = [&](const Result<Page<ClusterRecord>> &answer) { page = *answer; };
    presenter.list(reads::clusters(), 100, this, take);
    QVERIFY(page);
    QCOMPARE(page->total, std::optional(8));
    QCOMPARE(page->rows, 1);
    const QString id = page->records.constFirst().id;
    QVERIFY(!id.contains(Secret));
    presenter.list(reads::cluster(id), 0, this, take);
    QCOMPARE(page->records.constFirst().id, id);
    QCOMPARE(cloud.offsets, QList<int>({100, 0}));
    QVERIFY(cloud.calls.at(1).values().contains(fullCluster().id));
    QVERIFY(!cloud.calls.at(1).values().contains(id));

    ApiError error;
    error.serverText = Secret;
    cloud.answer = error;
    QString text = Secret;
    presenter.list(reads::nodes(id), 0, this, [&](const Result<Page<NodeRecord>> &answer) {
        text = answer.error().serverText;
    });
    QVERIFY(text.isEmpty());
}

/// Not even when the gate is passed: refused from the event loop, and nothing is sent.
void TestPresenterCloud::neverWrites()
{
    NotingCloud cloud;
    Pseudonyms names(Key);
    PresenterCloud presenter(cloud, names);
    int refused = 0;
    const auto take = [&](const Result<Accepted> &answer) {
        if (!answer && answer.error().outcome == Outcome::NotSent)
            ++refused;
    };
    for (const Verb verb : allVerbs())
        presenter.send(verb, {QStringLiteral("hpc-1")}, this, take);
    presenter.modify(QStringLiteral("hpc-1"), {.name = QStringLiteral("new")}, this, take);
    QCOMPARE(refused, 0);
    QTRY_COMPARE(refused, int(VerbCount) + 1);
    QCOMPARE(cloud.writes, 0);
}

QTEST_GUILESS_MAIN(TestPresenterCloud)
#include "tst_presentercloud.moc"
