// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/namedfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace clusterdeck;
using Kind = FileProblem::Kind;

namespace
{

constexpr uid_t Somebody = 65534;

bool isRoot()
{
    return ::geteuid() == 0;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

mode_t modeOf(const QString &path)
{
    struct stat found = {};
    return ::stat(qPrintable(path), &found) == 0 ? found.st_mode & 07777U : 0;
}

/// A folder with each kind of object that can exist at a file name.
class Folder
{
public:
    Folder()
    {
        add("victim");
        add("writable", 0666);
        add("by group", 0660);
        add("by another group", 0660);
        QFile::link(in("victim"), in("link"));
        QFile::link(in("none"), in("dangling"));
        ::link(qPrintable(in("victim")), qPrintable(in("second name")));
        ::mkfifo(qPrintable(in("pipe")), 0600);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, qPrintable(in("socket")), sizeof address.sun_path);
        m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        QDir(path()).mkdir(QStringLiteral("folder"));
        for (const char *name : {"open", "sticky", "of somebody"})
            QDir(path()).mkdir(QLatin1String(name));
        for (const char *name : {"open/plan", "sticky/plan", "of somebody/plan"})
            add(name);
        ::chmod(qPrintable(in("open")), 0777);
        ::chmod(qPrintable(in("sticky")), 01777);
        QFile::link(path(), in("to here"));
        QFile::link(in("open/plan"), in("link into open"));
        if (isRoot()) {
            (void)!::chown(qPrintable(in("by another group")), 0, Somebody);
            add("foreign");
            (void)!::chown(qPrintable(in("foreign")), Somebody, Somebody);
            (void)!::chown(qPrintable(in("of somebody")), Somebody, Somebody);
            QFile::link(path(), in("planted"));
            (void)!::lchown(qPrintable(in("planted")), Somebody, Somebody);
        }
    }
    ~Folder() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Folder)

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString in(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden |
                                      QDir::NoDotAndDotDot);
    }

private:
    void add(const char *name, mode_t mode = 0600)
    {
        QFile file(in(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write("mine");
        file.close();
        ::chmod(qPrintable(file.fileName()), mode);
    }

    QTemporaryDir m_folder;
    int m_socket = -1;
};

std::optional<Kind> kindOf(const std::optional<FileProblem> &problem)
{
    return problem ? std::optional(problem->kind) : std::nullopt;
}

} // namespace

/// Writing and reading files whose names the user gives, with whatever other users have put there.
class TestNamedFile : public QObject
{
    Q_OBJECT

private slots:
    void writes();
    void notWritten_data();
    void notWritten();
    void secondNameKeepsItsContent();
    void goesWhereTheFolderWasOpened();
    void ownFolder_data();
    void ownFolder();
    void newFolderIsPrivate();
    void trusted_data();
    void trusted();
};

void TestNamedFile::writes()
{
    const Folder folder;
    const QStringList before = folder.names();
    QVERIFY(!writeNamedFile(folder.in("victim"), "new"));
    QCOMPARE(contentOf(folder.in("victim")), QByteArray("new"));
    QCOMPARE(modeOf(folder.in("victim")), mode_t(0600)); // unchanged
    QCOMPARE(folder.names(), before);                    // no other file is left
    const mode_t mask = ::umask(0027);
    QVERIFY(!writeNamedFile(folder.in("report"), QByteArray(3000000, 'x')));
    ::umask(mask);
    QCOMPARE(modeOf(folder.in("report")), mode_t(0640));
    QCOMPARE(QFileInfo(folder.in("report")).size(), 3000000);
}

void TestNamedFile::notWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::newRow("link") << "link" << int(Kind::Link);
    QTest::newRow("dangling link") << "dangling" << int(Kind::Link);
    QTest::newRow("pipe") << "pipe" << int(Kind::NotAFile);
    QTest::newRow("socket") << "socket" << int(Kind::NotAFile);
    QTest::newRow("folder") << "folder" << int(Kind::NotAFile);
    QTest::newRow("in no folder") << "none/file" << int(Kind::Missing);
    QTest::newRow("in a file") << "victim/file" << int(Kind::NotAFolder);
    if (isRoot()) {
        QTest::newRow("another user's") << "foreign" << int(Kind::ForeignOwner);
        QTest::newRow("behind a planted link") << "planted/victim" << int(Kind::Link);
    }
}

void TestNamedFile::notWritten()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    const Folder folder;
    const QStringList before = folder.names();
    const auto problem = writeNamedFile(folder.in(name), "new");
    QVERIFY(problem);
    QCOMPARE(int(problem->kind), kind);
    QCOMPARE(folder.names(), before);
    QCOMPARE(contentOf(folder.in("victim")), QByteArray("mine"));
    QVERIFY(QFileInfo(folder.in("link")).isSymLink());
    QCOMPARE(kindOf(writeNamedFile("/dev/null", "new")), std::optional(Kind::NotAFile));
}

void TestNamedFile::secondNameKeepsItsContent()
{
    const Folder folder;
    QVERIFY(!writeNamedFile(folder.in("second name"), "new"));
    QCOMPARE(contentOf(folder.in("second name")), QByteArray("new"));
    QCOMPARE(contentOf(folder.in("victim")), QByteArray("mine"));
}

/// The folder's name points to another folder when the file is written.
void TestNamedFile::goesWhereTheFolderWasOpened()
{
    const Folder folder;
    const auto opened = OutputFolder::openOwn(folder.in("pictures"));
    QVERIFY(opened);
    QVERIFY(QDir(folder.path()).rename("pictures", "moved"));
    QVERIFY(QFile::link(folder.path(), folder.in("pictures")));
    QVERIFY(!opened->write("victim", "new"));
    QCOMPARE(contentOf(folder.in("victim")), QByteArray("mine"));
    QCOMPARE(contentOf(folder.in("moved/victim")), QByteArray("new"));
}

void TestNamedFile::ownFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind"); // -1: accepted
    QTest::newRow("there") << "folder" << -1;
    QTest::newRow("slash at its end") << "folder/" << -1;
    QTest::newRow("new") << "new" << -1;
    QTest::newRow("new in a new one") << "newer/new" << -1;
    QTest::newRow("behind a link of one's own") << "to here/folder" << -1;
    QTest::newRow("link") << "to here" << int(Kind::Link);
    QTest::newRow("link with a slash") << "to here/" << int(Kind::Link);
    QTest::newRow("dangling link") << "dangling" << int(Kind::Link);
    QTest::newRow("file") << "victim" << int(Kind::NotAFolder);
    QTest::newRow("in a file") << "victim/new" << int(Kind::NotAFolder);
    QTest::newRow("everybody can write") << "open" << int(Kind::OthersCanWrite);
    QTest::newRow("as /tmp") << "sticky" << int(Kind::OthersCanWrite);
    if (isRoot()) {
        QTest::newRow("another user's") << "of somebody" << int(Kind::ForeignOwner);
        QTest::newRow("behind a planted link") << "planted/folder" << int(Kind::Link);
    }
}

void TestNamedFile::ownFolder()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    const Folder folder;
    const auto opened = OutputFolder::openOwn(folder.in(name));
    if (kind < 0) {
        QVERIFY(opened);
        QVERIFY(!opened->write("victim", "new"));
        QCOMPARE(contentOf(folder.in(name) + "/victim"), QByteArray("new"));
    } else {
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().kind), kind);
    }
    QCOMPARE(contentOf(folder.in("victim")), QByteArray("mine"));
}

void TestNamedFile::newFolderIsPrivate()
{
    const Folder folder;
    const mode_t mask = ::umask(0);
    const auto opened = OutputFolder::openOwn(folder.in("new"));
    ::umask(mask);
    QVERIFY(opened);
    QCOMPARE(modeOf(folder.in("new")), mode_t(0700));
    // The permissions of an existing folder stay.
    QCOMPARE(::chmod(qPrintable(folder.in("folder")), 0755), 0);
    QVERIFY(OutputFolder::openOwn(folder.in("folder")));
    QCOMPARE(modeOf(folder.in("folder")), mode_t(0755));
}

void TestNamedFile::trusted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind"); // -1: read
    QTest::newRow("own") << "victim" << -1;
    QTest::newRow("link of one's own") << "link" << -1;
    QTest::newRow("in a folder as /tmp") << "sticky/plan" << -1;
    QTest::newRow("missing") << "none" << int(Kind::Missing);
    QTest::newRow("everybody can write") << "writable" << int(Kind::OthersCanWrite);
    QTest::newRow("in a folder of everybody") << "open/plan" << int(Kind::OthersCanWrite);
    QTest::newRow("link into one") << "link into open" << int(Kind::OthersCanWrite);
    QTest::newRow("pipe") << "pipe" << int(Kind::NotAFile);
    QTest::newRow("folder") << "folder" << int(Kind::NotAFile);
    if (isRoot()) {
        QTest::newRow("a group of one alone can write") << "by group" << -1;
        QTest::newRow("a group can write") << "by another group" << int(Kind::OthersCanWrite);
        QTest::newRow("another user's") << "foreign" << int(Kind::ForeignOwner);
        QTest::newRow("in another user's folder") << "of somebody/plan" << int(Kind::ForeignOwner);
        QTest::newRow("behind a planted link") << "planted/victim" << int(Kind::Link);
    }
}

void TestNamedFile::trusted()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    const Folder folder;
    const auto content = readTrustedFile(folder.in(name), 100);
    if (kind < 0) {
        QVERIFY(content);
        QCOMPARE(*content, QByteArray("mine"));
    } else {
        QVERIFY(!content);
        QCOMPARE(int(content.error().kind), kind);
    }
    QCOMPARE(int(readTrustedFile("/dev/zero", 100).error().kind), int(Kind::NotAFile));
    QCOMPARE(int(readTrustedFile(folder.in("victim"), 3).error().kind), int(Kind::TooLarge));
}

QTEST_GUILESS_MAIN(TestNamedFile)
#include "tst_namedfile.moc"
