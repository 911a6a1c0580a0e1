// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTabWidget;

namespace clusterdeck
{

class ClusterTable;
class Session;

/// The clusters in pictures: what there is, what is used, what a clean-up does. Follows what
/// happens while it is open. Show it with show().
class PicturesWindow : public QDialog
{
    Q_OBJECT

public:
    /// `session` and `table` outlive the window. `pluginFolders`: where what draws is looked for.
    PicturesWindow(Session &session, ClusterTable &table, const QStringList &pluginFolders,
                   QWidget *parent);

private:
    void layOut(bool demo);

    QTabWidget *m_tabs;
};

} // namespace clusterdeck
