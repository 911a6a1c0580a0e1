// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace clusterdeck
{

/// The inputs of tests/fuzz/run.sh for libFuzzer, for tests that damage data by a seed: `target` is
/// "replies" or "providerfiles".

/// The initial inputs whose names match the wildcard, sorted by name.
[[nodiscard]] QList<QByteArray> fuzzCorpus(const QString &target, const QString &wildcard);

/// The words of the target's dictionary.
[[nodiscard]] QList<QByteArray> fuzzWords(const QString &target);

} // namespace clusterdeck
