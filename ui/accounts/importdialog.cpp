// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/importdialog.h"

#include "ui/accounts/importtext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/tables.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>

namespace clusterdeck
{

namespace
{

QString keysText(const ProviderKeys &keys)
{
    const QString key = keyEndText(keys.accessKeyId);
    if (keys.zone.isEmpty())
        return ImportDialog::tr("key %1, no zone").arg(key);
    return ImportDialog::tr("key %1, zone %2").arg(key, shownLine(keys.zone, LongestNameShown));
}

/// A sentence under a choice, as far in as its words. Can be reached by Tab and copied.
QWidget *noteUnder(QRadioButton *choice, Glyph glyph, StatusColor statusColor, const QString &text)
{
    auto *note = new QWidget(choice->parentWidget());
    auto *sign = new QLabel(note);
    setSign(sign, glyph, statusColor);
    auto *words = plainLabel(note);
    words->setObjectName(QStringLiteral("Note"));
    words->setText(breakable(shownLine(text)));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setFocusPolicy(Qt::StrongFocus);
    words->setAccessibleName(text);
    const QStyle *style = choice->style();
    const int indent = style->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, choice) +
                       style->pixelMetric(QStyle::PM_RadioButtonLabelSpacing, nullptr, choice);
    auto *line = new QHBoxLayout(note);
    line->setContentsMargins(indent, 0, 0, 0);
    line->setSpacing(space::Medium);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(words, 1);
    return note;
}

} // namespace

ImportDialog::ImportDialog(const QList<ImportCandidate> &candidates, QWidget *parent)
    : QDialog(parent)
    , m_candidates(candidates)
    , m_choice(new QButtonGroup(this))
    , m_use(new QPushButton(tr("&Use this key…"), this))
{
    setObjectName(QStringLiteral("Import keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Keys of the provider's tools"));
    m_use->setObjectName(QStringLiteral("Use this key"));
    layOut();
    if (m_choice->checkedButton()) {
        m_choice->checkedButton()->setFocus();
        m_use->setDefault(true);
    }
    m_use->setEnabled(m_choice->checkedButton() != nullptr);
    m_use->setVisible(!m_candidates.isEmpty());
    connect(m_use, &QPushButton::clicked, this, &ImportDialog::use);
}

void ImportDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    if (m_candidates.isEmpty()) {
        column->addWidget(nothingFound());
    } else {
        auto *head = plainLabel(this);
        head->setObjectName(QStringLiteral("Head"));
        head->setText(tr("Found on this machine:"));
        column->addWidget(head);
    }
    for (int i = 0; i < m_candidates.size(); ++i)
        addCandidate(i, column);
    auto *promise = plainLabel(this);
    promise->setObjectName(QStringLiteral("Promise"));
    promise->setText(tr("Only the key, its secret and the zone are taken over, and nothing is "
                        "copied until the account is saved. The address in these files belongs to "
                        "another service and is not taken over."));
    promise->setVisible(!m_candidates.isEmpty());
    setMuted(promise);
    column->addWidget(promise);
    column->addStretch(1);
    auto *cancel = new QPushButton(m_candidates.isEmpty() ? tr("Close") : tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_use);
    column->addLayout(foot);
    const int width = widthOfLetters(fontMetrics(), 76);
    setMinimumWidth(width);
    resize(width, heightForWidth(width));
}

void ImportDialog::addCandidate(int index, QVBoxLayout *column)
{
    const ImportCandidate &candidate = m_candidates.at(index);
    QString title = shownLine(importSourceText(candidate), LongestNameShown);
    if (candidate.keys)
        title = tr("%1: %2", "where, which key").arg(title, keysText(*candidate.keys));
    auto *choice = new QRadioButton(this);
    choice->setObjectName(QStringLiteral("Choice %1").arg(index));
    choice->setText(QString(title).replace(u'&', QStringLiteral("&&")));
    choice->setEnabled(candidate.keys.has_value());
    m_choice->addButton(choice, index);
    if (candidate.keys && !m_choice->checkedButton())
        choice->setChecked(true); // the first one has precedence
    auto *block = new QVBoxLayout;
    block->setSpacing(space::Small);
    block->addWidget(choice);
    const QString problem = importProblemText(candidate);
    const QString open = openToOthersText(candidate);
    choice->setAccessibleName(title);
    choice->setAccessibleDescription(sentences({problem, open}));
    if (!problem.isEmpty())
        block->addWidget(noteUnder(choice, Glyph::Cross, StatusColor::Bad, problem));
    if (!open.isEmpty())
        block->addWidget(noteUnder(choice, Glyph::Warning, StatusColor::Warning, open));
    column->addLayout(block);
}

QWidget *ImportDialog::nothingFound()
{
    auto *words = plainLabel(this);
    words->setObjectName(QStringLiteral("Nothing found"));
    QStringList lines{tr("The provider's tools have left no key on this machine. Looked for:")};
    for (const char *variable : {"QINGCLOUD_ACCESS_KEY_ID", "QINGCLOUD_SECRET_ACCESS_KEY"})
        lines += tr("• the environment variable %1").arg(QLatin1String(variable));
    for (const char *file : {"~/.qingcloud/config.yaml", "~/.qingcloud/config"})
        lines += tr("• the file %1").arg(QLatin1String(file));
    lines += QString();
    lines += tr("Type the key yourself, as the provider's console shows it.");
    words->setText(lines.join(u'\n'));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return words;
}

void ImportDialog::use()
{
    const int index = m_choice->checkedId();
    if (index < 0 || !m_candidates.at(index).keys)
        return;
    // A copy: whoever hears it may destroy the dialog.
    const ProviderKeys keys = *m_candidates.at(index).keys;
    accept();
    emit chosen(keys);
}

} // namespace clusterdeck
