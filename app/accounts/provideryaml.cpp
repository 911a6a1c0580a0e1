// SPDX-License-Identifier: GPL-3.0-or-later
// yaml-cpp's events are read, not its tree. The tree lets the last of two equal keys win, copies
// what aliases name, and is built as deep as the file says (the parser alone goes down 500 levels,
// a stack frame or three each). Of the events nothing is kept but the three values, an alias stays
// a mark, and the reading stops at MaxDepth. What yaml-cpp 0.7 does with 64 KiB of anything takes
// some 30 ms at most.
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

/// The file is one mapping of texts; other tools may keep a little more in it.
constexpr int MaxDepth = 16;

/// Leaves the parser with what was found. Never leaves this file.
struct Stop {
    ProviderFileProblem problem;
};

int lineOf(const YAML::Mark &mark)
{
    return mark.line + 1; // theirs counts from 0, and is -1 when there is none
}

[[noreturn]] void stop(FileProblemKind kind, int line, const QString &name, const QString &detail)
{
    throw Stop{{kind, line, name, detail}};
}

/// A tag that says no more than "a text".
bool isPlain(const std::string &tag)
{
    return tag.empty() || tag == "?" || tag == "!" || tag == "tag:yaml.org,2002:str";
}

/// The settings among the events: keys and values of the mapping at the top take turns.
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
        // An empty document is a file without settings, which is told as that.
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

    /// Anything that is no text.
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

/// The end of the file is told as the line after the last, which nobody would find.
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
        // Twice, since what is behind the first document must be right and nothing.
        if (parser.HandleNextDocument(top))
            parser.HandleNextDocument(top);
        return top.keys();
    } catch (const Stop &stop) {
        return tl::unexpected(stop.problem);
    } catch (const YAML::Exception &fault) {
        // Not its message: some quote what they do not like.
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
