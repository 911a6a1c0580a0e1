// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QAbstractItemModel;
class QModelIndex;
class QWidget;

namespace clusterdeck
{

/// Reads everything that windows and models show or say, and notes what is not just characters.
class Eyes
{
public:
    /// `root` and all below it: labels, buttons, actions, tabs, tables, titles, tool tips, and what
    /// a screen reader is told. Not the text of line edits: what is edited is edited as it is.
    void readWindow(const QWidget *root);

    /// Every cell and header, and the children of the first column.
    void readModel(const QAbstractItemModel &model);

    /// A text of one line, or of several.
    void read(const QString &where, const QString &text, bool lines = false);

    /// Empty or without any markup, or markup that says nothing but characters. `told`, when given,
    /// is what it has to say.
    void readToolTip(const QString &where, const QString &tip, const QString &told = {});

    [[nodiscard]] QString faults() const
    {
        return m_faults.join(u'\n');
    } ///< empty when all is well
    /// Whether some text that was read holds `part`.
    [[nodiscard]] bool saw(const QString &part) const;

private:
    void readWidget(const QWidget *widget);
    void readCells(const QAbstractItemModel &model, const QModelIndex &parent);
    void fault(const QString &where, const QString &what, const QString &text);

    QStringList m_faults;
    QStringList m_seen;
};

} // namespace clusterdeck
