// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountfields.h"

#include "app/api/cafile.h"
#include "ui/accounts/accounttext.h"
#include "ui/accounts/fieldbox.h"
#include "ui/text/format.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/environment.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/files.h"
#include "ui/widgets/tables.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace clusterdeck
{

namespace
{

constexpr std::pair<AccountField, QString AccountForm::*> TextFields[] = {
    {AccountField::Name, &AccountForm::name},
    {AccountField::Address, &AccountForm::address},
    {AccountField::Zone, &AccountForm::zone},
    {AccountField::Owner, &AccountForm::owner},
    {AccountField::RunUser, &AccountForm::runUser},
    {AccountField::AccessKeyId, &AccountForm::accessKeyId},
    {AccountField::Secret, &AccountForm::secret},
    {AccountField::EnvironmentName, &AccountForm::environment},
    {AccountField::DeletePath, &AccountForm::deletePath},
    {AccountField::DeleteIdsKey, &AccountForm::deleteIdsKey},
    {AccountField::Unlease, &AccountForm::unlease},
    {AccountField::CaFile, &AccountForm::caFile},
};
static_assert(std::size(TextFields) == AccountFieldCount);

QComboBox *suggesting(const QStringList &texts, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->addItems(texts);
    combo->setCompleter(nullptr); // it would extend a shorter text that the user means
    return combo;
}

QLineEdit *limited(QLineEdit *line)
{
    line->setMaxLength(4 * LongestField);
    return line;
}

/// An editor with its title above, as FieldBox shows text fields.
QWidget *titled(const QString &title, QWidget *editor, QWidget *parent)
{
    auto *body = new QWidget(parent);
    auto *label = new QLabel(title, body);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(editor);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Hair);
    column->addWidget(label);
    column->addWidget(editor);
    column->addStretch(1);
    editor->setAccessibleName(withoutMnemonic(title));
    return body;
}

} // namespace

AccountFields::AccountFields(const AccountForm &form, const QList<Account> &others, QWidget *parent)
    : QWidget(parent)
    , m_others(others)
    , m_secretIsThereFor(form.secretIsThereFor)
    , m_color(new QComboBox(this))
    , m_readOnly(new QCheckBox(tr("Read-onl&y"), this))
    , m_reasonRequired(new QCheckBox(tr("Require a reaso&n"), this))
    , m_inFlight(new QSpinBox(this))
    , m_together(new QSpinBox(this))
    , m_callsAnHour(new QSpinBox(this))
    , m_more(new QToolButton(this))
{
    createBoxes();
    createChoices(form);
    fill(form);
    auto *grid = new QGridLayout;
    layOutMain(grid);
    m_advanced = createAdvanced();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Medium);
    column->addLayout(grid);
    column->addWidget(m_more);
    column->addWidget(m_advanced);
    column->addStretch(1);
    orderTabs();
    for (int field = 0; field < AccountFieldCount; ++field) {
        FieldBox *box = m_boxes.at(size_t(field));
        connect(box, &FieldBox::edited, this, &AccountFields::check);
        connect(box, &FieldBox::left, this, [this, field] {
            m_left.insert(field);
            check();
        });
    }
    check();
}

FieldBox *AccountFields::add(AccountField field, QWidget *editor)
{
    auto *box = new FieldBox(fieldLabel(field), fieldHelp(field), editor, this);
    box->line()->setObjectName(QStringLiteral("Field %1").arg(int(field)));
    m_boxes.at(size_t(field)) = box;
    return box;
}

void AccountFields::createBoxes()
{
    for (const AccountField field :
         {AccountField::Name, AccountField::Owner, AccountField::RunUser, AccountField::AccessKeyId,
          AccountField::EnvironmentName, AccountField::DeletePath, AccountField::DeleteIdsKey,
          AccountField::Unlease})
        add(field, limited(new QLineEdit(this)));
    add(AccountField::Address, suggesting(knownAddresses(), this));
    add(AccountField::Zone, suggesting(knownZones(), this));
    FieldBox *secret = add(AccountField::Secret, limited(newSecretEdit(this)));
    if (!m_secretIsThereFor.isEmpty())
        secret->setHelp(tr("Leave empty to keep the saved secret."));
    add(AccountField::CaFile, caFileEditor());
    box(AccountField::Owner)->line()->setPlaceholderText(QStringLiteral("usr-…"));
    box(AccountField::EnvironmentName)->line()->setPlaceholderText(tr("PROD"));
}

QWidget *AccountFields::caFileEditor()
{
    auto *body = new QWidget(this);
    auto *line = new QLineEdit(body);
    auto *choose = new QPushButton(tr("&Browse…"), body);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this, line] {
        QFileDialog *dialog = newOpenDialog(this, tr("Choose a CA file"));
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::Medium);
    row->addWidget(line, 1);
    row->addWidget(choose);
    return body;
}

void AccountFields::createChoices(const AccountForm &form)
{
    m_color->setObjectName(QStringLiteral("Color"));
    for (int color = 0; color <= int(EnvironmentColor::Purple); ++color) {
        m_color->addItem(environmentIcon(EnvironmentColor(color)),
                         environmentColorText(EnvironmentColor(color)), color);
    }
    m_color->setCurrentIndex(int(form.color));
    m_readOnly->setObjectName(QStringLiteral("Read only"));
    m_readOnly->setToolTip(tr("Clusterdeck refuses all operations of this account"));
    m_readOnly->setChecked(form.readOnly);
    m_reasonRequired->setObjectName(QStringLiteral("Require a reason"));
    m_reasonRequired->setToolTip(
        tr("Operations can only be confirmed with a reason, such as a ticket or a purpose"));
    m_reasonRequired->setChecked(form.reasonRequired);
    m_inFlight->setObjectName(QStringLiteral("Calls in flight"));
    m_inFlight->setRange(1, 4);
    m_inFlight->setValue(form.inFlight);
    m_together->setObjectName(QStringLiteral("Clusters in one request"));
    m_together->setRange(1, CloudApi::MostTogether);
    m_together->setValue(form.together);
    m_callsAnHour->setObjectName(QStringLiteral("Calls an hour"));
    m_callsAnHour->setRange(1, 1000000);
    m_callsAnHour->setValue(form.callsAnHour);
    for (QSpinBox *box : {m_inFlight, m_together, m_callsAnHour})
        connect(box, &QSpinBox::valueChanged, this, &AccountFields::edited);
    connect(m_color, &QComboBox::currentIndexChanged, this, &AccountFields::edited);
    for (QCheckBox *box : {m_readOnly, m_reasonRequired})
        connect(box, &QCheckBox::toggled, this, &AccountFields::edited);
}

void AccountFields::fill(const AccountForm &form)
{
    for (const auto &[field, text] : TextFields)
        box(field)->setText(form.*text);
}

void AccountFields::layOutMain(QGridLayout *grid)
{
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::Huge);
    grid->setVerticalSpacing(space::Medium);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(box(AccountField::Name), 0, 0, 1, 2);
    grid->addWidget(box(AccountField::Address), 1, 0);
    grid->addWidget(box(AccountField::Zone), 1, 1);
    grid->addWidget(box(AccountField::Owner), 2, 0);
    grid->addWidget(box(AccountField::RunUser), 2, 1);
    grid->addWidget(box(AccountField::AccessKeyId), 3, 0);
    grid->addWidget(box(AccountField::Secret), 3, 1);
    grid->addWidget(box(AccountField::EnvironmentName), 4, 0);
    grid->addWidget(titled(tr("Colou&r"), m_color, this), 4, 1);
    grid->addWidget(m_readOnly, 5, 0);
    grid->addWidget(m_reasonRequired, 5, 1);
}

QWidget *AccountFields::createAdvanced()
{
    m_more->setObjectName(QStringLiteral("Advanced"));
    m_more->setText(tr("&Advanced"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *body = new QWidget(this);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::Huge);
    grid->setVerticalSpacing(space::Medium);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(box(AccountField::DeletePath), 0, 0);
    grid->addWidget(box(AccountField::DeleteIdsKey), 0, 1);
    grid->addWidget(box(AccountField::Unlease), 1, 0);
    grid->addWidget(box(AccountField::CaFile), 1, 1);
    grid->addWidget(titled(tr("Concurrent cal&ls"), m_inFlight, body), 2, 0);
    grid->addWidget(titled(tr("&Hourly call quota"), m_callsAnHour, body), 2, 1);
    grid->addWidget(titled(tr("Clusters per re&quest"), m_together, body), 3, 0);
    QLabel *note = plainLabel(body);
    note->setText(
        tr("A number above 1 saves calls, but several clusters then share one answer. If a group "
           "is refused, its clusters are read again and sent in smaller groups."));
    setMuted(note);
    m_together->setAccessibleDescription(note->text());
    grid->addWidget(note, 3, 1);
    body->hide();
    connect(m_more, &QToolButton::toggled, this, [this, body](bool open) {
        m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        body->setVisible(open);
    });
    return body;
}

/// Tab follows the reading order. Qt's default is the order in which the widgets were created.
void AccountFields::orderTabs()
{
    QList<QWidget *> order;
    for (int field = 0; field < AccountFieldCount; ++field) {
        if (AccountField(field) == AccountField::DeletePath)
            order.append({m_color, m_readOnly, m_reasonRequired, m_more});
        QWidget *editor = m_boxes.at(size_t(field))->editor();
        order.append(editor);
        if (auto *inside = m_boxes.at(size_t(field))->findChild<QAbstractButton *>())
            order.append(inside);
    }
    order.append({m_inFlight, m_callsAnHour, m_together});
    for (int i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

AccountForm AccountFields::form() const
{
    AccountForm form;
    for (const auto &[field, text] : TextFields)
        form.*text = box(field)->text();
    form.secretIsThereFor = m_secretIsThereFor;
    form.readOnly = m_readOnly->isChecked();
    form.reasonRequired = m_reasonRequired->isChecked();
    form.color = EnvironmentColor(m_color->currentData().toInt());
    form.inFlight = m_inFlight->value();
    form.together = m_together->value();
    form.callsAnHour = m_callsAnHour->value();
    return form;
}

/// The CA file is read only when its path has changed, not each time the fields are checked.
FieldProblem AccountFields::problem(AccountField field, const AccountForm &form)
{
    if (field != AccountField::CaFile)
        return problemOf(field, form, m_others);
    if (form.caFile != m_caFile) {
        m_caFile = form.caFile;
        m_caFileProblem = problemOf(field, form, m_others);
        const bool open =
            m_caFileProblem == FieldProblem::None && othersCanChangeCaFile(form.caFile.trimmed());
        box(field)->setHelp(open ? caFileOpenText(form.caFile) : fieldHelp(field));
    }
    return m_caFileProblem;
}

std::optional<AccountField> AccountFields::firstWrong()
{
    const AccountForm form = this->form();
    for (int field = 0; field < AccountFieldCount; ++field) {
        if (problem(AccountField(field), form) != FieldProblem::None)
            return AccountField(field);
    }
    return {};
}

bool AccountFields::isFine()
{
    return !firstWrong();
}

void AccountFields::check()
{
    const AccountForm form = this->form();
    for (int field = 0; field < AccountFieldCount; ++field) {
        const FieldProblem wrong = problem(AccountField(field), form);
        const bool early = wrong == FieldProblem::Empty && !m_left.contains(field);
        m_boxes.at(size_t(field))
            ->setProblem(early ? QString() : fieldProblemText(AccountField(field), wrong));
    }
    emit edited();
}

void AccountFields::showProblems()
{
    for (int field = 0; field < AccountFieldCount; ++field)
        m_left.insert(field);
    check();
    const auto first = firstWrong();
    if (!first)
        return;
    if (*first >= AccountField::DeletePath)
        m_more->setChecked(true);
    box(*first)->line()->setFocus(Qt::OtherFocusReason);
    box(*first)->line()->selectAll();
}

void AccountFields::focusFirstEmpty()
{
    const auto first = firstWrong();
    box(first.value_or(AccountField::Name))->line()->setFocus();
}

} // namespace clusterdeck
