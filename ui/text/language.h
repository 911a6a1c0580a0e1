// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QObject>
#include <QStringList>

#include <vector>

class QCoreApplication;
class QTranslator;

namespace clusterdeck
{

/// A language that the program speaks.
struct Language {
    QString code; ///< of a locale: "en", "zh_CN"
    QString name; ///< in itself: whoever looks for it may read no other
};

/// All of them; English, in which the program is written, first.
[[nodiscard]] const QList<Language> &languages();

/// The language that a wish comes to. No wish, or one for what the program does not speak, means
/// the first of the desktop's languages (as in QLocale::uiLanguages()) that it speaks, else
/// English.
[[nodiscard]] QString languageFor(const QString &wish, const QStringList &desktop);

/// How dates, times and numbers are written: as the desktop has them, when it speaks the program's
/// language in any country, else as this language does.
[[nodiscard]] QLocale formatsFor(const QString &language, const QLocale &desktop);

/// What the person chose for the next start; empty for the desktop's language.
[[nodiscard]] QString languageWish();

/// Remembers it, on disk at once.
void keepLanguageWish(const QString &wish);

/// The catalogues in use: ours, and Qt's own for its buttons and menus. One for a program.
class Translation : public QObject
{
    Q_OBJECT

public:
    explicit Translation(QCoreApplication &application);
    ~Translation() override;

    /// Puts the texts of the program in the language of `wish`, dates and numbers too, see
    /// formatsFor(). Windows that are there already keep their texts: make them anew.
    void use(const QString &wish);

    [[nodiscard]] const QString &language() const { return m_language; }

private:
    void install(const QString &file);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_catalogues;
};

} // namespace clusterdeck
