// SPDX-License-Identifier: GPL-3.0-or-later
// Why no library reads this file: QSettings turns "a,b" into a list and "a\x41" into "aA" and cuts
// values at ";", each of which changes a key; it reads "# note = 1" as a setting, uses the last of
// two equal settings, and has no line numbers. inih cuts lines at 200 characters, and values at a
// space and ";".
#include "app/accounts/providerkeys.h"

namespace clusterdeck
{

namespace
{

const QLatin1String Section("default");

/// The value without a pair of quotes around it: no key contains quotes.
QByteArray unquoted(const QByteArray &value)
{
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front())
        return value.mid(1, value.size() - 2);
    return value;
}

class IniReader
{
public:
    /// `text` is the line without the blanks at its ends.
    [[nodiscard]] std::optional<ProviderFileProblem> read(const QByteArray &text, int line)
    {
        if (text.isEmpty() || text.startsWith('#') || text.startsWith(';'))
            return std::nullopt;
        if (text.startsWith('['))
            return header(text, line);
        if (m_place == Place::Before)
            return broken(line, QStringLiteral("a setting outside of a section"));
        if (m_place == Place::Elsewhere) // sections of other tools are not checked
            return std::nullopt;
        return setting(text, line);
    }

    [[nodiscard]] tl::expected<ProviderKeys, ProviderFileProblem> keys() const
    {
        return m_keys.keys();
    }

private:
    enum class Place { Before, Default, Elsewhere };

    static ProviderFileProblem broken(int line, const QString &detail)
    {
        return {FileProblemKind::Broken, line, {}, detail};
    }

    std::optional<ProviderFileProblem> header(const QByteArray &text, int line)
    {
        if (!text.endsWith(']'))
            return broken(line, QStringLiteral("the section's name does not end"));
        const bool isDefault = text.mid(1, text.size() - 2).trimmed() == Section;
        m_place = isDefault ? Place::Default : Place::Elsewhere;
        if (!isDefault)
            return std::nullopt;
        if (m_seen)
            return broken(line, QStringLiteral("the section default is given twice"));
        m_seen = true;
        return std::nullopt;
    }

    std::optional<ProviderFileProblem> setting(const QByteArray &text, int line)
    {
        const qsizetype equals = text.indexOf('=');
        if (equals <= 0)
            return broken(line, QStringLiteral("no setting, no section and no comment"));
        const QByteArray name = text.left(equals).trimmed().toLower();
        const QByteArray value = unquoted(text.mid(equals + 1).trimmed());
        return m_keys.add(QString::fromUtf8(name), QString::fromUtf8(value), line);
    }

    ProviderKeyCollector m_keys{{QStringLiteral("access_key_id"),
                                 QStringLiteral("secret_access_key"), QStringLiteral("zone")}};
    Place m_place = Place::Before;
    bool m_seen = false;
};

} // namespace

tl::expected<ProviderKeys, ProviderFileProblem> parseProviderIni(const QByteArray &bytes)
{
    if (const auto problem = textProblem(bytes))
        return tl::unexpected(*problem);
    IniReader reader;
    int line = 0;
    for (const QByteArray &text : withoutMark(bytes).split('\n')) {
        if (const auto problem = reader.read(text.trimmed(), ++line))
            return tl::unexpected(*problem);
    }
    return reader.keys();
}

} // namespace clusterdeck
