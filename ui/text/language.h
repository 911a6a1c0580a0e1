// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QStringList>

class QCoreApplication;

namespace clusterdeck
{

/// A language of the program.
struct Language {
    QString code; ///< the name of its locale: "en", "zh_CN"
    QString name; ///< in the language itself, for users who read no other
};

/// All languages of the program; English, the language of the source texts, is the first.
[[nodiscard]] const QList<Language> &languages();

/// The language to use. When `chosen` is empty, or not a language of the program: the first of the
/// desktop's languages (as in QLocale::uiLanguages()) that the program has, otherwise English.
[[nodiscard]] QString languageFor(const QString &chosen, const QStringList &desktop);

/// The format of dates, times and numbers: the desktop's, when it uses the program's language in
/// any country; otherwise that of the language.
[[nodiscard]] QLocale formatsFor(const QString &language, const QLocale &desktop);

/// Installs the translations of a language, those of the program and of Qt, as children of
/// `application`, and makes formatsFor() the default locale. Call it once, before the first window.
void useLanguage(QCoreApplication &application, const QString &language);

/// The code of the language in use.
[[nodiscard]] QString languageInUse();

/// A source text of the translation context `context`, once in each of languages(), one per line.
[[nodiscard]] QString inEveryLanguage(const char *context, const char *text);

} // namespace clusterdeck
