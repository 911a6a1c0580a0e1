// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/removedialog.h"

#include "ui/accounts/accounttext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace clusterdeck
{

RemoveDialog::RemoveDialog(AccountBook &book, const AccountEntry &entry, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_id(entry.id())
    , m_problem(plainLabel(this))
    , m_keep(new QPushButton(tr("&Keep account"), this))
    , m_remove(new QPushButton(tr("&Remove account"), this))
{
    setObjectName(QStringLiteral("Remove account"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(windowTitleFor(
        tr("Remove %1?").arg(shownLine(entry.saved.account.name, LongestNameShown))));
    auto *text = plainLabel(this);
    text->setText(
        entry.saved.remember
            ? tr("The account's settings are removed from this program and its secret from the "
                 "keychain. Nothing changes in the cloud. The history of what was done stays.")
            : tr("The account's settings are removed from this program. Nothing changes in the "
                 "cloud. The history of what was done stays."));
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    m_remove->setObjectName(QStringLiteral("Remove"));
    m_keep->setObjectName(QStringLiteral("Keep"));
    m_keep->setDefault(true);
    m_remove->setAutoDefault(false);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &RemoveDialog::remove);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(1000);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        sayProblem(m_problem, tr("The keychain has not answered yet. Unlock it in its own window. "
                                 "If you keep the account now, its secret may have to be entered "
                                 "again."));
    });

    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    foot->addWidget(m_keep);
    foot->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    column->addWidget(text);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(foot);
    const int width = widthOfLetters(fontMetrics(), 66);
    resize(width, qMax(heightForWidth(width), fontMetrics().height() * 11));
    m_keep->setFocus();
}

void RemoveDialog::remove()
{
    m_remove->setEnabled(false);
    m_slowTimer.start();
    m_book.remove(m_id, m_evenIfKept, this,
                  [this](const AccountChange &change) { answered(change); });
}

void RemoveDialog::answered(const AccountChange &change)
{
    m_slowTimer.stop();
    QString problem;
    switch (change.outcome) {
    case AccountChange::Outcome::Done:
    case AccountChange::Outcome::StillLocked: // the person was told, and wanted it so
        accept();
        return;
    case AccountChange::Outcome::Keychain:
        problem = notRemovedText(change.secret);
        m_evenIfKept = true;
        m_remove->setText(tr("&Remove without its secret"));
        break;
    case AccountChange::Outcome::Exists:
    case AccountChange::Outcome::UnderWay:
    case AccountChange::Outcome::OtherCopy:
    case AccountChange::Outcome::NotWritten:
        problem = changeText(change);
        break;
    }
    m_remove->setEnabled(true);
    m_keep->setFocus();
    sayProblem(m_problem, problem);
}

} // namespace clusterdeck
