// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/verbs.h"

#include <QTest>

#include <algorithm>

using namespace clusterdeck;

/// Conditions for every row of the verb table. The compiler checks that no verb is missing.
class TestVerbs : public QObject
{
    Q_OBJECT

private slots:
    /// Journals, exports and plans store these words.
    void wordsAreStored()
    {
        QCOMPARE(wordOf(Verb::Delete), QStringLiteral("delete"));
        QCOMPARE(wordOf(Verb::Stop), QStringLiteral("stop"));
        QCOMPARE(wordOf(Verb::Start), QStringLiteral("start"));
    }

    void wordsAreReadBack()
    {
        for (const Verb verb : allVerbs())
            QCOMPARE(verbFrom(wordOf(verb)), verb);
        for (const char *other : {"", "Delete", "deleted", "erase"})
            QVERIFY(!verbFrom(QString::fromLatin1(other)));
    }

    /// SQL, options and the usage text contain the words unchanged.
    void wordsArePlain()
    {
        for (const Verb verb : allVerbs()) {
            const QString word = wordOf(verb);
            QVERIFY(!word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar letter) {
                return letter >= u'a' && letter <= u'z';
            }));
        }
    }

    void logActionsTellVerbsApart()
    {
        for (const Verb one : allVerbs()) {
            for (const Verb other : allVerbs()) {
                const bool contains =
                    QString::fromLatin1(specOf(one).logAction)
                        .contains(QLatin1String(specOf(other).logAction), Qt::CaseInsensitive);
                QCOMPARE(contains, one == other);
            }
        }
    }

    /// A cluster that is in the same state as before the request must not prove that the request
    /// was carried out.
    void proofIsNoStateThatAllowsIt()
    {
        for (const Verb verb : allVerbs()) {
            const VerbSpec &spec = specOf(verb);
            QVERIFY(!spec.proof || !spec.allowedIn.contains(*spec.proof));
            for (const ClusterState state :
                 {ClusterState::Pending, ClusterState::Unknown, ClusterState::Deleted}) {
                QVERIFY(!spec.allowedIn.contains(state)); // allowed in no state; busy, see isBusy()
                QVERIFY(spec.proof != state);
            }
        }
    }

    /// Verbs that end a cluster or its jobs are confirmed by risk.
    void lossIsDestructive()
    {
        for (const Verb verb : allVerbs()) {
            const VerbSpec &spec = specOf(verb);
            QVERIFY(spec.destructive ||
                    (!spec.isProvenByAbsence() && spec.jobs != JobEffect::Ended));
        }
    }
};

QTEST_APPLESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
