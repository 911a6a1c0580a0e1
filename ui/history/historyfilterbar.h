// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace clusterdeck
{

/// The filter of the time line: by cluster, user, outcome and time. Shows the number of matching
/// lines.
class HistoryFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilterBar(QWidget *parent = nullptr);

    /// "Today" is the day of `now` (UTC).
    [[nodiscard]] TimelineFilter filter(const QDateTime &now) const;
    [[nodiscard]] bool isEmpty() const;

    /// The users to choose from. The chosen one stays chosen.
    void setPeople(const QStringList &people);
    /// The text at its right: "12 of 340".
    void setFound(const QString &text);
    /// Lets everything through.
    void clear();

    [[nodiscard]] QLineEdit *field() const { return m_field; }

signals:
    void changed();

private:
    enum Span { Always, Today, SevenDays, ThirtyDays, FromTo };

    void createChoices();
    void layOut();
    void noteChange();

    QLineEdit *m_field;
    QComboBox *m_who;
    QComboBox *m_outcome;
    QComboBox *m_span;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QPushButton *m_clear;
    QLabel *m_found;
};

} // namespace clusterdeck
