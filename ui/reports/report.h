// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace clusterdeck
{

/// A printed report as values: its contents and their order, not their position on paper. All texts
/// are plain: the functions that create reports pass texts from outside through shownLine().

struct ReportText {
    enum class Weight { Heading, Strong, Normal, Muted };
    QString text; ///< paragraphs, separated by line feeds; empty: nothing is printed
    Weight weight = Weight::Normal;
};

/// Pairs of a name and a value, several beside each other.
struct ReportFacts {
    QList<std::pair<QString, QString>> facts;
};

struct ReportColumn {
    QString title;
    bool number = false; ///< right-aligned; otherwise as `whole`
    bool whole = false;  ///< as wide as its longest cell, up to a limit, so that ids are not broken
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
    QString kind;  ///< "Batch report"
    QString title; ///< cut after four lines
    QString mark;  ///< in a frame at the top of every page; empty: none
    QList<ReportBlock> blocks;
    QString foot;     ///< at the bottom of every page, beside the page number
    QString fileName; ///< without folder and suffix
};

} // namespace clusterdeck
