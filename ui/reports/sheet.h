// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace clusterdeck
{

/// A printed page, or several, as values: what it says and in which order, not where on the paper.
/// All texts are plain, and made visible already (shownLine() and the like).

struct SheetText {
    enum class Weight { Heading, Strong, Normal, Muted };
    QString text; ///< may have lines
    Weight weight = Weight::Normal;
};

/// Names and values beside each other.
struct SheetFacts {
    QList<std::pair<QString, QString>> facts;
};

struct SheetColumn {
    QString title;
    bool number = false; ///< to the right
    bool whole = false;  ///< as wide as its longest cell, where there is room: ids are not broken
};

struct SheetTable {
    QList<SheetColumn> columns;
    QList<QStringList> rows; ///< a cell for each column
};

/// Lines to write on by hand, beside each other.
struct SheetBlanks {
    QStringList labels;
};

using SheetBlock = std::variant<SheetText, SheetFacts, SheetTable, SheetBlanks>;

struct Sheet {
    QString kind;  ///< "Report of an operation"
    QString title; ///< one line, or a few
    QString mark;  ///< stands on every page where it cannot be overlooked; empty: none
    QList<SheetBlock> blocks;
    QString foot;     ///< at the bottom of every page, beside its number
    QString fileName; ///< without folder and ending
};

} // namespace clusterdeck
