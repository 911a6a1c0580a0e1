// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/loginnode.h"

#include <QTest>

using namespace clusterdeck;

/// The ssh command of a cluster: only an IP address is ever put into it.
class TestLoginNode : public QObject
{
    Q_OBJECT

private slots:
    void address_data();
    void address();
    void whichNode();

private:
    static NodeRecord node(const char *role, const QString &publicIp, const QString &privateIp)
    {
        NodeRecord record;
        record.role = QLatin1String(role);
        record.publicIp = publicIp;
        record.privateIp = privateIp;
        return record;
    }
};

void TestLoginNode::address_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *text, bool good) {
        QTest::newRow(text) << QString::fromUtf8(text) << good;
    };
    row("192.0.2.7", true);
    row("2001:db8::7", true);
    row("::ffff:192.0.2.7", true);
    row("", false);
    row("7", false);
    row("127.1", false);
    row("192.0.2.256", false);
    row("192.0.2.7 ", false);
    row("192.0.2.7\n", false);
    row("192.0.2.7;reboot", false);
    row("$(reboot)", false);
    row("-oProxyCommand=reboot", false);
    row("fe80::1%`reboot`", false);
    row("fe80::1%eth0", false);
    row("login.example", false);
    row("１９２.0.2.7", false);
    row(":", false);
}

void TestLoginNode::address()
{
    QFETCH(const QString, text);
    QFETCH(const bool, good);
    const QString command = good ? QStringLiteral("ssh ") + text : QString();
    QCOMPARE(sshCommand({node("login", text, {})}), command);
    QCOMPARE(sshCommand({node("login", {}, text)}), command);
}

/// A login node only; preferably a node with an external address.
void TestLoginNode::whichNode()
{
    const QString inner = QStringLiteral("10.0.0.2");
    const QString outer = QStringLiteral("192.0.2.7");
    QCOMPARE(sshCommand({}), QString());
    QCOMPARE(sshCommand({node("controller", outer, inner), node("compute", outer, inner)}),
             QString());
    QCOMPARE(sshCommand({node("login", {}, inner), node("login", outer, inner)}),
             QStringLiteral("ssh ") + outer);
    QCOMPARE(sshCommand({node("controller", outer, {}), node("login", QStringLiteral("-"), inner)}),
             QStringLiteral("ssh ") + inner);
}

QTEST_GUILESS_MAIN(TestLoginNode)
#include "tst_loginnode.moc"
