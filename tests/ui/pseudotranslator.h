// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace clusterdeck
{

/// A language that nobody speaks: each text with accents, in brackets, and longer by two fifths.
/// What is not in brackets on the screen did not come through tr(); what is cut would be cut in
/// German. Numbers, placeholders and the letter behind an "&" stay.
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
