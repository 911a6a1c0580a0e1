// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/providerfiles.h"
#include "tests/fuzz/judged.h"
#include "tests/support/fuzzfiles.h"
#include "tests/support/longrun.h"
#include "tests/support/mutations.h"
#include "ui/accounts/importtext.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;

namespace
{

/// CLUSTERDECK_SEED=4711 repeats one file.

const QString KeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
const QString Secret = QStringLiteral("SECRETACCESSKEY");

QByteArray mutated(Mutations &random, QByteArray bytes)
{
    static const QList<QByteArray> words = fuzzWords(QStringLiteral("providerfiles"));
    for (int left = 1 + random.below(3); left > 0; --left) {
        switch (random.below(5)) {
        case 0: { // replaces a value
            const qsizetype mark = bytes.indexOf(random.oneIn(2) ? ':' : '=', random.below(80));
            const qsizetype end = bytes.indexOf('\n', mark);
            if (mark >= 0 && end > mark)
                bytes.replace(mark + 1, end - mark - 1, ' ' + random.anyOf(words));
            break;
        }
        case 1:
            bytes.insert(random.below(int(bytes.size()) + 1),
                         random.anyOf(words).repeated(random.oneIn(4) ? random.below(20000) : 1));
            break;
        case 2:
            if (random.oneIn(4))
                return random.inAnotherEncoding(bytes);
            break;
        default:
            bytes = random.damaged(bytes);
        }
    }
    return bytes;
}

QByteArray fileOf(quint32 seed)
{
    static const QList<QByteArray> yaml = fuzzCorpus(QStringLiteral("providerfiles"), "*.yaml");
    static const QList<QByteArray> ini = fuzzCorpus(QStringLiteral("providerfiles"), "*.ini");
    Mutations random(seed);
    return mutated(random, random.anyOf(seed % 2 == 0 ? yaml : ini));
}

/// A part of a key that is too long to occur by chance.
bool quotes(const QString &text, const QString &secret)
{
    constexpr int Piece = 6;
    for (int at = 0; at + Piece <= secret.size(); ++at) {
        if (text.contains(secret.mid(at, Piece)))
            return true;
    }
    return false;
}

/// Describes an error in reading the file; empty when there is none.
QString fault(const QList<ImportCandidate> &found, const QByteArray &bytes)
{
    if (const char *broken = brokenByProviderFile(bytes))
        return QLatin1String(broken);
    if (found.size() != 1)
        return QStringLiteral("%1 candidates").arg(found.size());
    const ImportCandidate &candidate = found.first();
    const bool isYaml = candidate.source == ImportCandidate::Source::Yaml;
    if (candidate.keys != (isYaml ? parseProviderYaml(bytes) : parseProviderIni(bytes)))
        return QStringLiteral("read otherwise than its bytes");
    if (candidate.keys)
        return {};
    const QString sentence = importProblemText(candidate);
    if (sentence.contains(u'%') || sentence.contains(u'\n'))
        return QStringLiteral("no sentence: ") + sentence;
    const ProviderFileProblem &problem = candidate.keys.error();
    for (const QString &text : {sentence, problem.detail, problem.name}) {
        if (quotes(text, KeyId) || quotes(text, Secret))
            return QStringLiteral("quotes a key: ") + text;
    }
    return {};
}

} // namespace

/// Damaged provider files: each results in keys or in an error, quickly, and no error contains a
/// part of a key.
class TestFuzzedFiles : public QObject
{
    Q_OBJECT

private slots:
    void theGoodOnesAreGood()
    {
        for (const QByteArray &bytes : fuzzCorpus(QStringLiteral("providerfiles"), "good.yaml"))
            QCOMPARE(parseProviderYaml(bytes).value_or(ProviderKeys()).secretAccessKey, Secret);
        for (const QByteArray &bytes : fuzzCorpus(QStringLiteral("providerfiles"), "good.ini"))
            QCOMPARE(parseProviderIni(bytes).value_or(ProviderKeys()).secretAccessKey, Secret);
    }

    void keysOrASentence()
    {
        bool one = false;
        const auto seed = quint32(qEnvironmentVariableIntValue("CLUSTERDECK_SEED", &one));
        const int files = one ? 1 : runs(1000, 100'000);
        for (int i = 0; i < files; ++i)
            judge(one ? seed : quint32(i));
        QCOMPARE(m_faults, 0);
        if (one)
            return;
        // Otherwise the damage is too small or too large to test anything.
        for (const int kind : {-1, int(FileProblemKind::TooLarge), int(FileProblemKind::NotText),
                               int(FileProblemKind::Broken), int(FileProblemKind::WrongType),
                               int(FileProblemKind::Missing)})
            QVERIFY2(m_kinds[kind] >= files / 100, qPrintable(QString::number(kind)));
    }

private:
    void judge(quint32 seed)
    {
        const bool isYaml = seed % 2 == 0;
        const QString path =
            m_home.filePath(isYaml ? ".qingcloud/config.yaml" : ".qingcloud/config");
        QDir(m_home.path()).mkpath(".qingcloud");
        const QByteArray bytes = fileOf(seed);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
            qFatal("%s cannot be written", qPrintable(path));
        file.close();
        const QList<ImportCandidate> found = findProviderKeys(m_home.path(), {});
        const QString wrong = fault(found, bytes);
        if (!wrong.isEmpty()) {
            qWarning("seed %u: %s", seed, qPrintable(wrong));
            ++m_faults;
        }
        if (!found.isEmpty())
            ++m_kinds[found.first().keys ? -1 : int(found.first().keys.error().kind)];
        file.remove();
    }

    QTemporaryDir m_home;
    QMap<int, int> m_kinds; ///< number of results of each FileProblemKind; -1: keys
    int m_faults = 0;
};

QTEST_GUILESS_MAIN(TestFuzzedFiles)
#include "tst_fuzzedfiles.moc"
