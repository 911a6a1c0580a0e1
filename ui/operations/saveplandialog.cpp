// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/saveplandialog.h"

#include "app/support/background.h"
#include "ui/help/guidewindow.h"
#include "ui/operations/tellownersdialog.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/files.h"
#include "ui/widgets/messagebar.h"
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
    , m_until(plainLabel(this))
    , m_state(plainLabel(this))
    , m_code(new QLineEdit(this))
    , m_save(addButton(QStringLiteral("Save as"), tr("Save As…"), QDialogButtonBox::ActionRole))
{
    m_days->setObjectName(QStringLiteral("Days"));
    m_days->setAccessibleName(tr("Valid for, in days"));
    m_days->setRange(1, int(LongestValidity.count() / 24));
    m_days->setValue(FirstDays);
    m_until->setObjectName(QStringLiteral("Until"));
    setMuted(m_until);
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
    form->addRow({}, m_until);
    form->addRow(tr("&Approval code"), m_code);
    for (QWidget *field : std::initializer_list<QWidget *>{m_days, m_code})
        qobject_cast<QLabel *>(form->labelForField(field))->setTextFormat(Qt::PlainText);
    body()->addLayout(form);
    body()->addWidget(m_state);
    body()->addStretch(1);
    m_save->setDefault(true);
    const auto sayUntil = [this] {
        m_until->setText(tr("It can be applied until %1.")
                             .arg(dateTimeText(m_clock.utcNow().addDays(m_days->value()))));
    };
    sayUntil();
    connect(m_days, &QSpinBox::valueChanged, this, sayUntil);
    leadToGuide(addHelpButton(), GuideTopic::PlanWithConsent);
    addCloseButton();
    connect(m_save, &QPushButton::clicked, this, &SavePlanDialog::choosePath);
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

void SavePlanDialog::reject()
{
    if (m_save->isEnabled())
        Dialog::reject();
}

void SavePlanDialog::write(const QString &path)
{
    m_save->setEnabled(false);
    const Validity validity(m_days->value() * 24);
    runInBackground(
        this,
        [path, validity, plan = m_plan, labels = m_labels, now = m_clock.utcNow()] {
            const QByteArray document = planDocument(plan, labels, now, validity);
            // A plan that could not be opened again is not written.
            const auto written = planFrom(document);
            if (!written)
                return Written{tr("This confirmation is too old for a plan. Close it, and choose "
                                  "Delete again."),
                               {}};
            return Written{writeWhole(path, document), written->plan.approval};
        },
        [this, path](const Written &written) { finishWrite(path, written); });
}

void SavePlanDialog::finishWrite(const QString &path, const Written &written)
{
    m_save->setEnabled(true);
    setStatusColor(m_state, written.problem.isEmpty() ? StatusColor::Neutral : StatusColor::Bad);
    if (!written.problem.isEmpty())
        return sayProblem(m_state, written.problem);
    m_code->setText(written.approval.code);
    sayProblem(m_state, tr("Saved as %1, valid until %2. “Save as PDF…” now makes the report with "
                           "this code for approval.")
                            .arg(shownLine(QDir::toNativeSeparators(path), LongestQuote),
                                 dateTimeText(written.approval.validUntil.toLocalTime())));
    emit saved(written.approval);
}

} // namespace clusterdeck
