// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

namespace clusterdeck
{

class ClusterPane;

/// The Edit menu. Copy and Select All act on the list or field of `window` that had the focus last,
/// and on the table of clusters if that was another kind of widget or is hidden.
class EditMenu : public QMenu
{
    Q_OBJECT

public:
    /// `selectByList`: an action of the caller, which this menu shows.
    EditMenu(ClusterPane &pane, QAction *selectByList, QWidget *window);

private:
    QAction *addEdit(const QString &name, const QString &text, QKeySequence::StandardKey key);
    void follow(QWidget *focus);
    void copy();
    void selectAll();
    void update();
    [[nodiscard]] QWidget *target() const;

    ClusterPane &m_pane;
    QWidget *m_window;
    QPointer<QWidget> m_target;
    QAction *m_copy = nullptr;
};

} // namespace clusterdeck
