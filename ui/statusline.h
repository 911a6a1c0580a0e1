// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace clusterdeck
{

class Session;

/// The status bar: how old what one sees is and why, how many clusters there are, and where. How
/// many of them a filter shows stands beside the filters.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes Old{2};

    explicit StatusLine(Session &session, QWidget *parent = nullptr);

private:
    struct Freshness {
        QString text;
        bool warning = false;
    };
    [[nodiscard]] std::chrono::minutes oldAfter() const;
    [[nodiscard]] Freshness freshness() const;
    void update();
    void updateCount();
    void updatePlace();
    void feedChanged();

    Session &m_session;
    QLabel *m_sign;
    QLabel *m_asOf;
    QLabel *m_count;
    QLabel *m_place;
    QTimer m_aging;     ///< rings when what is shown becomes old
    QTimer m_slowTimer; ///< a refresh shorter than this is not worth a word
    bool m_warning = false;
};

} // namespace clusterdeck
