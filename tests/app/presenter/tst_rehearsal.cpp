// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/clusterfields.h"
#include "app/presenter/rehearsal.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

/// A record with a different value in every field.
ClusterRecord full()
{
    ClusterRecord record;
    int number = 0;
    struct Fill {
        const ClusterField &field;
        int number;

        void operator()(QString &text) const { text = QLatin1String(field.key); }
        void operator()(std::optional<int> &count) const { count = number; }
        void operator()(std::optional<double> &amount) const { amount = number; }
        void operator()(QDateTime &time) const { time = utc(QDate(2021, 5, 1), QTime(12, 0)); }
        void operator()(QStringList &list) const { list = {QLatin1String(field.key)}; }
    };
    forEachField(record, [&](const ClusterField &field, auto &value) {
        Fill{field, ++number}(value);
    });
    return record;
}

template <class Value>
Value valueOf(const ClusterRecord &record, Value ClusterRecord::*member)
{
    return record.*member;
}

} // namespace

/// The facts of a cluster that the practice cloud copies.
class TestRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void nothingElseIsTaken();
    void whose_data();
    void whose();
};

/// Every field is either copied unchanged or empty. New fields are not copied.
void TestRehearsal::nothingElseIsTaken()
{
    const ClusterRecord record = full();
    const QStringList taken{"cluster_name",       "cluster_status",    "transition_status",
                            "cluster_type",       "paid_type",         "create_time",
                            "total_node_count",   "pending_job_count", "running_job_count",
                            "finished_job_count", "stopped_job_count", "deleted_job_count",
                            "cpu_hours",          "mem_hours"};
    for (const RehearsedNames names : {RehearsedNames::Real, RehearsedNames::Invented}) {
        const ClusterRecord result = rehearsalOf(record, {}, names);
        for (const ClusterField &field : ClusterFields) {
            const QString key = QLatin1String(field.key);
            if (key == u"project_role")
                continue;
            const bool kept =
                taken.contains(key) && (names == RehearsedNames::Real || key != u"cluster_name");
            std::visit(
                [&](auto member) {
                    const ClusterRecord nothing;
                    QVERIFY2(valueOf(result, member) == valueOf(kept ? record : nothing, member),
                             qPrintable(key));
                },
                field.member);
        }
    }
}

void TestRehearsal::whose_data()
{
    QTest::addColumn<RiskFlags>("flags");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("shared");
    const QString is = QStringLiteral("shared");
    QTest::newRow("mine") << RiskFlags() << "owner" << QString();
    QTest::newRow("mine, shared") << RiskFlags(RiskFlag::Shared) << "owner" << is;
    QTest::newRow("a colleague's") << RiskFlags(RiskFlag::NotMine) << "member" << is;
}

void TestRehearsal::whose()
{
    QFETCH(const RiskFlags, flags);
    const ClusterRecord result = rehearsalOf(full(), flags, RehearsedNames::Real);
    QTEST(result.projectRole, "role");
    QTEST(result.sharedStatus, "shared");
}

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
