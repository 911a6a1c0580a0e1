// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/listened.h"

#include <QFile>
#include <QNetworkProxy>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// Answers the first request with `head` and then with `piece` without end, as fast as the client
/// reads. Runs in a separate thread and keeps no buffer, so only the client's memory grows.
class EndlessServer
{
public:
    EndlessServer(QByteArray head, QByteArray piece)
        : m_head(std::move(head))
        , m_piece(std::move(piece))
        , m_listener(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *any = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_listener, any, size) != 0 || listen(m_listener, 1) != 0 ||
            getsockname(m_listener, any, &size) != 0)
            qFatal("cannot listen on loopback");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~EndlessServer()
    {
        shutdown(m_listener, SHUT_RDWR);
        shutdown(m_peer, SHUT_RDWR);
        m_thread.join();
        close(m_peer);
        close(m_listener);
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
    }
    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    void serve()
    {
        m_peer = accept(m_listener, nullptr, nullptr);
        char request[65536];
        (void)recv(m_peer, request, sizeof request, 0);
        bool open = write(m_head);
        while (open)
            open = write(m_piece);
        shutdown(m_peer, SHUT_RDWR);
    }
    bool write(const QByteArray &bytes)
    {
        for (qsizetype at = 0; at < bytes.size();) {
            const ssize_t taken =
                send(m_peer, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
            if (taken <= 0)
                return false;
            at += taken;
            m_sent += taken;
        }
        return true;
    }

    const QByteArray m_head;
    const QByteArray m_piece;
    const int m_listener;
    quint16 m_port = 0;
    std::atomic<int> m_peer = -1;
    std::atomic<qint64> m_sent = 0;
    std::thread m_thread;
};

constexpr qint64 MiB = qint64{1024} * 1024;
constexpr qint64 Begun = MiB;
constexpr qint64 Ample = 1024 * MiB;
/// The largest answer, twice that size while its buffer grows, and what this test does not measure.
constexpr qint64 Most = 4 * ApiCall::MaxAnswerBytes;
/// Without a limit, memory would grow by Ample. How much Qt's thread reads at once depends on the
/// machine's load.
constexpr qint64 MostEndless = Ample * 5 / 8;

/// Memory of this process, in bytes: "VmRSS:" now, "VmHWM:" the peak since resetPeak().
qint64 memory(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("no /proc");
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).trimmed().split(' ').constFirst().toLongLong() * 1024;
    }
    qFatal("no %s in /proc/self/status", name.constData());
}

void resetPeak()
{
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    if (!refs.open(QIODevice::WriteOnly) || refs.write("5") != 1)
        qFatal("cannot reset the peak of memory");
}

} // namespace

/// The memory that an answer takes is bounded, whatever its size and whichever part of it is large.
class TestAnswerGrowth : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void endless_data();
    void endless();
    void compressedAnswersAreNotUnpacked();
};

void TestAnswerGrowth::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TestAnswerGrowth::endless_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray many(256 * 1024, ' ');
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &piece) {
        QTest::newRow(name) << head << piece;
    };
    row("body until the end", ok + "\r\n", many);
    row("body of a terabyte", ok + "Content-Length: 1099511627776\r\n\r\n", many);
    row("chunks", ok + "Transfer-Encoding: chunked\r\n\r\n", "40000\r\n" + many + "\r\n");
    row("chunks of a byte", ok + "Transfer-Encoding: chunked\r\n\r\n",
        QByteArray("1\r\n \r\n").repeated(10'000));
    row("zeros, compressed", ok + "Content-Encoding: gzip\r\n\r\n", many);
    row("body of an error", "HTTP/1.1 500 no\r\n\r\n", many);
    row("body of a redirect", "HTTP/1.1 302 no\r\nLocation: /x\r\n\r\n", many);
    row("header lines", ok, QByteArray("X-A: 123456789012345678901234567890\r\n").repeated(5000));
    row("one header line", ok + "X-A: ", many);
    row("a folded header", ok + "X-A: 1\r\n", QByteArray(" 1234567890\r\n").repeated(10'000));
    row("status line", "HTTP/1.1 200 ", many);
    row("nothing of HTTP", "", QByteArray(256 * 1024, '\r'));
    row("100 Continue", "", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(5000));
    row("chunk extension", ok + "Transfer-Encoding: chunked\r\n\r\n1;x=", many);
    row("trailers", ok + "Transfer-Encoding: chunked\r\n\r\n1\r\n \r\n0\r\n",
        QByteArray("X-A: 123456789012345678901234567890\r\n").repeated(5000));
}

void TestAnswerGrowth::endless()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    resetPeak();
    const qint64 before = memory("VmRSS:");
    const EndlessServer server(head, piece);
    // Blocks the event loop while the answer arrives, as long as the network reads more, up to 1
    // GiB.
    QTimer busy;
    connect(&busy, &QTimer::timeout, this, [&] {
        if (server.sent() < Begun)
            return;
        busy.stop();
        for (qint64 seen = 0; server.sent() > seen && server.sent() < Ample;) {
            seen = server.sent();
            QThread::msleep(100);
        }
    });
    busy.start(0);
    const Ended listened(server.url(), read(), 2s);
    const qint64 growth = memory("VmHWM:") - before;
    QVERIFY(!listened.result->has_value());
    QVERIFY2(growth < MostEndless, qPrintable(QStringLiteral("%1 MiB more").arg(growth / MiB)));
}

/// A small answer that unpacks to a large one: the client does not ask for compression, and does
/// not unpack.
void TestAnswerGrowth::compressedAnswersAreNotUnpacked()
{
    constexpr qsizetype LengthInFront = 4; // added by qCompress()
    const QByteArray packed =
        qCompress(QByteArray(8 * ApiCall::MaxAnswerBytes, ' ')).mid(LengthInFront);
    FaultServer server;
    server.answerWith([&packed](const RecordedRequest &) {
        FaultAnswer answer = FaultAnswer::json(packed);
        answer.headers = {"Content-Encoding: deflate"};
        return answer;
    });
    resetPeak();
    const qint64 before = memory("VmRSS:");
    const Ended listened(server.url(), read());
    const qint64 growth = memory("VmHWM:") - before;
    QCOMPARE(server.requests().constFirst().header("Accept-Encoding"), QByteArray("identity"));
    QCOMPARE(listened.error().kind, ErrorKind::Protocol);
    QVERIFY2(listened.error().detail.contains(QString::number(packed.size())),
             qPrintable(listened.error().detail));
    QVERIFY2(growth < Most, qPrintable(QStringLiteral("%1 MiB more").arg(growth / MiB)));
}

QTEST_GUILESS_MAIN(TestAnswerGrowth)
#include "tst_answergrowth.moc"
