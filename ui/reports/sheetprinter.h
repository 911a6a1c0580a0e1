// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/sheet.h"

#include <QByteArray>

#include <memory>

namespace clusterdeck
{

/// Makes a PDF of a sheet: A4 (Letter where that is the paper), landscape, black on white whatever
/// the theme is. Rows are not split, tables repeat their column titles, every page says which of
/// how many it is. Works in small steps, so that a long one holds nobody up.
class SheetPrinter
{
public:
    explicit SheetPrinter(Sheet sheet);
    ~SheetPrinter();
    SheetPrinter(const SheetPrinter &) = delete;
    SheetPrinter &operator=(const SheetPrinter &) = delete;

    /// Goes on for a few milliseconds. False when it is through.
    bool step();
    /// How far it is, in hundredths.
    [[nodiscard]] int percent() const;
    /// When it is through.
    [[nodiscard]] int pages() const;
    [[nodiscard]] QByteArray pdf() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The same at once.
[[nodiscard]] QByteArray pdfOf(const Sheet &sheet);

} // namespace clusterdeck
