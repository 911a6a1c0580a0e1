// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QFileInfo>
#include <QSettings>

namespace clusterdeck
{

Settings::Settings(bool demo, Memory memory, QObject *parent)
    : QObject(parent)
    , m_demo(demo)
    , m_memory(memory)
{
    if (memory == Memory::None)
        return;
    const QSettings file;
    for (const QString &path : file.allKeys())
        m_values.insert(path, file.value(path));
}

void Settings::setDemo(bool demo)
{
    if (std::exchange(m_demo, demo) != demo)
        emit changed();
}

void Settings::setPresenting()
{
    if (!std::exchange(m_presenting, true))
        emit changed();
}

QLatin1String Settings::owner() const
{
    return QLatin1String(m_presenting ? "presenter/" : m_demo ? "demo/" : "main/");
}

QString Settings::folder()
{
    return QFileInfo(QSettings().fileName()).absolutePath();
}

QString Settings::prefix() const
{
    return m_memory == Memory::None ? QString() : QString(owner());
}

QString Settings::path(const char *key, bool shared) const
{
    return (shared ? QLatin1String("") : owner()) + QLatin1String(key);
}

std::optional<bool> Settings::truthIn(const QVariant &stored)
{
    const QString text = stored.toString();
    if (text == u"true" || text == u"1")
        return true;
    if (text == u"false" || text == u"0")
        return false;
    return std::nullopt;
}

void Settings::write(const QString &path, const QVariant &value)
{
    m_values.insert(path, value);
    if (m_memory == Memory::Kept) {
        QSettings file;
        file.setValue(path, value);
        // Without this QSettings writes later, and the value is lost if the program is killed.
        file.sync();
    }
    emit changed();
}

SafetySettings safetyFrom(const Settings &settings)
{
    return {settings.value(setting::LowestTier), settings.value(setting::LeastUndoWindow)};
}

} // namespace clusterdeck
