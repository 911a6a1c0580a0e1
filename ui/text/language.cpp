// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace clusterdeck
{

namespace
{

QString settingsKey()
{
    return QStringLiteral("language");
}

bool speaks(const QString &code)
{
    return std::any_of(languages().begin(), languages().end(),
                       [&](const Language &language) { return language.code == code; });
}

/// Of a locale's name as desktops have it: "zh-Hans-CN", "zh_SG", "de-DE".
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

} // namespace

const QList<Language> &languages()
{
    static const QList<Language> all{
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    return all;
}

QString languageFor(const QString &wish, const QStringList &desktop)
{
    if (speaks(wish))
        return wish;
    for (const QString &name : desktop) {
        if (const QString spoken = spokenFor(name); !spoken.isEmpty())
            return spoken;
    }
    return QStringLiteral("en");
}

QString languageWish()
{
    return QSettings().value(settingsKey()).toString();
}

void keepLanguageWish(const QString &wish)
{
    QSettings settings;
    settings.setValue(settingsKey(), wish);
    settings.sync();
}

QLocale formatsFor(const QString &language, const QLocale &desktop)
{
    const QLocale own(language);
    return desktop.language() == own.language() ? desktop : own;
}

Translation::Translation(QCoreApplication &application)
    : QObject(&application)
{
}

Translation::~Translation() = default;

void Translation::use(const QString &wish)
{
    m_catalogues.clear(); // which takes them out of the application
    m_language = languageFor(wish, QLocale::system().uiLanguages());
    const QLocale desktop = QLocale::system();
    QLocale::setDefault(formatsFor(m_language, desktop));
    // The one that is asked first comes last.
    if (m_language != QLatin1String("en"))
        install(QStringLiteral("qtbase_") + m_language);
    install(QStringLiteral("clusterdeck_") + m_language);
}

void Translation::install(const QString &file)
{
    auto catalogue = std::make_unique<QTranslator>();
    if (!catalogue->load(QStringLiteral(":/translations/%1.qm").arg(file)))
        return;
    QCoreApplication::installTranslator(catalogue.get());
    m_catalogues.push_back(std::move(catalogue));
}

} // namespace clusterdeck
