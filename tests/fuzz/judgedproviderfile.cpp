// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/judged.h"
#include "ui/accounts/importtext.h"

#include <QSet>

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

void judge(Verdict &verdict, const ImportCandidate &candidate, const QByteArray &bytes)
{
    static const QSet<QString> names{
        {},    "qy_access_key_id", "qy_secret_access_key", "access_key_id", "secret_access_key",
        "zone"};
    const QString sentence = importProblemText(candidate);
    if (candidate.keys) {
        const ProviderKeys &keys = *candidate.keys;
        verdict.holds(sentence.isEmpty(), "nothing is said of good keys");
        verdict.holds(!keys.accessKeyId.isEmpty() && !keys.secretAccessKey.isEmpty(),
                      "keys are there");
        verdict.holds(isWord(keys.accessKeyId) && isWord(keys.secretAccessKey) && isWord(keys.zone),
                      "keys are words");
        return;
    }
    const ProviderFileProblem &problem = candidate.keys.error();
    verdict.holds(sentence.endsWith(u'.') && sentence.size() > 20, "a problem has a sentence");
    // In YAML 1.2 a CR ends a line too; yaml-cpp supports this since 0.8.
    verdict.holds(problem.line >= 0 && problem.line <= bytes.count('\n') + bytes.count('\r') + 1,
                  "the line is in the file");
    verdict.holds(names.contains(problem.name), "the name is ours");
    verdict.holds(problem.detail.size() < 60, "the detail is ours");
    verdict.holds((problem.kind == FileProblemKind::TooLarge) ==
                      (bytes.size() > MaxProviderFileBytes),
                  "too large is what is too large");
}

} // namespace

const char *brokenByProviderFile(const QByteArray &bytes)
{
    Verdict verdict;
    judge(verdict,
          {ImportCandidate::Source::Yaml, "/home/me/.qingcloud/config.yaml",
           parseProviderYaml(bytes)},
          bytes);
    judge(verdict,
          {ImportCandidate::Source::Ini, "/home/me/.qingcloud/config", parseProviderIni(bytes)},
          bytes);
    return verdict.broken;
}

} // namespace clusterdeck
