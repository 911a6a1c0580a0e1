// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/providerfiles.h"
#include "tests/fuzz/judged.h"
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

/// CLUSTERDECK_SEED=4711 for one file again.

const QString KeyId = QStringLiteral("QYKXJWVTZPLRNBHGDMCS");
const QString Secret = QStringLiteral("zB7qLw0aYfT3uVx9Rk5mPj8sHg2nDc6eEoIiUy1Q");

const QList<QByteArray> &goodYaml()
{
    static const QByteArray id = "qy_access_key_id: " + KeyId.toLatin1() + "\n";
    static const QByteArray secret = "qy_secret_access_key: '" + Secret.toLatin1() + "'\n";
    static const QList<QByteArray> files{
        id + secret + "zone: jn1a\n",
        "# mine\n---\n" + secret + id + "zone: 'pek3'\nhost: api.qingcloud.com\nport: 443\n",
        "{qy_access_key_id: \"" + KeyId.toLatin1() +
            "\", qy_secret_access_key: " + Secret.toLatin1() + ", zone: jn1a}\n",
        id + secret + "more: {a: [1, 2, {b: c}], d: &x text}\nagain: *x\nlines: |\n  one\n  two\n",
    };
    return files;
}

const QList<QByteArray> &goodIni()
{
    static const QByteArray keys =
        "access_key_id = " + KeyId.toLatin1() + "\nsecret_access_key = " + Secret.toLatin1() + "\n";
    static const QList<QByteArray> files{
        "[default]\n" + keys + "zone = jn1a\n",
        "# mine\r\n[work]\r\nzone = pek3\r\n\r\n[default]\r\n" +
            QByteArray(keys).replace("\n", "\r\n"),
        "; mine\n[default]\nzone=jn1a\nhost = api.qingcloud.com\n" + keys,
    };
    return files;
}

/// What is written in the place of a value, or between two lines.
QByteArray strangeYaml(Mutations &random)
{
    const int many = 1 + random.below(20000);
    switch (random.below(16)) {
    case 0:
        return QByteArray("[").repeated(many);
    case 1:
        return QByteArray("{a: ").repeated(many);
    case 2:
        return QByteArray("- ").repeated(many);
    case 3:
        return QByteArray("? ").repeated(many);
    case 4: { // each line names the one before nine times
        QByteArray bomb = "&a0 [lol]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                    QByteArray(before + ", ").repeated(8) + before + "]\n";
        }
        return bomb;
    }
    case 5:
        return "*nowhere";
    case 6:
        return "&x *x";
    case 7:
        return QByteArray(qsizetype{4} * many, 'S');
    case 8:
        return "!!binary " + QByteArray(random.below(1000), 'A');
    case 9:
        return QByteArray("!a").repeated(many);
    case 10:
        return QByteArray("&a ").repeated(many);
    case 11:
        return "|\n" + QByteArray("  line\n").repeated(random.below(1000));
    case 12:
        return "\"\\x41\\u0000\\ud800\\U0010ffff";
    case 13:
        return random.anyOf<QByteArray>({"[1, 2]", "{a: b}", "~", "true", "1e999", "-0", ".nan",
                                         "2021-08-19", "0x7f", "''", "\"\"", "<<: *x",
                                         "!!set {a}"});
    case 14:
        return "%YAML 9.9\n%TAG ! tag:x,2000:\n---\n";
    default:
        return QByteArray(many, ' ') + "a:\n";
    }
}

QByteArray strangeIni(Mutations &random)
{
    return random.anyOf<QByteArray>(
        {"[", "]", "[]", "[default]", "[default", "= = =", "=", "zone", "\\", "%(zone)s",
         "a = \\\n", QByteArray(100 + random.below(60000), 'S'), QByteArray("[x]\n").repeated(5000),
         QByteArray(random.below(60000), '\n'), "secret_access_key", "'", "\" \""});
}

QByteArray mutated(Mutations &random, QByteArray bytes, bool isYaml)
{
    for (int left = 1 + random.below(3); left > 0; --left) {
        switch (random.below(5)) {
        case 0: { // in the place of a value
            const qsizetype colon = bytes.indexOf(isYaml ? ':' : '=', random.below(80));
            const qsizetype end = bytes.indexOf('\n', colon);
            if (colon >= 0 && end > colon)
                bytes.replace(colon + 1, end - colon - 1,
                              ' ' + (isYaml ? strangeYaml(random) : strangeIni(random)));
            break;
        }
        case 1: { // between two lines
            const qsizetype end = bytes.indexOf('\n', random.below(int(bytes.size()) + 1)) + 1;
            bytes.insert(end, (isYaml ? strangeYaml(random) : strangeIni(random)) + '\n');
            break;
        }
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
    Mutations random(seed);
    const bool isYaml = seed % 2 == 0;
    return mutated(random, random.anyOf(isYaml ? goodYaml() : goodIni()), isYaml);
}

/// A piece of a key that nobody writes by chance.
bool quotes(const QString &text, const QString &secret)
{
    constexpr int Piece = 6;
    for (int at = 0; at + Piece <= secret.size(); ++at) {
        if (text.contains(secret.mid(at, Piece)))
            return true;
    }
    return false;
}

/// What is wrong with how the file was taken; empty when nothing is.
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
    const FileProblem &problem = candidate.keys.error();
    for (const QString &text : {sentence, problem.detail, problem.name}) {
        if (quotes(text, KeyId) || quotes(text, Secret))
            return QStringLiteral("quotes a key: ") + text;
    }
    return {};
}

} // namespace

/// Provider files as nobody writes them: each gives either keys or a sentence, soon, and no
/// sentence holds anything of a key.
class TestFuzzedFiles : public QObject
{
    Q_OBJECT

private slots:
    void theGoodOnesAreGood()
    {
        for (const QByteArray &bytes : goodYaml())
            QCOMPARE(parseProviderYaml(bytes).value_or(ProviderKeys()).secretAccessKey, Secret);
        for (const QByteArray &bytes : goodIni())
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
        // Otherwise the damage is too dull, or too great, to show anything.
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
    QMap<int, int> m_kinds; ///< how often each FileProblemKind came; -1: keys
    int m_faults = 0;
};

QTEST_GUILESS_MAIN(TestFuzzedFiles)
#include "tst_fuzzedfiles.moc"
