// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/verbs.h"

#include <QTest>

#include <algorithm>

using namespace clusterdeck;

/// What no row may break, whichever verbs there are; that none is left out, the compiler sees.
class TestVerbs : public QObject
{
    Q_OBJECT

private slots:
    /// Journals, exports and plans on disk hold these words.
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

    /// SQL, options and the usage hold the words as they are.
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

    /// A cluster that is as it was before the request must not prove that it was carried out.
    void proofIsNoStateThatAllowsIt()
    {
        for (const Verb verb : allVerbs()) {
            const VerbSpec &spec = specOf(verb);
            QVERIFY(!spec.proof || !spec.allowedIn.contains(*spec.proof));
            for (const ClusterState state :
                 {ClusterState::Pending, ClusterState::Unknown, ClusterState::Deleted}) {
                QVERIFY(!spec.allowedIn.contains(state)); // busy, see isBusy()
                QVERIFY(spec.proof != state);
            }
        }
    }

    /// What ends a cluster or its jobs is asked by risk.
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
