// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"

#include <QSet>

#include <memory>

namespace clusterdeck
{

/// Tries out where and as whom an account would speak: lists the clusters, a second page of them
/// when there is one, and the operation log. Reads only, each asked once; one that is refused
/// because of its time is asked once more by the server's clock. Nothing of the settings is kept,
/// so they need not be saved. Destroy it to give up.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    /// The longest that one question may take, and all of them together.
    static constexpr std::chrono::milliseconds QuestionLimit{10'000};
    static constexpr std::chrono::milliseconds TotalLimit{20'000};

    ConnectionCheck(const ApiSettings &settings, Clock &clock, QObject *parent = nullptr);
    ~ConnectionCheck() override;

    /// Call once.
    void start();

    [[nodiscard]] const CheckEvidence &evidence() const { return m_evidence; }
    /// Every step; what is not known yet is NotReached.
    [[nodiscard]] QList<CheckFinding> findings() const { return judge(m_evidence); }

signals:
    /// findings() say more than before. Not at the end.
    void progressed();
    /// Exactly once after start(), never from within it, TotalLimit later at the latest. The check
    /// may be destroyed from here.
    void finished();
    /// A request leaves: it counts against the hourly quota like any other. UTC.
    void called(const QDateTime &at);

private:
    void askForList();
    void askForPage();
    void askForLog();
    void take(std::optional<CheckAnswer> &place, CheckAnswer answer);
    void end();

    Clock &m_clock;
    std::unique_ptr<ApiClient> m_client;
    CheckEvidence m_evidence;
    QSet<QString> m_firstPage; ///< ids
    bool m_ended = false;
};

} // namespace clusterdeck
