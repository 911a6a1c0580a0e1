// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/locksdialog.h"

#include "ui/help/guidewindow.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/tables.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace clusterdeck
{

namespace
{

constexpr int PauseBeforeReview = 300; // ms
constexpr int MostNamed = 3;           // in one sentence

QString quoted(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.mid(0, MostNamed))
        shown.append(shownLine(name, LongestNameShown));
    return enumerated(shown);
}

} // namespace

LocksDialog::LocksDialog(const QStringList &patterns, QStringList names, QWidget *parent)
    : Dialog(QStringLiteral("Locks"), tr("Locked names"), parent)
    , m_names(std::move(names))
    , m_patterns(new QPlainTextEdit(this))
    , m_review(plainLabel(this))
    , m_save(
          addButton(QStringLiteral("Lock these"), tr("Lock these"), QDialogButtonBox::AcceptRole))
{
    addCancelButton();
    leadToGuide(addHelpButton(), GuideTopic::Locks);
    auto *text = plainLabel(this);
    text->setText(tr("Clusters with these names are never deleted, stopped, started or renamed. "
                     "One pattern per line: * stands for any characters, ? for one. Upper and "
                     "lower case, kinds of dashes and invisible characters do not matter."));
    auto *example = plainLabel(this);
    example->setText(tr("prod-* locks prod-lab and PROD-2, but not my-prod; *prod* locks all "
                        "three."));
    setMuted(example);
    m_patterns->setObjectName(QStringLiteral("Locked names"));
    m_patterns->setAccessibleName(tr("Locked names, one pattern per line"));
    m_patterns->setPlaceholderText(QStringLiteral("prod-*"));
    m_patterns->setTabChangesFocus(true);
    m_patterns->setPlainText(patterns.join(u'\n'));
    m_save->setDefault(true);
    m_review->setObjectName(QStringLiteral("Review"));
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit chosen(this->patterns());
        accept();
    });

    body()->addWidget(text);
    body()->addWidget(m_patterns, 1);
    body()->addWidget(m_review);
    body()->addWidget(example);
    setFirstSize({widthOfLetters(fontMetrics(), 70), fontMetrics().height() * 24});
    m_patterns->setFocus();
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseBeforeReview);
    connect(&m_pause, &QTimer::timeout, this, &LocksDialog::review);
    connect(m_patterns, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    review();
}

void LocksDialog::review()
{
    QStringList lines;
    const QStringList patterns = this->patterns();
    const bool tooLong = std::any_of(patterns.begin(), patterns.end(), [](const QString &pattern) {
        return problemOfPattern(pattern) == PatternProblem::TooLong;
    });
    if (tooLong)
        lines.append(
            tr("A pattern is longer than %Ln characters.", nullptr, int(Locks::LongestPattern)));
    m_save->setEnabled(!tooLong);
    const PatternReview found = reviewPatterns(tooLong ? QStringList() : patterns, m_names);
    if (!found.matchNothing.isEmpty() && !m_names.isEmpty())
        lines.append(tr("%Ln pattern(s) lock none of the clusters shown now: %1.", nullptr,
                        int(found.matchNothing.size()))
                         .arg(quoted(found.matchNothing)));
    if (!found.onlyLook.isEmpty())
        lines.append(tr("%Ln cluster(s) have a name that only looks locked, because it is written "
                        "with other characters: %1. Lock them one by one, or rename them.",
                        nullptr, int(found.onlyLook.size()))
                         .arg(quoted(found.onlyLook)));
    m_review->setText(lines.join(u'\n'));
    m_review->setVisible(!lines.isEmpty());
}

QStringList LocksDialog::patterns() const
{
    QStringList patterns;
    const QStringList lines = m_patterns->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        // U+0000 has no meaning in a name, and cannot be saved.
        const QString pattern = QString(line).remove(QChar(u'\0')).trimmed();
        if (problemOfPattern(pattern) != PatternProblem::Empty && !patterns.contains(pattern))
            patterns.append(pattern);
    }
    return patterns;
}

} // namespace clusterdeck
