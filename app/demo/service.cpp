// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/service.h"

#include "app/demo/calls.h"
#include "app/demo/httpport.h"
#include "app/demo/jsonencoding.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace clusterdeck::demo
{

namespace
{

/// New keys at each start: with fixed keys every program and web page on this machine could use the
/// service.
QByteArray randomText(qsizetype size)
{
    constexpr QByteArrayView Characters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QByteArray text(size, '\0');
    for (char &character : text)
        character = Characters.at(QRandomGenerator::system()->bounded(int(Characters.size())));
    return text;
}

constexpr char Zone[] = "jn1a";
constexpr char Owner[] = "usr-DemoLab1";

WorldOptions worldOptions(const ServiceOptions &options)
{
    WorldOptions world;
    for (const QJsonValue &cluster : options.given)
        world.given.push_back(jsonencoding::clusterFrom(cluster.toObject()));
    const int clusters = options.given.empty() ? options.clusters : int(options.given.size());
    world.clusters = qBound(1, clusters, 100000);
    world.seed = options.seed;
    world.jobSeconds = qMax(0.0, options.jobSeconds);
    world.extremes = options.extremes;
    world.owner = QLatin1String(Owner);
    world.startedAt = QDateTime::currentMSecsSinceEpoch();
    return world;
}

} // namespace

struct Service::Private {
    explicit Private(const ServiceOptions &serviceOptions)
        : options(serviceOptions)
        , calls(Gatekeeper(keyId, secret, Zone), worldOptions(serviceOptions))
        , http([this](const WireRequest &request) {
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            return QJsonDocument(calls.answer(request, now)).toJson(QJsonDocument::Compact);
        })
    {
    }

    const QByteArray keyId = "DEMO" + randomText(16);
    const QByteArray secret = randomText(40); ///< 200 bits
    ServiceOptions options;
    Calls calls;
    HttpPort http;
    QString errorText;
};

Service::Service(const ServiceOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options))
{
}

Service::~Service() = default;

bool Service::listen()
{
    d->errorText.clear();
    if (d->http.listen(d->options.port))
        return true;
    d->errorText = QStringLiteral("Port %1 on 127.0.0.1 cannot be used: %2.")
                       .arg(d->options.port)
                       .arg(d->http.errorString());
    return false;
}

QString Service::errorText() const
{
    return d->errorText;
}

QUrl Service::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->http.serverPort()));
}

QString Service::accessKeyId() const
{
    return QString::fromLatin1(d->keyId);
}

QString Service::secretAccessKey() const
{
    return QString::fromLatin1(d->secret);
}

QString Service::zone() const
{
    return QLatin1String(Zone);
}

QString Service::owner() const
{
    return QLatin1String(Owner);
}

void Service::setFaults(const Faults &faults)
{
    d->calls.setFaults(faults);
    d->http.setLatency(std::chrono::milliseconds(faults.latencyMs));
    d->http.setClockSkew(std::chrono::seconds(faults.clockSkewSeconds));
}

} // namespace clusterdeck::demo
