// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/locksdialog.h"

#include "ui/look/metrics.h"
#include "ui/look/palette.h"
#include "ui/look/tables.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace clusterdeck
{

LocksDialog::LocksDialog(const QStringList &patterns, QWidget *parent)
    : QDialog(parent)
    , m_patterns(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("Locks"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Locked names"));
    auto *text = plainLabel(this);
    text->setText(tr("Clusters with these names are never deleted, stopped, started or renamed. "
                     "One pattern a line: * stands for any characters, ? for one. Capitals do not "
                     "matter."));
    auto *example = plainLabel(this);
    example->setText(tr("prod-* locks prod-lab and PROD-2, but not my-prod; *prod* locks all "
                        "three."));
    setQuiet(example);
    m_patterns->setObjectName(QStringLiteral("Locked names"));
    m_patterns->setAccessibleName(tr("Locked names, one pattern a line"));
    m_patterns->setPlaceholderText(QStringLiteral("prod-*"));
    m_patterns->setTabChangesFocus(true);
    m_patterns->setPlainText(patterns.join(u'\n'));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *save = new QPushButton(tr("Lock these"), this);
    save->setObjectName(QStringLiteral("Lock these"));
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        emit chosen(this->patterns());
        accept();
    });

    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    column->addWidget(text);
    column->addWidget(m_patterns, 1);
    column->addWidget(example);
    column->addLayout(foot);
    const int width = widthOfLetters(fontMetrics(), 70);
    resize(width, qMax(heightForWidth(width), fontMetrics().height() * 22));
    m_patterns->setFocus();
}

QStringList LocksDialog::patterns() const
{
    QStringList patterns;
    const QStringList lines = m_patterns->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        const QString pattern = line.trimmed();
        if (!pattern.isEmpty() && !patterns.contains(pattern))
            patterns.append(pattern);
    }
    return patterns;
}

} // namespace clusterdeck
