// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"

#include <QTest>

#include <optional>

using namespace clusterdeck;

class TestClusterState : public QObject
{
    Q_OBJECT

private slots:
    /// In every state, no verb is allowed for an id with unreadable characters.
    void wholeIds()
    {
        const auto allowed = [](const QString &id) {
            ClusterRecord cluster;
            cluster.id = id;
            cluster.status = QStringLiteral("active");
            const bool sent = allows(cluster, Verb::Delete);
            return sent == allowedVerbs(cluster).at(std::size_t(Verb::Delete)) &&
                           sent == isWholeId(id)
                       ? std::optional(sent)
                       : std::nullopt;
        };
        QCOMPARE(allowed(QStringLiteral("ehpc-v4uu2l")), true);
        QCOMPARE(allowed(QString::fromUtf8("集群-1")), true);
        QCOMPARE(allowed(QStringLiteral("ehpc-\uFFFD")), false);
        QCOMPARE(allowed(QStringLiteral("ehpc-1") + QChar(QChar::Null)), false);
        QCOMPARE(allowed(QStringLiteral("ehpc-1\u200B")), false);
        QCOMPARE(allowed(QStringLiteral("ehpc-\u202E1")), false);
        QCOMPARE(allowed(QStringLiteral("ehpc-") + QChar(0xD800)), false);
    }

    void table_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("transition");
        QTest::addColumn<ClusterState>("state");
        QTest::addColumn<QString>("allowed"); // the words of the verbs
        const QString none;
        QTest::newRow("active") << "active" << none << ClusterState::Active << "delete stop";
        QTest::newRow("stopped") << "stopped" << none << ClusterState::Stopped << "delete start";
        QTest::newRow("suspended") << "suspended" << none << ClusterState::Suspended << "delete";
        QTest::newRow("pending") << "pending" << none << ClusterState::Pending << none;
        QTest::newRow("active, moving") << "active"
                                        << "stopping" << ClusterState::Active << none;
        QTest::newRow("unpublished") << "abnormal" << none << ClusterState::Unknown << none;
        for (const char *word : {"deleted", "ceased", "terminated", "Ceased", "DELETED"})
            QTest::newRow(word) << word << none << ClusterState::Deleted << none;
        QTest::newRow("on its way back") << "terminated"
                                         << "recovering" << ClusterState::Deleted << none;
        for (const char *word : {"deleting", "ceasing", "not deleted", " deleted", "undeleted"})
            QTest::newRow(word) << word << none << ClusterState::Unknown << none;
        QTest::newRow("none") << none << none << ClusterState::Unknown << none;
        QTest::newRow("other case is another word")
            << "Active" << none << ClusterState::Unknown << none;
    }

    void table()
    {
        QFETCH(QString, status);
        QFETCH(QString, transition);
        QFETCH(ClusterState, state);
        QFETCH(QString, allowed);
        ClusterRecord cluster;
        cluster.status = status;
        cluster.transition = transition;
        QCOMPARE(stateOf(cluster), state);
        for (const Verb verb : allVerbs())
            QCOMPARE(allows(cluster, verb), allowed.split(u' ').contains(wordOf(verb)));
        QCOMPARE(isBusy(cluster), allowed.isEmpty());
        QCOMPARE(isDeleted(cluster), state == ClusterState::Deleted && transition.isEmpty());
        const ClusterRow row = cluster; // the same facts in the compact form
        QCOMPARE(stateOf(row), state);
        QCOMPARE(isBusy(row), isBusy(cluster));
        QCOMPARE(isDeleted(row), isDeleted(cluster));
        for (const Verb verb : allVerbs())
            QCOMPARE(allowedVerbs(row).at(std::size_t(verb)), allows(cluster, verb));
    }
};

QTEST_APPLESS_MAIN(TestClusterState)
#include "tst_clusterstate.moc"
