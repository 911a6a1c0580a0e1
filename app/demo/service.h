// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/faults.h"

#include <QJsonArray>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace clusterdeck::demo
{

/// The options of the demo cloud. The same seed makes the same world.
struct ServiceOptions {
    quint16 port = 0;  ///< 0: any free port
    int clusters = 60; ///< 1 … 100,000
    quint64 seed = 1;
    double jobSeconds = 6; ///< approximate duration of an operation
    /// The three newest clusters are the extremes: 500 nodes and 5,000 scheduler jobs; one of each;
    /// none, and no software and no users either.
    bool extremes = false;
    /// Not empty: the clusters to use instead of invented ones, each with the members of the list
    /// call's answer, but shared_status and project_role not inside project_info. Only these facts
    /// are used: name, creation time, status, transition, type, billing, numbers, whether it is
    /// shared, and whether it is a colleague's (project_role member). All others, including the id,
    /// are invented.
    QJsonArray given = {};
};

/// An EHPC service on loopback that behaves as described in app/api/README.md. It shares no code
/// with the client: what both must agree on is written twice on purpose.
class Service : public QObject
{
    Q_OBJECT

public:
    explicit Service(const ServiceOptions &options, QObject *parent = nullptr);
    ~Service() override;

    /// Listens on 127.0.0.1. False when the port is not available; errorText() says why.
    [[nodiscard]] bool listen();
    [[nodiscard]] QString errorText() const;

    [[nodiscard]] QUrl url() const; ///< http://127.0.0.1:PORT
    /// The key pair: random, and new for each Service object.
    [[nodiscard]] QString accessKeyId() const;
    [[nodiscard]] QString secretAccessKey() const;
    [[nodiscard]] QString zone() const;
    [[nodiscard]] QString owner() const; ///< the user whose keys these are, usr-…

    /// Sets the faults of all later requests.
    void setFaults(const Faults &faults);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace clusterdeck::demo
