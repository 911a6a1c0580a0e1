// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/checkmodel.h"

#include "ui/accounts/checktext.h"
#include "ui/widgets/rowtext.h"

#include <QGuiApplication>

namespace clusterdeck
{

void CheckModel::show(const QList<CheckFinding> &findings, bool running)
{
    Q_ASSERT(findings.size() == m_findings.size());
    m_findings = findings;
    m_running = running;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CheckModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int CheckModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CheckFinding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(index);
    case Qt::AccessibleDescriptionRole:
        return rowText(index, {Step, Verdict, Meaning});
    case Qt::DecorationRole:
        if (index.column() == Verdict) {
            const StateLook look = lookOf(finding, m_running);
            return glyphIcon(look.glyph, look.statusColor);
        }
        return {};
    case Qt::ForegroundRole:
        if (finding.verdict == CheckVerdict::NotReached)
            return mutedText(QGuiApplication::palette());
        return {};
    default:
        return {};
    }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Verdict:
        return tr("Result");
    case Meaning:
        return tr("Meaning and what to do");
    default:
        return {};
    }
}

QString CheckModel::text(const QModelIndex &index) const
{
    const CheckFinding &finding = m_findings.at(index.row());
    switch (index.column()) {
    case Step:
        return stepText(finding.step);
    case Verdict:
        return lookOf(finding, m_running).word;
    case Meaning:
        return findingText(finding, m_running);
    default:
        return {};
    }
}

} // namespace clusterdeck
