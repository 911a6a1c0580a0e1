// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace clusterdeck
{

/// A printed report as values: its contents and their order, not their position on paper. All texts
/// are plain and made visible (shownLine() and similar).

struct ReportText {
    enum class Weight { Heading, Strong, Normal, Muted };
    QString text; ///< may have lines
    Weight weight = Weight::Normal;
};

/// Names and values beside each other.
struct ReportFacts {
    QList<std::pair<QString, QString>> facts;
};

struct ReportColumn {
    QString title;
    bool number = false; ///< to the right
    bool whole = false;  ///< as wide as its longest cell, where there is room: ids are not broken
};

struct ReportTable {
    QList<ReportColumn> columns;
    QList<QStringList> rows; ///< a cell for each column
};

/// Empty lines with labels below them, beside each other, to be filled in by hand.
struct ReportSignatures {
    QStringList labels;
};

using ReportBlock = std::variant<ReportText, ReportFacts, ReportTable, ReportSignatures>;

struct Report {
    QString kind;  ///< "Report of an operation"
    QString title; ///< one line, or a few
    QString mark;  ///< in a frame at the top of every page; empty: none
    QList<ReportBlock> blocks;
    QString foot;     ///< at the bottom of every page, beside its number
    QString fileName; ///< without folder and ending
};

} // namespace clusterdeck
