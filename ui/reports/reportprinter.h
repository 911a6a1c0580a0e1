// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/report.h"

#include <QByteArray>

#include <memory>

namespace clusterdeck
{

/// Makes a PDF of a report: A4 (Letter where that is the paper), landscape, black on white in every
/// theme. Rows are not split, tables repeat their column titles, pages are numbered. Works in small
/// steps: a long report does not block the event loop.
class ReportPrinter
{
public:
    explicit ReportPrinter(Report report);
    ~ReportPrinter();
    ReportPrinter(const ReportPrinter &) = delete;
    ReportPrinter &operator=(const ReportPrinter &) = delete;

    /// Works for a few milliseconds. False when it is finished.
    bool step();
    /// Progress in percent.
    [[nodiscard]] int percent() const;
    /// Valid once step() returned false.
    [[nodiscard]] int pages() const;
    [[nodiscard]] QByteArray pdf() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The PDF of a report in one call.
[[nodiscard]] QByteArray pdfOf(const Report &report);

} // namespace clusterdeck
