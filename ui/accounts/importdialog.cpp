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
#include <QVBoxLayout>

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

/// A note below a choice, indented like its text. Tab reaches the note, and its text can be copied.
QWidget *noteUnder(QRadioButton *choice, Glyph glyph, StatusColor statusColor, const QString &text)
{
    auto *note = new QWidget(choice->parentWidget());
    auto *icon = new QLabel(note);
    setLabelIcon(icon, glyph, statusColor);
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
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(words, 1);
    return note;
}

} // namespace

ImportDialog::ImportDialog(const QList<ImportCandidate> &candidates, QWidget *parent)
    : Dialog(QStringLiteral("Import keys"), tr("Keys of the provider's tools"), parent)
    , m_candidates(candidates)
    , m_choice(new QButtonGroup(this))
{
    if (m_candidates.isEmpty())
        addNothingFound();
    else
        addCandidates();
    body()->addStretch(1);
    auto *use = addButton(QStringLiteral("Use this key"), tr("&Use this key…"),
                          QDialogButtonBox::AcceptRole);
    auto *cancel =
        addButton(QStringLiteral("Cancel"), m_candidates.isEmpty() ? tr("Close") : tr("Cancel"),
                  QDialogButtonBox::RejectRole);
    QAbstractButton *checked = m_choice->checkedButton();
    use->setVisible(!m_candidates.isEmpty());
    auto *byHand = addButton(QStringLiteral("By hand"), tr("&Enter the key by hand…"),
                             checked ? QDialogButtonBox::ActionRole : QDialogButtonBox::AcceptRole);
    use->setEnabled(checked);
    if (checked) {
        use->setDefault(true);
        checked->setFocus();
    } else {
        byHand->setDefault(true);
        byHand->setFocus();
    }
    connect(use, &QPushButton::clicked, this, &ImportDialog::use);
    connect(byHand, &QPushButton::clicked, this, [this] {
        accept();
        emit byHandWanted();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    fitToWidth(76);
}

void ImportDialog::addCandidates()
{
    auto *head = plainLabel(this);
    head->setObjectName(QStringLiteral("Head"));
    head->setText(tr("Found on this computer:"));
    body()->addWidget(head);
    for (int i = 0; i < m_candidates.size(); ++i)
        addCandidate(i);
    auto *note = plainLabel(this);
    note->setObjectName(QStringLiteral("Promise"));
    note->setText(tr("Only the key, its secret and the zone are imported, and nothing is copied "
                     "until the account is saved. The address in these files is that of another "
                     "service and is not imported."));
    setMuted(note);
    body()->addWidget(note);
}

void ImportDialog::addCandidate(int index)
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
    body()->addLayout(block);
}

void ImportDialog::addNothingFound()
{
    auto *words = plainLabel(this);
    words->setObjectName(QStringLiteral("Nothing found"));
    QStringList lines{tr("No key of the provider's tools was found on this computer. Searched:")};
    for (const char *variable : {"QINGCLOUD_ACCESS_KEY_ID", "QINGCLOUD_SECRET_ACCESS_KEY"})
        lines += tr("• the environment variable %1").arg(QLatin1String(variable));
    for (const char *file : {"~/.qingcloud/config.yaml", "~/.qingcloud/config"})
        lines += tr("• the file %1").arg(QLatin1String(file));
    lines += QString();
    lines += tr("Enter the key as shown in the provider's console.");
    words->setText(lines.join(u'\n'));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body()->addWidget(words);
}

void ImportDialog::use()
{
    const int index = m_choice->checkedId();
    if (index < 0 || !m_candidates.at(index).keys)
        return;
    // A copy: a slot may destroy the dialog.
    const ProviderKeys keys = *m_candidates.at(index).keys;
    accept();
    emit chosen(keys);
}

} // namespace clusterdeck
