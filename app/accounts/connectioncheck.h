// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"

#include <QSet>

#include <memory>

namespace clusterdeck
{

/// Tests the settings of an account: lists the clusters, a second page if there is one, and the
/// operation log. Only reads, each sent once; a read that is refused because of its time is
/// repeated once with the server's time. The settings need not be saved. Destroy the object to
/// cancel.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    /// The longest time for one request, and for all of them together.
    static constexpr std::chrono::milliseconds QuestionLimit{10'000};
    static constexpr std::chrono::milliseconds TotalLimit{20'000};

    /// `clock` must outlive the check.
    ConnectionCheck(const ApiSettings &settings, Clock &clock, QObject *parent = nullptr);
    ~ConnectionCheck() override;

    /// Call once.
    void start();

    [[nodiscard]] const CheckEvidence &evidence() const { return m_evidence; }
    /// Every step; a step that is not known yet is NotReached.
    [[nodiscard]] QList<CheckFinding> findings() const { return judge(m_evidence); }

signals:
    /// findings() has changed. Not emitted at the end.
    void progressed();
    /// Exactly once after start(), never from within it, at most TotalLimit later. A slot may
    /// destroy the check.
    void finished();
    /// A request is sent, which counts for the hourly quota. `at`: UTC by this machine's clock.
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
