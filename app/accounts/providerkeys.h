// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/providerfiles.h"

#include <array>
#include <optional>

namespace clusterdeck
{

/// How one source spells the three settings.
struct ProviderNames {
    QString accessKeyId;
    QString secretAccessKey;
    QString zone;
};

/// Gathers the settings of one source as they come, and judges them: what all three sources have in
/// common. Pure.
class ProviderKeyCollector
{
public:
    explicit ProviderKeyCollector(const ProviderNames &names);

    [[nodiscard]] bool knows(const QString &name) const;
    /// Takes a setting; an unknown name is passed over. The problem is what is wrong with it: given
    /// twice, or no word. An empty value is as good as none.
    [[nodiscard]] std::optional<ProviderFileProblem> add(const QString &name, const QString &value,
                                                         int line);
    /// All that came, or what is missing.
    [[nodiscard]] tl::expected<ProviderKeys, ProviderFileProblem> keys() const;

private:
    struct Setting {
        QString name;
        QString value;
        int line = 0;
        bool seen = false;
    };
    std::array<Setting, 3> m_settings;
};

/// Why the bytes are no text that could be parsed; nothing when they are. Whoever parses them
/// afterwards has at most MaxProviderFileBytes of valid UTF-8 without control characters.
[[nodiscard]] std::optional<ProviderFileProblem> textProblem(const QByteArray &bytes);

/// Without the byte order mark that some editors put in front.
[[nodiscard]] QByteArray withoutMark(const QByteArray &bytes);

} // namespace clusterdeck
