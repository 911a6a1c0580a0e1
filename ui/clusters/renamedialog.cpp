// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/renamedialog.h"

#include "app/operations/plan/naming.h"
#include "app/support/visibletext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/words/errortext.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// The problem of `text`. The sentence makes invisible characters visible, which the field cannot.
QString problemText(NameProblem problem, int longest, const QString &text)
{
    switch (problem) {
    case NameProblem::None:
        return {};
    case NameProblem::Empty:
        return RenameDialog::tr("Enter a name.");
    case NameProblem::TooLong:
        return RenameDialog::tr("At most %Ln character(s).", nullptr, longest);
    case NameProblem::ControlCharacter:
        return RenameDialog::tr("Line breaks, tabs and invisible characters are not allowed: “%1”.")
            .arg(shownLine(visibleText(text.trimmed()), LongestNameShown));
    case NameProblem::Damaged:
        return RenameDialog::tr("“%1” stands for characters that could not be read. Replace it.")
            .arg(QChar(QChar::ReplacementCharacter));
    }
    Q_UNREACHABLE();
}

} // namespace

QString modifyFailureText(const ApiError &error)
{
    QStringList said{errorText(error), providerText(error)};
    if (error.outcome == Outcome::Unknown)
        said.append(RenameDialog::tr("The outcome is unknown. Refresh to check."));
    return sentences(said);
}

RenameDialog::RenameDialog(const Cluster &cluster, OperationService &operationService,
                           QWidget *parent)
    : Dialog(QStringLiteral("Rename"),
             tr("Rename %1").arg(shownLine(cluster.record.id, LongestNameShown)), parent)
    , m_key(cluster.key())
    , m_oldName(cluster.record.name)
    , m_oldDescription(cluster.record.description)
    , m_operationService(operationService)
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_problem(plainLabel(this))
    , m_save(addButton(QStringLiteral("Save"), tr("Rename"), QDialogButtonBox::AcceptRole))
{
    addCancelButton();
    m_name->setText(m_oldName);
    m_description->setText(m_oldDescription);
    layOut();
    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::check);
    connect(m_description, &QLineEdit::textChanged, this, &RenameDialog::check);
    connect(m_save, &QPushButton::clicked, this, &RenameDialog::save);
    check();
    m_name->selectAll();
    m_name->setFocus();
}

void RenameDialog::layOut()
{
    m_name->setObjectName(QStringLiteral("Name"));
    m_description->setObjectName(QStringLiteral("Description"));
    m_problem->setObjectName(QStringLiteral("Problem"));
    m_save->setDefault(true);
    setStatusColor(m_problem, StatusColor::Bad);
    // Two lines high from the start, so that the layout does not change when something is wrong.
    m_problem->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *form = new QFormLayout;
    form->setSpacing(space::Medium);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Description"), m_description);
    for (QLineEdit *field : {m_name, m_description})
        qobject_cast<QLabel *>(form->labelForField(field))->setTextFormat(Qt::PlainText);
    body()->addLayout(form);
    body()->addWidget(m_problem);
    setMinimumWidth(widthOfLetters(fontMetrics(), 64));
}

void RenameDialog::check()
{
    const NameProblem name = nameProblem(m_name->text());
    const NameProblem description = descriptionProblem(m_description->text());
    const bool same = m_name->text().trimmed() == m_oldName &&
                      m_description->text().trimmed() == m_oldDescription.trimmed();
    const QString problem =
        name != NameProblem::None
            ? tr("Name: %1").arg(problemText(name, LongestName, m_name->text()))
        : description != NameProblem::None
            ? tr("Description: %1")
                  .arg(problemText(description, LongestDescription, m_description->text()))
            : QString();
    m_problem->setText(breakable(problem));
    m_save->setEnabled(!m_saving && !same && name == NameProblem::None &&
                       description == NameProblem::None);
}

void RenameDialog::save()
{
    if (!m_save->isEnabled())
        return;
    m_saving = true;
    check();
    m_save->setText(tr("Renaming…"));
    for (QLineEdit *field : {m_name, m_description})
        field->setReadOnly(true);
    const QString description = m_description->text().trimmed();
    if (description == m_oldDescription.trimmed())
        return send({}); // not sent, so a newer description of another user stays
    // The cloud has no conditional update: without this check a newer description of another user
    // would be overwritten.
    m_operationService.readDescription(
        m_key, this, [this, description](const std::optional<QString> &now) {
            if (now == m_oldDescription)
                return send(description);
            if (!now)
                return stop(tr("The description could not be read again, and nothing was sent. "
                               "Try again."));
            m_oldDescription = *now;
            stop(tr("Another user has changed the description meanwhile: “%1”. Rename replaces it.")
                     .arg(shownLine(*now, LongestNameShown)));
        });
}

void RenameDialog::send(const std::optional<QString> &description)
{
    // Closing the dialog only stops waiting for the answer: the request cannot be withdrawn.
    m_operationService.rename(
        m_key, {m_name->text().trimmed(), description}, this,
        [this](const Result<clusterdeck::Accepted> &answer) { answered(answer); });
}

void RenameDialog::answered(const Result<clusterdeck::Accepted> &answer)
{
    if (answer) {
        emit renamed();
        accept();
        return;
    }
    stop(modifyFailureText(answer.error()));
}

/// Ends an attempt that failed or whose outcome is unknown: shows `why`, and the fields can be
/// edited again.
void RenameDialog::stop(const QString &why)
{
    m_saving = false;
    m_save->setText(tr("Rename"));
    for (QLineEdit *field : {m_name, m_description})
        field->setReadOnly(false);
    check();
    m_problem->setText(breakable(why));
    announce(m_problem, why);
}

} // namespace clusterdeck
