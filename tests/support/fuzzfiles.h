// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace clusterdeck
{

/// What tests/fuzz/run.sh gives to libFuzzer, for the tests that damage by a seed: `target` is
/// "replies" or "providerfiles".

/// The inputs to begin with whose names match the wildcard, in the order of their names.
[[nodiscard]] QList<QByteArray> fuzzCorpus(const QString &target, const QString &wildcard);

/// The words of the target's dictionary.
[[nodiscard]] QList<QByteArray> fuzzWords(const QString &target);

} // namespace clusterdeck
