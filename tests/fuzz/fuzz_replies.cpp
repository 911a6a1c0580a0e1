// SPDX-License-Identifier: GPL-3.0-or-later
// The input is one digit for an HTTP status, followed by the body of an answer.
#include "tests/fuzz/fatal.h"
#include "tests/fuzz/judged.h"

#include <array>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::array Statuses{200, 201, 204, 299, 302, 400, 401, 404, 500, 503};
    if (size == 0)
        return -1;
    const int status = Statuses[(data[0] - unsigned('0')) % Statuses.size()];
    const QByteArray body(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    return endRunIf(clusterdeck::brokenByAnswer(status, body));
}
