// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/providerfiles.h"

#include <array>
#include <optional>

namespace clusterdeck
{

/// The names of the three settings in one source.
struct ProviderNames {
    QString accessKeyId;
    QString secretAccessKey;
    QString zone;
};

/// Collects and checks the settings of one source. Used by all three sources.
class ProviderKeyCollector
{
public:
    explicit ProviderKeyCollector(const ProviderNames &names);

    [[nodiscard]] bool knows(const QString &name) const;
    /// Adds a setting; an unknown name is ignored. Returns the problem if it is given twice or its
    /// value is not one word. An empty value counts as missing.
    [[nodiscard]] std::optional<ProviderFileProblem> add(const QString &name, const QString &value,
                                                         int line);
    /// The keys, or the missing setting.
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

/// Why the bytes cannot be parsed; std::nullopt when they are at most MaxProviderFileBytes of valid
/// UTF-8 without control characters.
[[nodiscard]] std::optional<ProviderFileProblem> textProblem(const QByteArray &bytes);

/// The bytes without the byte order mark that some editors write.
[[nodiscard]] QByteArray withoutMark(const QByteArray &bytes);

} // namespace clusterdeck
