// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/authority.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace clusterdeck
{

namespace
{

constexpr auto Settings = R"([req]
distinguished_name = nobody
prompt = no
[nobody]
CN = Clusterdeck test
[ca]
default_ca = here
[here]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
)";

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

QByteArray read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(name));
    return file.readAll();
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

Authority::Authority()
{
    write(m_folder.filePath(QStringLiteral("settings")), Settings);
    write(m_folder.filePath(QStringLiteral("index.txt")), {});
    openssl(words("req -x509 -config settings -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                  "-days 30 -keyout ca.key -out ca.pem -addext basicConstraints=critical,CA:TRUE "
                  "-addext keyUsage=keyCertSign -subj /CN=Authority"));
}

QSslConfiguration Authority::issue(const Order &order, QString *file)
{
    const QString name = QStringLiteral("server%1").arg(++m_issued);
    const QString certificate = m_folder.filePath(name + QStringLiteral(".pem"));
    const QString key = m_folder.filePath(name + QStringLiteral(".key"));
    const QByteArray extension = "subjectAltName=" + order.names;
    QStringList request = words("req -config settings -newkey ec -pkeyopt "
                                "ec_paramgen_curve:P-256 -nodes -subj /CN=server -keyout");
    request += key;
    if (order.selfSigned) {
        openssl(request + QStringList{"-x509", "-days", "2", "-addext",
                                      QString::fromLatin1(extension), "-out", certificate});
    } else {
        const QString form = QStringLiteral("yyMMddhhmmss'Z'");
        write(m_folder.filePath(QStringLiteral("extensions")), extension + '\n');
        openssl(request + QStringList{"-out", "request"});
        openssl(words("ca -batch -config settings -cert ca.pem -keyfile ca.key -notext "
                      "-in request -extfile extensions -startdate") +
                QStringList{order.from.toString(form), "-enddate", order.until.toString(form),
                            "-out", certificate});
    }
    if (file)
        *file = certificate;
    QSslConfiguration server = QSslConfiguration::defaultConfiguration();
    server.setLocalCertificate(QSslCertificate(read(certificate)));
    server.setPrivateKey(QSslKey(read(key), QSsl::Ec));
    return server;
}

void Authority::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')),
               process.readAllStandardError().constData());
}

} // namespace clusterdeck
