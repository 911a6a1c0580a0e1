// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/providerkeys.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

bool isWord(const QString &text)
{
    return text.size() <= MaxProviderWord &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

bool isControl(char c)
{
    return (c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == '\x7f';
}

} // namespace

ProviderKeyCollector::ProviderKeyCollector(const ProviderNames &names)
{
    m_settings[0].name = names.accessKeyId;
    m_settings[1].name = names.secretAccessKey;
    m_settings[2].name = names.zone;
}

bool ProviderKeyCollector::knows(const QString &name) const
{
    return std::any_of(m_settings.begin(), m_settings.end(),
                       [&name](const Setting &setting) { return setting.name == name; });
}

std::optional<ProviderFileProblem> ProviderKeyCollector::add(const QString &name,
                                                             const QString &value, int line)
{
    for (Setting &setting : m_settings) {
        if (setting.name != name)
            continue;
        if (setting.seen) {
            return ProviderFileProblem{
                FileProblemKind::Broken, line, name,
                QStringLiteral("given twice, first in line %1").arg(setting.line)};
        }
        if (!isWord(value)) {
            return ProviderFileProblem{FileProblemKind::WrongType, line, name,
                                       QStringLiteral("not one word of visible ASCII characters")};
        }
        setting.seen = true;
        setting.value = value;
        setting.line = line;
    }
    return std::nullopt;
}

tl::expected<ProviderKeys, ProviderFileProblem> ProviderKeyCollector::keys() const
{
    for (const Setting *needed : {&m_settings[0], &m_settings[1]}) {
        if (needed->value.isEmpty()) {
            return tl::unexpected(ProviderFileProblem{
                FileProblemKind::Missing, needed->line, needed->name,
                needed->seen ? QStringLiteral("empty") : QStringLiteral("not there")});
        }
    }
    return ProviderKeys{m_settings[0].value, m_settings[1].value, m_settings[2].value};
}

std::optional<ProviderFileProblem> textProblem(const QByteArray &bytes)
{
    if (bytes.size() > MaxProviderFileBytes)
        return ProviderFileProblem{FileProblemKind::TooLarge, 0, {}, {}};
    int line = 1;
    // No UTF-8 character contains a line end, so each line can be checked separately.
    for (const QByteArray &text : bytes.split('\n')) {
        if (!QByteArrayView(text).isValidUtf8())
            return ProviderFileProblem{
                FileProblemKind::NotText, line, {}, QStringLiteral("invalid UTF-8")};
        // yaml-cpp reads one of these, 0x04, as the end of the file.
        if (std::any_of(text.begin(), text.end(), isControl))
            return ProviderFileProblem{
                FileProblemKind::NotText, line, {}, QStringLiteral("control character")};
        ++line;
    }
    return std::nullopt;
}

QByteArray withoutMark(const QByteArray &bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
}

} // namespace clusterdeck
