// SPDX-License-Identifier: GPL-3.0-or-later
// An input is a file, read both as YAML and as INI.
#include "tests/fuzz/holds.h"
#include "ui/accounts/importtext.h"

#include <QSet>

#include <algorithm>

using namespace clusterdeck;

namespace
{

bool isWord(const QString &text)
{
    return text.size() <= MaxProviderWord &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

void judge(const ImportCandidate &candidate, const QByteArray &bytes)
{
    static const QSet<QString> names{
        {},    "qy_access_key_id", "qy_secret_access_key", "access_key_id", "secret_access_key",
        "zone"};
    const QString sentence = importProblemText(candidate);
    if (candidate.keys) {
        const ProviderKeys &keys = *candidate.keys;
        holds(sentence.isEmpty(), "nothing is said of good keys");
        holds(!keys.accessKeyId.isEmpty() && !keys.secretAccessKey.isEmpty(), "keys are there");
        holds(isWord(keys.accessKeyId) && isWord(keys.secretAccessKey) && isWord(keys.zone),
              "keys are words");
        return;
    }
    const FileProblem &problem = candidate.keys.error();
    holds(sentence.endsWith(u'.') && sentence.size() > 20, "a problem has a sentence");
    holds(problem.line >= 0 && problem.line <= bytes.count('\n') + 1, "the line is in the file");
    holds(names.contains(problem.name), "the name is ours");
    holds(problem.detail.size() < 60, "the detail is ours");
    holds((problem.kind == FileProblemKind::TooLarge) == (bytes.size() > MaxProviderFileBytes),
          "too large is what is too large");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    judge({ImportCandidate::Source::Yaml, "/home/me/.qingcloud/config.yaml",
           parseProviderYaml(bytes)},
          bytes);
    judge({ImportCandidate::Source::Ini, "/home/me/.qingcloud/config", parseProviderIni(bytes)},
          bytes);
    return 0;
}
