// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

namespace clusterdeck
{

class ClusterPane;

/// The Edit menu. Copy and Select All are about the list or field that had the keyboard last, and
/// about the table of clusters when that was something else.
class EditMenu : public QMenu
{
    Q_OBJECT

public:
    /// `selectByList` is shown here too.
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
