// SPDX-License-Identifier: GPL-3.0-or-later
// How the details pane puts its rows on the clipboard for programs.
#include "app/clusters/details/detailexport.h"
#include "app/history/export.h"
#include "app/session.h"
#include "ui/clusters/details/detailspane.h"
#include "ui/clusters/details/detailtext.h"

#include <QClipboard>
#include <QGuiApplication>

namespace clusterdeck
{

namespace
{

template <class Record>
QList<Record> picked(const QList<Record> &all, const QList<int> &rows)
{
    QList<Record> some;
    for (const int row : rows)
        some.append(all.at(row));
    return some;
}

} // namespace

void DetailsPane::copyOverview()
{
    if (const auto cluster = m_details.cluster()) {
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(overviewDocument(cluster->record, m_session.isDemo())));
    }
}

void DetailsPane::copyJson(DetailSection section, const QList<int> &rows)
{
    const std::optional<Cluster> &cluster = m_details.cluster();
    if (!cluster)
        return;
    const DetailHead head{cluster->record, m_details.status(section), sectionWord(section),
                          m_session.isDemo()};
    const auto json = [&] {
        switch (section) {
        case DetailSection::Nodes:
            return detailDocument(head, detailJson(picked(m_nodes.rows(), rows)));
        case DetailSection::Jobs:
            return detailDocument(head, detailJson(picked(m_jobs.rows(), rows)));
        case DetailSection::Users:
            return detailDocument(head, detailJson(picked(m_users.rows(), rows)));
        case DetailSection::Software:
            return detailDocument(head, detailJson(picked(m_software.rows(), rows)));
        case DetailSection::Operations:
            return detailDocument(head,
                                  logJson(picked(m_operations.rows(), rows), m_operations.reach()));
        }
        Q_UNREACHABLE();
    };
    QGuiApplication::clipboard()->setText(QString::fromUtf8(json()));
}

} // namespace clusterdeck
