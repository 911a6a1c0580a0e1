// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/ownertext.h"
#include "ui/widgets/window.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QPlainTextEdit;

namespace clusterdeck
{

/// Shows a text for each owner of a plan's clusters, to copy it or to open it in the desktop's mail
/// program. Sends nothing itself. Show it with open().
class TellOwnersDialog : public Dialog
{
    Q_OBJECT

public:
    /// The default number of days until the deletion: an owner may be on holiday.
    static constexpr int DaysToObject = 14;

    /// `today`: the first day that can be chosen.
    TellOwnersDialog(const Plan &plan, const AccountLabels &labels, const QDate &today,
                     QWidget *parent);

    /// The "mailto:" URL for the chosen owner and day; nothing if it is too long for mail programs.
    [[nodiscard]] std::optional<QUrl> mail() const;

private:
    [[nodiscard]] QString textOf(const OwnerNotice &notice) const;
    void update();
    void copy();
    void copyAll();
    void writeMail();
    void say(const QString &sentence, bool isProblem);

    Plan m_plan;
    AccountLabels m_labels;
    QList<OwnerNotice> m_notices;
    QComboBox *m_owner;
    QDateEdit *m_day;
    QPlainTextEdit *m_text;
    QLabel *m_state;
    QPushButton *m_mail = nullptr;
};

} // namespace clusterdeck
