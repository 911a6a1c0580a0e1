// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/redaction.h"
#include "tests/support/longrun.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace clusterdeck;

namespace
{

const QString KeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
const QString Secret = QStringLiteral("s3cr+t/Of=40~chars_AND-more.4567890123xyz");

Redactor guarded(const QString &secret = Secret)
{
    Redactor redactor;
    redactor.guardKey(KeyId, secret);
    return redactor;
}

QByteArray percent(QByteArray text, int times)
{
    while (times-- > 0)
        text = text.toPercentEncoding();
    return text;
}

QByteArray everyByte(const QByteArray &text, const char *form)
{
    QByteArray result;
    for (const char c : text)
        result +=
            QByteArray::fromStdString(QString::asprintf(form, unsigned(uchar(c))).toStdString());
    return result;
}

} // namespace

class TestRedaction : public QObject
{
    Q_OBJECT

private slots:
    void ownKeys_data();
    void ownKeys();
    void base64InsideLongerText_data();
    void base64InsideLongerText();
    void namedSecrets_data();
    void namedSecrets();
    void leavesAlone_data();
    void leavesAlone();
    void shortSecrets();
    void secretsThatOverlap();
    void namesOnlyWhereTextIsOnlyShown();
    void oddInput();
    void anyTextTwice();
    void longTexts_data();
    void longTexts();
};

void TestRedaction::ownKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const QByteArray secret = Secret.toUtf8();
    const auto row = [](const char *name, const QByteArray &text, const char *wanted) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(wanted);
    };
    row("plain", "a " + secret + " b", "a [redacted] b");
    row("alone", secret, "[redacted]");
    row("in a word", "ab" + secret + "cd", "ab[redacted]cd");
    row("twice in a row", secret + secret, "[redacted][redacted]");
    row("percent, once", "x=" + percent(secret, 1) + "&y", "x=[redacted]&y");
    row("percent, twice", "x=" + percent(secret, 2) + "&y", "x=[redacted]&y");
    row("percent, four times", percent(secret, 4), "[redacted]");
    row("percent, every byte", everyByte(secret, "%%%02x") + "!", "[redacted]!");
    row("percent, every byte twice", everyByte(secret, "%%25%02X") + "!", "[redacted]!");
    row("\\u, every byte", everyByte(secret, "\\u%04x") + "!", "[redacted]!");
    row("JSON", R"({"x": "s3cr+t\/Of=40~chars_AND-more.4567890123xyz"})", R"({"x": "[redacted]"})");
    row("JSON in JSON", R"("{\"x\": \"s3cr+t\\\/Of=40~chars_AND-more.4567890123xyz\"}")",
        R"("{\"x\": \"[redacted]\"}")");
    row("Base64", "a " + secret.toBase64() + " b", "a [redacted] b");
    row("Base64 for URLs", secret.toBase64(QByteArray::Base64UrlEncoding), "[redacted]");
    row("Base64, percent", percent(secret.toBase64(), 2), nullptr);
    row("key id", "access key [QYACCESSKEYIDEXAMPLE] is not known",
        "access key […MPLE] is not known");
    row("key id, percent", "x" + everyByte(KeyId.toUtf8(), "%%%02x"), "x…MPLE");
    row("half of it", "x " + secret.left(20) + " y", ("x " + secret.left(20) + " y").constData());
}

void TestRedaction::ownKeys()
{
    QFETCH(const QString, text);
    QFETCH(const QString, wanted);
    for (const QString &result : {guarded().withoutKeys(text), guarded().redacted(text)}) {
        if (!wanted.isEmpty())
            QCOMPARE(result, wanted);
        QVERIFY(!result.contains(Secret));
    }
    QCOMPARE(guarded().finds(text.toUtf8()), guarded().withoutKeys(text) != text);
}

/// Wherever the secret is in the encoded text, no part of it can be decoded.
void TestRedaction::base64InsideLongerText_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("length");
    for (int before = 0; before < 6; ++before) {
        for (const int length : {6, 7, 8, 40, 41, 42})
            QTest::addRow("%d before, %d long", before, length) << before << length;
    }
}

void TestRedaction::base64InsideLongerText()
{
    QFETCH(const int, before);
    QFETCH(const int, length);
    const QString secret =
        QStringLiteral("Zq7#kP2!vX9@mW4$bN6^tR1&hJ8*cF3(gD5)sA0_yL").left(length);
    for (int behind = 0; behind < 4; ++behind) {
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray clear =
                QByteArray(before, 'u') + secret.toUtf8() + QByteArray(behind, 'v');
            const QString encoded = QString::fromLatin1(clear.toBase64(alphabet));
            const QString text = QStringLiteral("Basic ") + encoded + QStringLiteral(" end");
            const QString result = guarded(secret).withoutKeys(text);
            QVERIFY2(result.contains(u"[redacted]"), qPrintable(text));
            QVERIFY(result.startsWith(u"Basic ") && result.endsWith(u" end"));
            // At most the encoding of neighbouring bytes is left.
            const QString rest =
                result.mid(6).chopped(4).remove(QStringLiteral("[redacted]")).remove(u'=');
            QVERIFY2(rest.size() <= (before * 8) / 6 + (behind * 8) / 6 + 2, qPrintable(result));
        }
    }
}

void TestRedaction::namedSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *text, const char *wanted) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(wanted);
    };
    row("GET /api?access_key_id=AAAABBBBCCCCDDDD&zone=z&signature=W68%252B%253D",
        "GET /api?access_key_id=…DDDD&zone=z&signature=[redacted]");
    row("https://h/x?signature=abc&limit=1 and more",
        "https://h/x?signature=[redacted]&limit=1 and more");
    row("u=https%3A%2F%2Fh%3Fsignature%3Dab%252Bc%26zone%3Dz",
        "u=https%3A%2F%2Fh%3Fsignature%3D[redacted]%26zone%3Dz");
    row(R"({"password": "a\"b", "x": 1})", R"({"password": "[redacted]", "x": 1})");
    row(R"({"Password":12345,"x":1})", R"({"Password":[redacted],"x":1})");
    row(R"({"db_passwd":["a","b]"],"x":1})", R"({"db_passwd":[redacted],"x":1})");
    row(R"({"password": {"value": "}"}, "x": 1})", R"({"password": [redacted], "x": 1})");
    row(R"("{\"password\": \"a\\\"b\", \"x\": 1}")",
        R"("{\"password\": \"[redacted]\", \"x\": 1}")");
    row(R"({"password": "never closed)", R"({"password": "[redacted])");
    row("{'adminPassword': 'a b', 'x': 1}", "{'adminPassword': '[redacted]', 'x': 1}");
    row("qy_secret_access_key: 'abc'\nzone: z", "qy_secret_access_key: '[redacted]'\nzone: z");
    row("zone: z\n  password: correct horse staple\nx: y", "zone: z\n  password: [redacted]\nx: y");
    row("the password: abc was wrong", "the password: [redacted] was wrong");
    row("secret = abc ; x", "secret = [redacted] ; x");
    row("qy_access_key_id: AAAABBBBCCCCDDDD", "qy_access_key_id: …DDDD");
    row("accessKeyId=short", "accessKeyId=[redacted]");
    row("Authorization: Basic YWJj ZGVm\r\nHost: h", "Authorization: [redacted]\r\nHost: h");
    row("curl -H 'Proxy-Authorization: Basic YWJj' h",
        "curl -H 'Proxy-Authorization: [redacted]' h");
    row("QINGCLOUD_SECRET_ACCESS_KEY=abc QINGCLOUD_ZONE=z",
        "QINGCLOUD_SECRET_ACCESS_KEY=[redacted] QINGCLOUD_ZONE=z");
    row("passphrase=x", "passphrase=[redacted]");
    row("password=a password=b", "password=[redacted] password=[redacted]");
}

void TestRedaction::namedSecrets()
{
    QFETCH(const QString, text);
    QFETCH(const QString, wanted);
    QCOMPARE(Redactor().redacted(text), wanted);
    QCOMPARE(Redactor().redacted(wanted), wanted);
    QCOMPARE(guarded().redacted(text), wanted);
}

void TestRedaction::leavesAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "signature_method=HmacSHA256&signature_version=1", "The secret is wrong.",
          "password=", R"({"password": "", "x": 1})", "secret:\nnext", "signature", "=", ":", "%3D",
          "zone=jn1a&timestamp=2021-08-19T16:44:40Z", "PWD=/home/me", "key: value",
          "QINGCLOUD_SECRET_ACCESS_KEY is not set", "集群: 测试", "QYACCESSKEYID", "\"password\""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRedaction::leavesAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(guarded().redacted(text), text);
}

void TestRedaction::shortSecrets()
{
    const auto with = [](const char *secret, const char *text) {
        return guarded(QString::fromUtf8(secret)).withoutKeys(QString::fromUtf8(text));
    };
    QCOMPARE(with("", "any text"), QStringLiteral("any text"));
    QCOMPARE(with("   ", "any   text"), QStringLiteral("any   text"));
    QCOMPARE(with("a", "a banana"), QStringLiteral("a banana"));
    QCOMPARE(with("abc", "abc"), QStringLiteral("abc"));
    QCOMPARE(with("node", "nodes: no node, node"),
             QStringLiteral("nodes: no [redacted], [redacted]"));
    QCOMPARE(with("secret", "xsecrets"), QStringLiteral("x[redacted]s"));
    QCOMPARE(with(" padded-secret\n", "a padded-secret b"), QStringLiteral("a [redacted] b"));
    Redactor ids;
    ids.guardKey(QStringLiteral("AB12CD34"), {});
    QCOMPARE(ids.withoutKeys(QStringLiteral("AB12CD34")), QStringLiteral("[redacted]"));
}

void TestRedaction::secretsThatOverlap()
{
    Redactor redactor;
    redactor.guardSecret(QStringLiteral("abcdefghij"));
    redactor.guardSecret(QStringLiteral("ghijklmnop"));
    redactor.guardSecret(QStringLiteral("cdefgh"));
    QCOMPARE(redactor.withoutKeys(QStringLiteral("<abcdefghijklmnop>")),
             QStringLiteral("<[redacted]>"));

    Redactor prefix; // an id at the beginning and end of its own secret, and an id equal to it
    const QString in = KeyId + QStringLiteral("+-+") + KeyId;
    prefix.guardKey(KeyId, in);
    QCOMPARE(prefix.withoutKeys(in + u' ' + KeyId), QStringLiteral("[redacted] …MPLE"));
    Redactor same;
    same.guardKey(KeyId, KeyId);
    QCOMPARE(same.withoutKeys(KeyId), QStringLiteral("[redacted]"));

    Redactor repeated;
    repeated.guardSecret(QStringLiteral("aaaaaa"));
    QCOMPARE(repeated.withoutKeys(QString(100, u'a')), QStringLiteral("[redacted]"));
}

void TestRedaction::namesOnlyWhereTextIsOnlyShown()
{
    const QString description = QStringLiteral("login: me, password: hunter2");
    QCOMPARE(guarded().withoutKeys(description), description);
    QCOMPARE(guarded().redacted(description), QStringLiteral("login: me, password: [redacted]"));
}

void TestRedaction::oddInput()
{
    QString text = QStringLiteral("a") + QChar(0xd800) + QChar(0) + QStringLiteral("b");
    QCOMPARE(guarded().redacted(text), text);
    QVERIFY(!guarded().redacted(text + Secret + text).contains(Secret));
    const QString chinese = QStringLiteral("密码是这个吧");
    QCOMPARE(guarded(chinese).withoutKeys(u'x' + chinese), QStringLiteral("x[redacted]"));
    QCOMPARE(guarded(chinese).withoutKeys(QString::fromLatin1(percent(chinese.toUtf8(), 2))),
             QStringLiteral("[redacted]"));
    QCOMPARE(guarded(QStringLiteral("ab%%25cd\\e")).withoutKeys(QStringLiteral("ab%%25cd\\e")),
             QStringLiteral("[redacted]"));
    for (const char *end : {"%", "%2", "%25", "%252", "\\", "\\u", "\\u00", "\\u004"})
        QCOMPARE(guarded().redacted(QLatin1String(end)), QLatin1String(end));
}

/// Pieces in any order: the redacted text contains no secret, stays safe when redacted again, and
/// is not much longer.
void TestRedaction::anyTextTwice()
{
    const QStringList pieces{Secret,
                             KeyId,
                             QStringLiteral("password"),
                             QStringLiteral("signature"),
                             QStringLiteral("="),
                             QStringLiteral(":"),
                             QStringLiteral("\""),
                             QStringLiteral("\\"),
                             QStringLiteral(" "),
                             QStringLiteral("\n"),
                             QStringLiteral("%25"),
                             QStringLiteral("%3D"),
                             QStringLiteral("{"),
                             QStringLiteral("]"),
                             QStringLiteral("access_key_id"),
                             QStringLiteral("[redacted]"),
                             QStringLiteral("…"),
                             QStringLiteral("x"),
                             QStringLiteral("测")};
    const Redactor redactor = guarded();
    QRandomGenerator random(4711);
    for (int round = 0; round < runs(4000, 20000); ++round) {
        QString text;
        for (int length = random.bounded(30); length > 0; --length)
            text += pieces.at(random.bounded(int(pieces.size())));
        const QString once = redactor.redacted(text);
        QVERIFY2(!once.contains(Secret) && !once.contains(KeyId), qPrintable(text));
        QVERIFY2(once.size() <= text.size() * 10 + 10, qPrintable(text));
        const QString twice = redactor.redacted(once);
        QVERIFY2(!twice.contains(Secret), qPrintable(text));
    }
}

/// No time limit: with more than linear time this test does not end.
void TestRedaction::longTexts_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece :
         {QStringLiteral("{\"cluster_id\": \"hpc-6o2qc9tl\", \"cluster_name\": \"train-07\"}, "),
          QStringLiteral("secret"), QStringLiteral("password="), QStringLiteral("\"password\":["),
          QStringLiteral("password: \""), QStringLiteral("\\"), QStringLiteral("%25"),
          QStringLiteral("a-"), Secret.left(40), Secret, QStringLiteral("signature=%3D")})
        QTest::newRow(qPrintable(piece)) << piece;
}

void TestRedaction::longTexts()
{
    QFETCH(const QString, piece);
    const QString text = piece.repeated(int(runs(1 << 18, 1 << 20) / piece.size()));
    Redactor redactor = guarded();
    for (int account = 0; account < 5; ++account)
        redactor.guardKey(QStringLiteral("QYKEYOFACCOUNT%1").arg(account),
                          QStringLiteral("%1secretOfAnotherAccount").arg(account));
    const QString result = redactor.redacted(text);
    (void)guarded().finds(text.toUtf8());
    QVERIFY(result.size() <= text.size() * 10);
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
