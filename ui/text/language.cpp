// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace clusterdeck
{

namespace
{

bool speaks(const QString &code)
{
    return std::any_of(languages().begin(), languages().end(),
                       [&](const Language &language) { return language.code == code; });
}

/// The code of the language for a locale name such as "zh-Hans-CN", "zh_SG" or "de-DE"; empty if
/// the program does not have that language.
QString spokenFor(const QString &name)
{
    const QLocale locale(name);
    switch (locale.language()) {
    case QLocale::English:
        return QStringLiteral("en");
    case QLocale::Chinese:
        return locale.script() == QLocale::SimplifiedHanScript ? QStringLiteral("zh_CN")
                                                               : QString();
    default:
        return {};
    }
}

QString fileOf(const char *catalogue, const QString &language)
{
    return QStringLiteral(":/translations/%1%2.qm").arg(QLatin1String(catalogue), language);
}

} // namespace

const QList<Language> &languages()
{
    static const QList<Language> all{
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    return all;
}

QString languageFor(const QString &chosen, const QStringList &desktop)
{
    if (speaks(chosen))
        return chosen;
    for (const QString &name : desktop) {
        if (const QString spoken = spokenFor(name); !spoken.isEmpty())
            return spoken;
    }
    return QStringLiteral("en");
}

QLocale formatsFor(const QString &language, const QLocale &desktop)
{
    const QLocale own(language);
    return desktop.language() == own.language() ? desktop : own;
}

void useLanguage(QCoreApplication &application, const QString &language)
{
    QLocale::setDefault(formatsFor(language, QLocale::system()));
    // The last installed translator is asked first. English has translations for its plurals.
    for (const char *file : {"qtbase_", "clusterdeck_"}) {
        auto *catalogue = new QTranslator(&application);
        if (catalogue->load(fileOf(file, language)))
            QCoreApplication::installTranslator(catalogue);
    }
}

QString languageInUse()
{
    for (const Language &language : languages()) {
        if (QLocale(language.code).language() == QLocale().language()) // see formatsFor()
            return language.code;
    }
    return languages().constFirst().code;
}

QString inEveryLanguage(const char *context, const char *text)
{
    QStringList lines;
    for (const Language &language : languages()) {
        QTranslator catalogue;
        QString translated;
        if (catalogue.load(fileOf("clusterdeck_", language.code)))
            translated = catalogue.translate(context, text);
        // The English file has plurals only.
        lines.append(translated.isEmpty() ? QString::fromUtf8(text) : translated);
    }
    return lines.join(u'\n');
}

} // namespace clusterdeck
