// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace clusterdeck
{

/// How one phase treated the event loop. All times in milliseconds.
struct PhaseReport {
    QString name;
    double longest = 0;    ///< between two returns to the event loop
    double longestCpu = 0; ///< the most processor time that this thread took in one such gap
    int overFrame = 0;     ///< gaps longer than a frame
    int overFrameCpu = 0;  ///< those of them in which this thread itself worked that long
    double duration = 0;
};

/// A heartbeat in the event loop of this thread: whatever keeps the loop from coming round shows as
/// a gap between two beats, in the phase in which it ended.
///
/// On a machine that others use too a gap may be time that this thread was not given; therefore the
/// thread's own processor time is measured beside it.
class Watchdog : public QObject
{
    Q_OBJECT

public:
    static constexpr double Frame = 1000.0 / 60; ///< 16.7 ms

    explicit Watchdog(QObject *parent = nullptr);

    void start();
    /// Ends the phase before and begins one. Call from the event loop.
    void enter(const QString &phase);
    /// Ends the last phase.
    void stop();
    [[nodiscard]] const QList<PhaseReport> &reports() const { return m_reports; }

private:
    void beat();
    void close();

    QTimer m_heart;
    QElapsedTimer m_clock;
    qint64 m_lastBeat = 0; ///< nanoseconds of m_clock
    qint64 m_lastCpu = 0;
    qint64 m_phaseBegan = 0;
    QList<PhaseReport> m_reports;
};

} // namespace clusterdeck
