// SPDX-License-Identifier: GPL-3.0-or-later
// Reads yaml-cpp's events instead of its tree. The tree uses the last of two equal keys, copies the
// targets of aliases, and is as deep as the file (the parser allows 500 levels, with up to three
// stack frames each). From the events only the three values are kept, aliases are not followed, and
// reading stops at MaxDepth. yaml-cpp 0.7 needs at most about 30 ms for any 64 KiB.
#include "app/accounts/providerkeys.h"

#include <algorithm>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace clusterdeck
{

namespace
{

/// The file is one mapping of texts; other tools may add nested settings.
constexpr int MaxDepth = 16;

/// Thrown to leave the parser with a problem. Always caught in this file.
struct Stop {
    ProviderFileProblem problem;
};

int lineOf(const YAML::Mark &mark)
{
    return mark.line + 1; // yaml-cpp counts from 0; -1: no line
}

[[noreturn]] void stop(FileProblemKind kind, int line, const QString &name, const QString &detail)
{
    throw Stop{{kind, line, name, detail}};
}

/// Whether a tag means only "a text".
bool isPlain(const std::string &tag)
{
    return tag.empty() || tag == "?" || tag == "!" || tag == "tag:yaml.org,2002:str";
}

/// Collects the settings of the top-level mapping, whose keys and values come alternately.
class TopMapping : public YAML::EventHandler
{
public:
    [[nodiscard]] tl::expected<ProviderKeys, ProviderFileProblem> keys() const
    {
        return m_keys.keys();
    }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_documents++ > 0)
            stop(FileProblemKind::Broken, lineOf(mark), {}, QStringLiteral("a second document"));
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        // An empty document: the file has no settings, which keys() reports.
        if (m_depth == 0)
            return;
        text(QString(), mark);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override { other(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t /*anchor*/,
                  const std::string &value) override
    {
        if (isPlain(tag))
            text(QString::fromStdString(value), mark);
        else
            other(mark);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/,
                         YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override
    {
        other(mark);
        enter(mark);
    }
    void OnSequenceEnd() override { --m_depth; }
    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value /*style*/) override
    {
        if (m_depth > 0)
            other(mark);
        enter(mark);
    }
    void OnMapEnd() override { --m_depth; }

private:
    void enter(const YAML::Mark &mark)
    {
        if (++m_depth > MaxDepth)
            stop(FileProblemKind::Broken, lineOf(mark), {}, QStringLiteral("nested too deep"));
    }

    void text(const QString &value, const YAML::Mark &mark)
    {
        if (m_depth == 0)
            notAMapping(mark);
        if (m_depth > 1)
            return;
        m_valueIsNext = !m_valueIsNext;
        if (m_valueIsNext) {
            m_key = value;
            m_keyLine = lineOf(mark);
        } else if (const auto problem = m_keys.add(m_key, value, m_keyLine)) {
            throw Stop{*problem};
        }
    }

    /// A key or value that is not a text.
    void other(const YAML::Mark &mark)
    {
        if (m_depth == 0)
            notAMapping(mark);
        if (m_depth > 1)
            return;
        m_valueIsNext = !m_valueIsNext;
        if (m_valueIsNext)
            m_key.clear();
        else if (m_keys.knows(m_key))
            stop(FileProblemKind::WrongType, m_keyLine, m_key, QStringLiteral("no plain text"));
    }

    [[noreturn]] static void notAMapping(const YAML::Mark &mark)
    {
        stop(FileProblemKind::Broken, lineOf(mark), {}, QStringLiteral("no mapping at the top"));
    }

    ProviderKeyCollector m_keys{{QStringLiteral("qy_access_key_id"),
                                 QStringLiteral("qy_secret_access_key"), QStringLiteral("zone")}};
    int m_documents = 0;
    int m_depth = 0;
    bool m_valueIsNext = false;
    QString m_key;
    int m_keyLine = 0;
};

/// yaml-cpp reports the end of the file as the line after the last line, which does not exist.
int lineWithin(const QByteArray &bytes, int line)
{
    const auto lines = int(bytes.count('\n')) + (bytes.endsWith('\n') ? 0 : 1);
    return std::clamp(line, 0, lines);
}

} // namespace

tl::expected<ProviderKeys, ProviderFileProblem> parseProviderYaml(const QByteArray &bytes)
{
    if (const auto problem = textProblem(bytes))
        return tl::unexpected(*problem);
    const QByteArray text = withoutMark(bytes);
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        TopMapping top;
        // Twice: there must be no content after the first document.
        if (parser.HandleNextDocument(top))
            parser.HandleNextDocument(top);
        return top.keys();
    } catch (const Stop &stop) {
        return tl::unexpected(stop.problem);
    } catch (const YAML::Exception &fault) {
        // Without its message, which may quote the file.
        return tl::unexpected(ProviderFileProblem{
            FileProblemKind::Broken,
            lineWithin(text, lineOf(fault.mark)),
            {},
            QStringLiteral("no valid YAML, column %1").arg(fault.mark.column + 1)});
    } catch (const std::exception &) {
        return tl::unexpected(ProviderFileProblem{
            FileProblemKind::Broken, 0, {}, QStringLiteral("the YAML parser failed")});
    }
}

} // namespace clusterdeck
