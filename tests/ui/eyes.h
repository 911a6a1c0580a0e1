// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QAbstractItemModel;
class QModelIndex;
class QWidget;

namespace clusterdeck
{

/// Reads all text that windows and models show, and records any that is not plain characters.
class Eyes
{
public:
    /// Reads `root` and its children: labels, buttons, actions, tabs, tables, titles, tool tips,
    /// and text for screen readers. Not the text of line edits, because raw text is edited there.
    void readWindow(const QWidget *root);

    /// Reads every cell and header, and the children of the first column.
    void readModel(const QAbstractItemModel &model);

    /// Reads a text of one line, or of several.
    void read(const QString &where, const QString &text, bool lines = false);

    /// A tool tip must be empty, or without markup, or with markup that only shows characters.
    /// `told`: the text that it must show, if given.
    void readToolTip(const QString &where, const QString &tip, const QString &told = {});

    [[nodiscard]] QString faults() const
    {
        return m_faults.join(u'\n');
    } ///< empty when there is no fault
    /// Whether a text that was read contains `part`.
    [[nodiscard]] bool saw(const QString &part) const;

private:
    void readWidget(const QWidget *widget);
    void readCells(const QAbstractItemModel &model, const QModelIndex &parent);
    void fault(const QString &where, const QString &what, const QString &text);

    QStringList m_faults;
    QStringList m_seen;
};

} // namespace clusterdeck
