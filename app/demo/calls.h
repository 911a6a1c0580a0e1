// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/arguments.h"
#include "app/demo/faults.h"
#include "app/demo/gatekeeper.h"
#include "app/demo/world.h"

#include <QJsonArray>
#include <QJsonObject>

namespace clusterdeck::demo
{

/// The documented calls: checks a request with the gatekeeper, applies it to the world and encodes
/// the answer. Has no clock and no socket.
class Calls
{
public:
    Calls(Gatekeeper gate, const WorldOptions &world);

    void setFaults(const Faults &faults);

    /// The answer to one request at `now` (UTC without the skew, milliseconds since 1970): a JSON
    /// object with `ret_code`, for invalid requests too.
    [[nodiscard]] QJsonObject answer(const WireRequest &request, qint64 now);

private:
    using Reader = QJsonObject (*)(const World &, qint64 skewMs, Arguments &);
    using Writer = QJsonObject (Calls::*)(Arguments &);
    /// A call either reads or writes.
    struct Route {
        const char *path;
        const char *action;
        Reader reader;
        Writer writer = nullptr;
    };
    [[nodiscard]] static const Route *routeOf(const QByteArray &path);

    [[nodiscard]] QJsonObject carryOut(const Route &route, const WireRequest &request);
    [[nodiscard]] QJsonObject write(const Route &route, const WireRequest &request);

    [[nodiscard]] QJsonObject deleteClusters(Arguments &arguments);
    [[nodiscard]] QJsonObject startClusters(Arguments &arguments);
    [[nodiscard]] QJsonObject stopClusters(Arguments &arguments);
    [[nodiscard]] QJsonObject modifyCluster(Arguments &arguments);

    [[nodiscard]] QJsonObject change(Change change, Arguments &arguments);
    [[nodiscard]] qint64 skewMs() const { return qint64(m_faults.clockSkewSeconds) * 1000; }

    Gatekeeper m_gate;
    World m_world;
    FaultDice m_dice;
    Faults m_faults;
};

} // namespace clusterdeck::demo
