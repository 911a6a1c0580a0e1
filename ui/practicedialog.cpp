// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/practicedialog.h"

#include "ui/text/joining.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace clusterdeck
{

namespace
{

constexpr int LettersWide = 60;

struct FaultOption {
    const char *option; ///< of clusterdeck-demo-service
    const char *title;
    const char *unit;
    int most;
    int first = 0; ///< the value without a fault
};
constexpr FaultOption FaultOptions[] = {
    {"latency", QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", "&Delay each answer by"),
     QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", " ms"), 60000},
    {"fail-percent", QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", "&Refuse operations"),
     QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", " %"), 100},
    {"lose-percent",
     QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", "&Lose answers to operations"),
     QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", " %"), 100},
    {"fail-reads", QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", "&Fail reads"),
     QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", " %"), 100},
    {"quota", QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", "&Calls left this hour"), "", 2000,
     2000},
    {"clock-skew", QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", "Cloud clock &ahead by"),
     QT_TRANSLATE_NOOP("clusterdeck::PracticeDialog", " s"), 3600},
};

} // namespace

PracticeDialog::PracticeDialog(QWidget *parent)
    : Dialog(QStringLiteral("Practice"), tr("Practise with My Clusters"), parent)
    , m_invented(new QCheckBox(tr("&Invent names, to show to an audience"), this))
{
    auto *what = plainLabel(this);
    what->setText(sentences(
        {tr("The practice cloud opens with the clusters in the table."),
         tr("It copies names, states, types, billing, numbers and ages, and which clusters are "
            "shared or belong to others. It does not copy IDs, users, descriptions, locks or "
            "keys."),
         tr("Your accounts are closed first. Nothing that you do there reaches your cloud.")}));
    m_invented->setObjectName(QStringLiteral("Invented names"));
    auto *wrong = plainLabel(this);
    wrong->setText(tr("Simulated faults:"));
    auto *form = new QFormLayout;
    for (const FaultOption &fault : FaultOptions) {
        auto *field = new QSpinBox(this);
        field->setObjectName(QLatin1String(fault.option));
        field->setRange(0, fault.most);
        field->setValue(fault.first);
        if (*fault.unit != '\0')
            field->setSuffix(tr(fault.unit));
        form->addRow(tr(fault.title), field);
        qobject_cast<QLabel *>(form->labelForField(field))->setTextFormat(Qt::PlainText);
        m_faults.append(field);
    }
    body()->addWidget(what);
    body()->addWidget(m_invented);
    body()->addWidget(wrong);
    body()->addLayout(form);
    addCancelButton();
    QPushButton *open = addButton(QStringLiteral("Open practice"), tr("Open Practice Cloud"),
                                  QDialogButtonBox::AcceptRole);
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &PracticeDialog::choose);
    fitToWidth(LettersWide);
}

void PracticeDialog::choose()
{
    QStringList options;
    for (const QSpinBox *field : std::as_const(m_faults)) {
        const auto *fault = std::find_if(
            std::begin(FaultOptions), std::end(FaultOptions), [&](const FaultOption &each) {
                return field->objectName() == QLatin1String(each.option);
            });
        if (field->value() != fault->first)
            options +=
                {QStringLiteral("--") + field->objectName(), QString::number(field->value())};
    }
    accept();
    emit chosen(m_invented->isChecked() ? RehearsedNames::Invented : RehearsedNames::Real, options);
}

} // namespace clusterdeck
