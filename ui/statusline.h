// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace clusterdeck
{

class Session;
struct UnreadAccount;
struct UnreadAccounts;

/// The status bar: the age of the shown data, why they are incomplete, the number of clusters, and
/// their accounts. The number of filtered clusters is shown beside the filters.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// The least age at which the data count as old; see oldAfter().
    static constexpr std::chrono::minutes Old{2};

    explicit StatusLine(Session &session, QWidget *parent = nullptr);

private:
    struct Freshness {
        QString text;
        QString details; ///< the text, and a line for each of several incomplete accounts
        bool warning = false;
    };
    [[nodiscard]] std::chrono::minutes oldAfter() const;
    [[nodiscard]] Freshness freshness() const;
    [[nodiscard]] QString nameOf(const UnreadAccount &unread) const;
    [[nodiscard]] QString incompleteText(const UnreadAccounts &unread) const;
    [[nodiscard]] QStringList reasonLines(const UnreadAccounts &unread) const;
    void update();
    void updateCount();
    void updatePlace();
    void feedChanged();

    Session &m_session;
    QLabel *m_icon;
    QLabel *m_asOf;
    QLabel *m_count;
    QLabel *m_place;
    QTimer m_aging;     ///< fires when the shown data becomes old
    QTimer m_slowTimer; ///< a refresh is mentioned only when it takes longer than this
    bool m_warning = false;
};

} // namespace clusterdeck
