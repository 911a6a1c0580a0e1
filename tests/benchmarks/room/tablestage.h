// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "ui/mainwindow.h"

#include <memory>

namespace clusterdeck
{

class ClusterPane;
class ClusterTable;

/// The real window over a session with one open account, whose listings are handed in here instead
/// of being read from a cloud.
class TableStage
{
public:
    TableStage();
    ~TableStage();

    [[nodiscard]] ClusterListing listingOf(const QList<ClusterRecord> &clusters) const;
    /// What a refresh does with a listing.
    void refresh(const ClusterListing &listing);
    void refresh(const QList<ClusterRecord> &clusters) { refresh(listingOf(clusters)); }

    [[nodiscard]] ClusterPane *pane() const;
    [[nodiscard]] ClusterTable *table() const;
    /// What holds the table, or in its place the words that nothing matches.
    [[nodiscard]] QWidget *place() const;
    [[nodiscard]] ClusterModel &clusters() { return m_session.clusters(); }

    [[nodiscard]] ClusterKey key(const QString &id) const { return {m_account.id, id}; }
    /// By what is shown in a row.
    [[nodiscard]] QString idAt(int row) const;
    /// The cluster in the first visible row.
    [[nodiscard]] QString topId() const;
    [[nodiscard]] QSet<QString> selectedIds() const;

private:
    Account m_account;
    SystemClock m_clock;
    Session m_session;
    std::unique_ptr<MainWindow> m_window;
};

/// A key's way down and up again, sent to `widget`.
void press(QWidget *widget, int key, const QString &text = {});

} // namespace clusterdeck
