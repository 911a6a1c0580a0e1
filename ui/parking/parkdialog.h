// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/parking/parking.h"
#include "ui/widgets/window.h"

class QDateEdit;
class QLineEdit;
class QRadioButton;

namespace clusterdeck
{

/// Asks for the day on which to delete clusters, and for a note. Show it with open(). Stops and
/// saves nothing.
class ParkDialog : public Dialog
{
    Q_OBJECT

public:
    /// For the clusters in `choice` that can be parked; `today`: the local date.
    ParkDialog(const ParkingChoice &choice, const QDate &today, QWidget *parent);
    /// Asks for another day for clusters that are parked already.
    ParkDialog(const QList<ParkedCluster> &parked, const QDate &today, QWidget *parent);

signals:
    /// Emitted at most once; then the dialog closes. `due` is today or later; `note` may be empty.
    void chosen(const QDate &due, const QString &note);

private:
    void layOut(const QStringList &sentences, const QString &verb, bool possible);
    [[nodiscard]] QDate due() const;

    QDate m_today;
    QList<std::pair<QRadioButton *, QDate>> m_presets;
    QRadioButton *m_other = nullptr;
    QDateEdit *m_date = nullptr;
    QLineEdit *m_note = nullptr;
};

} // namespace clusterdeck
