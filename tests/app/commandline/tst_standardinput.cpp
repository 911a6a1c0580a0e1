// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/standardinput.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

class Pipe
{
public:
    Pipe() { (void)!::pipe2(m_ends.data(), O_CLOEXEC); }
    ~Pipe()
    {
        ::close(m_ends[0]);
        close();
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    [[nodiscard]] int reader() const { return m_ends[0]; }
    void write(const QByteArray &bytes)
    {
        (void)!::write(m_ends[1], bytes.constData(), size_t(bytes.size()));
    }
    void close()
    {
        if (m_ends[1] >= 0)
            ::close(std::exchange(m_ends[1], -1));
    }

private:
    std::array<int, 2> m_ends{-1, -1};
};

} // namespace

class TestStandardInput : public QObject
{
    Q_OBJECT

private slots:
    void allOfAPipe();
    void allOfAFile();
    void tooLarge();
    void notReadable();
    void lines();
};

void TestStandardInput::allOfAPipe()
{
    Pipe pipe;
    StandardInput input(pipe.reader());
    std::optional<StandardInput::Content> read;
    input.readAll(1000, [&](const auto &content) { read = content; });
    pipe.write("ehpc-1\n");
    // Reading does not block, and reports nothing before the end.
    bool turned = false;
    QMetaObject::invokeMethod(
        this, [&] { turned = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(turned);
    QVERIFY(!read);
    pipe.write("ehpc-2");
    pipe.close();
    QTRY_VERIFY(read);
    QCOMPARE(read->value(), QByteArray("ehpc-1\nehpc-2"));
}

void TestStandardInput::allOfAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("ids"));
    const QByteArray content(200000, 'x');
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(content) == content.size());
    QVERIFY(file.flush() && file.seek(0));
    StandardInput input(file.handle());
    std::optional<StandardInput::Content> read;
    input.readAll(1000000, [&](const auto &all) { read = all; });
    QTRY_VERIFY(read);
    QCOMPARE(read->value(), content);
}

void TestStandardInput::tooLarge()
{
    QFile zero(QStringLiteral("/dev/zero"));
    QVERIFY(zero.open(QIODevice::ReadOnly));
    StandardInput input(zero.handle());
    std::optional<StandardInput::Content> read;
    input.readAll(100000, [&](const auto &content) { read = content; });
    QTRY_VERIFY(read);
    QCOMPARE(read->error(), StandardInput::Problem::TooLarge);
}

void TestStandardInput::notReadable()
{
    const int folder = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (const int descriptor : {folder, 9999}) {
        StandardInput input(descriptor);
        std::optional<StandardInput::Content> read;
        input.readAll(1000, [&](const auto &content) { read = content; });
        QTRY_VERIFY(read);
        QCOMPARE(read->error(), StandardInput::Problem::Unreadable);
    }
    ::close(folder);
}

/// One line per call, although both are available at once.
void TestStandardInput::lines()
{
    Pipe pipe;
    pipe.write("12\nyes");
    pipe.close();
    StandardInput input(pipe.reader());
    QList<std::optional<QByteArray>> answers;
    input.readLine([&](const auto &first) {
        answers.append(first);
        input.readLine([&](const auto &second) {
            answers.append(second);
            input.readLine([&](const auto &third) { answers.append(third); });
        });
    });
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(answers.at(0), std::optional(QByteArray("12")));
    QCOMPARE(answers.at(1), std::optional(QByteArray("yes")));
    QCOMPARE(answers.at(2), std::optional<QByteArray>());
}

QTEST_GUILESS_MAIN(TestStandardInput)
#include "tst_standardinput.moc"
