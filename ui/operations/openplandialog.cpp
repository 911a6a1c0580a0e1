// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/openplandialog.h"

#include "app/support/background.h"
#include "app/support/namedfile.h"
#include "ui/help/guidewindow.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/palette.h"
#include "ui/widgets/files.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/words/verbtext.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

OpenPlanDialog::OpenPlanDialog(Clock &clock, QWidget *parent)
    : Dialog(QStringLiteral("Open plan"), tr("Open plan"), parent)
    , m_clock(clock)
    , m_facts(plainLabel(this))
    , m_code(new QLineEdit(this))
    , m_problem(plainLabel(this))
    , m_choose(
          addButton(QStringLiteral("Choose"), tr("C&hoose a file…"), QDialogButtonBox::ActionRole))
    , m_continue(
          addButton(QStringLiteral("Continue"), tr("Co&ntinue"), QDialogButtonBox::AcceptRole))
{
    m_facts->setObjectName(QStringLiteral("Facts"));
    m_code->setObjectName(QStringLiteral("Approval code"));
    m_code->setAccessibleName(tr("Approval code"));
    m_code->setPlaceholderText(tr("As on the report that was approved"));
    m_code->setMaxLength(40);
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    body()->addWidget(m_facts);
    auto *form = new QFormLayout;
    form->addRow(tr("&Approval code"), m_code);
    qobject_cast<QLabel *>(form->labelForField(m_code))->setTextFormat(Qt::PlainText);
    body()->addLayout(form);
    body()->addWidget(m_problem);
    body()->addStretch(1);
    leadToGuide(addHelpButton(), GuideTopic::ApplyPlan);
    addCancelButton();
    connect(m_choose, &QPushButton::clicked, this, &OpenPlanDialog::choosePath);
    connect(m_code, &QLineEdit::textChanged, this, &OpenPlanDialog::update);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (!m_written)
            return;
        if (m_written->isOver(m_clock.utcNow())) // since load()
            return refuse(tr("The plan is no longer valid. Make a new one."));
        const WrittenPlan written = *m_written;
        accept();
        emit opened(written);
    });
    update();
    m_choose->setFocus();
    fitToWidth(64);
}

void OpenPlanDialog::choosePath()
{
    QFileDialog *dialog =
        newOpenDialog(this, windowTitle(), {tr("Plans (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &OpenPlanDialog::load);
    dialog->open();
}

void OpenPlanDialog::load(const QString &path)
{
    m_written.reset();
    m_problem->clear();
    update();
    m_facts->setText(tr("Reading the plan…"));
    m_choose->setEnabled(false);
    // The plan may be approved: a file that other users can change is refused.
    runInBackground(
        this,
        [path]() -> tl::expected<WrittenPlan, QString> {
            const auto content = readTrustedFile(path, LargestInput);
            if (!content)
                return tl::unexpected(fileProblemText(content.error()));
            const auto written = planFrom(*content);
            if (!written)
                return tl::unexpected(planProblemText(written.error()));
            return *written;
        },
        [this](const tl::expected<WrittenPlan, QString> &written) { finishLoad(written); });
}

void OpenPlanDialog::finishLoad(const tl::expected<WrittenPlan, QString> &written)
{
    m_choose->setEnabled(true);
    if (!written)
        return refuse(written.error());
    if (written->isOver(m_clock.utcNow()))
        return refuse(
            tr("This plan was made at %1 and was valid until %2. Make a new one.")
                .arg(dateTimeText(written->madeAt.toLocalTime()),
                     dateTimeText(written->madeAt.addSecs(written->life.count()).toLocalTime())));
    m_written = *written;
    update();
    m_code->setFocus();
}

void OpenPlanDialog::update()
{
    m_code->setEnabled(m_written && m_written->needsApproval());
    (m_written ? m_continue : m_choose)->setDefault(true);
    if (!m_written) {
        m_facts->setText(
            tr("Choose a saved plan. Its clusters are read again before you confirm."));
        m_continue->setEnabled(false);
        return;
    }
    const QDateTime until = m_written->madeAt.addSecs(m_written->life.count());
    m_facts->setText(sentences({planTitle(m_written->plan, m_written->labels),
                                tr("Made at %1, valid until %2.")
                                    .arg(dateTimeText(m_written->madeAt.toLocalTime()),
                                         dateTimeText(until.toLocalTime()))}));
    const bool complete =
        !m_written->needsApproval() || !approvalCodeFrom(m_code->text()).isEmpty();
    const bool fits = !m_written->needsApproval() ||
                      approvalCodeFrom(m_code->text()) == m_written->plan.approval.code;
    if (complete && !fits)
        sayProblem(m_problem, tr("This is not the approved plan: its approval code is different."));
    else
        m_problem->clear();
    m_continue->setEnabled(fits);
}

void OpenPlanDialog::refuse(const QString &problem)
{
    m_written.reset();
    update();
    sayProblem(m_problem, problem);
}

} // namespace clusterdeck
