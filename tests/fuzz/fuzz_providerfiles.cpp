// SPDX-License-Identifier: GPL-3.0-or-later
// The input is a file.
#include "tests/fuzz/fatal.h"
#include "tests/fuzz/judged.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    return endRunIf(clusterdeck::brokenByProviderFile(bytes));
}
