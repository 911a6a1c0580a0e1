// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace clusterdeck
{

/// An artificial language: each text has accents and brackets, and is two fifths longer. Text on
/// screen without brackets did not pass through tr(); text that is cut off would be cut off in
/// German. Numbers, placeholders and the letter after an "&" stay.
class PseudoTranslator : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int number) const override;

    [[nodiscard]] static QString longer(const QString &text);
};

} // namespace clusterdeck
