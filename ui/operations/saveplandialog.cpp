// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/saveplandialog.h"

#include "ui/help/guidewindow.h"
#include "ui/operations/tellownersdialog.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// The default validity: it ends a week after the proposed day of deletion.
constexpr int FirstDays = TellOwnersDialog::DaysToObject + 7;

} // namespace

SavePlanDialog::SavePlanDialog(const Plan &plan, const QHash<QString, AccountLabel> &labels,
                               Clock &clock, QWidget *parent)
    : Dialog(QStringLiteral("Save plan"), tr("Save plan"), parent)
    , m_plan(plan)
    , m_labels(labels)
    , m_clock(clock)
    , m_days(new QSpinBox(this))
    , m_state(plainLabel(this))
    , m_code(new QLineEdit(this))
{
    m_days->setObjectName(QStringLiteral("Days"));
    m_days->setAccessibleName(tr("Valid for, in days"));
    m_days->setRange(1, int(LongestValidity.count() / 24));
    m_days->setValue(FirstDays);
    m_state->setObjectName(QStringLiteral("State"));
    m_state->setMinimumWidth(widthOfLetters(fontMetrics(), 60));
    m_code->setObjectName(QStringLiteral("Approval code"));
    m_code->setAccessibleName(tr("Approval code"));
    m_code->setReadOnly(true);
    m_code->setPlaceholderText(tr("Shown when the file is saved"));
    m_code->setMinimumWidth(widthOfLetters(fontMetrics(), 45));
    auto *what = plainLabel(this);
    what->setText(tr("The file contains these %Ln cluster(s) and their current state. The approved "
                     "plan can be applied until it expires. Clusters that got worse or are marked "
                     "to keep by then are excluded, and none is added.",
                     nullptr, int(plan.items.size())));
    body()->addWidget(what);
    auto *form = new QFormLayout;
    form->addRow(tr("&Valid for (days)"), m_days);
    form->addRow(tr("&Approval code"), m_code);
    for (QWidget *field : std::initializer_list<QWidget *>{m_days, m_code})
        qobject_cast<QLabel *>(form->labelForField(field))->setTextFormat(Qt::PlainText);
    body()->addLayout(form);
    body()->addWidget(m_state);
    body()->addStretch(1);
    auto *save = addButton(QStringLiteral("Save as"), tr("Save As…"), QDialogButtonBox::ActionRole);
    save->setDefault(true);
    leadToGuide(addHelpButton(), GuideTopic::PlanWithConsent);
    addCloseButton();
    connect(save, &QPushButton::clicked, this, &SavePlanDialog::choosePath);
    fitToWidth(64);
}

void SavePlanDialog::choosePath()
{
    const QString name = QStringLiteral("%1clusterdeck-plan-%2")
                             .arg(filePrefix(windowContextOf(this).dataKind),
                                  m_clock.utcNow().toLocalTime().date().toString(Qt::ISODate));
    QFileDialog *dialog = newSaveDialog(this, windowTitle(), name, QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &SavePlanDialog::write);
    dialog->open();
}

void SavePlanDialog::write(const QString &path)
{
    const QByteArray document =
        planDocument(m_plan, m_labels, m_clock.utcNow(), Validity(m_days->value() * 24));
    // A plan that could not be opened again is not written.
    const auto written = planFrom(document);
    const QString problem =
        written ? writeWhole(path, document)
                : tr("This confirmation is too old for a plan. Close it, and choose Delete again.");
    setStatusColor(m_state, problem.isEmpty() ? StatusColor::Neutral : StatusColor::Bad);
    if (!problem.isEmpty())
        return sayProblem(m_state, problem);
    m_code->setText(written->plan.approval.code);
    sayProblem(m_state, tr("Saved as %1, valid until %2. “Save as PDF…” now makes the report with "
                           "this code for approval.")
                            .arg(shownLine(QDir::toNativeSeparators(path), LongestQuote),
                                 dateTimeText(written->plan.approval.validUntil.toLocalTime())));
    emit saved(written->plan.approval);
}

} // namespace clusterdeck
