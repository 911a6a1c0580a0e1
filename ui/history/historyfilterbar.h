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

/// The filter of the timeline: by cluster, user, outcome and time. Shows the number of matching
/// lines.
class HistoryFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilterBar(QWidget *parent = nullptr);

    /// `now`: UTC; the days of the filter are counted back from it.
    [[nodiscard]] TimelineFilter filter(const QDateTime &now) const;
    /// Whether every line passes the filter.
    [[nodiscard]] bool isEmpty() const;

    /// The users to choose from. The chosen user stays chosen, even if missing from `people`.
    void setPeople(const QStringList &people);
    /// The text at its right: "12 of 340".
    void setFound(const QString &text);
    /// Resets the filter, so that every line passes, and sets the focus to the field.
    void clear();

    [[nodiscard]] QLineEdit *field() const { return m_field; }

signals:
    /// filter() may have changed.
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
