// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/report.h"

#include <QByteArray>

#include <memory>

namespace clusterdeck
{

/// Makes a PDF of a report: A4 (Letter in a locale with US units), landscape, black on white in
/// every theme. Rows are not split, tables repeat their column titles, pages are numbered. Works in
/// small steps, so that a long report does not block the event loop.
class ReportPrinter
{
public:
    explicit ReportPrinter(Report report);
    ~ReportPrinter();
    ReportPrinter(const ReportPrinter &) = delete;
    ReportPrinter &operator=(const ReportPrinter &) = delete;

    /// Works for a few milliseconds. Returns false when the PDF is finished.
    bool step();
    /// Progress in percent.
    [[nodiscard]] int percent() const;
    /// The number of pages. Valid after step() returned false.
    [[nodiscard]] int pages() const;
    /// The bytes of the PDF; empty before step() returned false.
    [[nodiscard]] QByteArray pdf() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The PDF of a report in one call, which blocks until it is finished.
[[nodiscard]] QByteArray pdfOf(const Report &report);

} // namespace clusterdeck
