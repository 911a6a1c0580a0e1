// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/shortcutlist.h"

#include <QAbstractTableModel>
#include <QDialog>

namespace clusterdeck
{

/// The shortcuts of a window, a row each.
class ShortcutsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Keys, Where, ColumnCount };

    ShortcutsModel(const QList<ShortcutLine> &lines, QObject *parent);

    [[nodiscard]] const QList<ShortcutLine> &lines() const { return m_lines; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;

    QList<ShortcutLine> m_lines;
};

/// What the keys do in `parent`, as they are when this is made. In nobody's way: show it with
/// show().
class ShortcutsWindow : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsWindow(QWidget *parent);

private:
    void copy() const;

    ShortcutsModel *m_model;
};

} // namespace clusterdeck
