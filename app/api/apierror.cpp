// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apierror.h"

namespace clusterdeck
{

namespace
{

/// The codes from `first` to `last`, their kind, and what they prove about a write.
struct CodeRange {
    int first;
    int last;
    ErrorKind kind;
    Outcome outcome;
};

// clang-format off
constexpr CodeRange Codes[] = {
    {1100, 1101, ErrorKind::Rejected,     Outcome::Refused},
    {1200, 1200, ErrorKind::Unauthorized, Outcome::Refused},
    {1300, 1300, ErrorKind::ClockSkew,    Outcome::Refused},
    {1400, 1400, ErrorKind::Forbidden,    Outcome::Refused},
    {1600, 1662, ErrorKind::Unauthorized, Outcome::Refused},
    {2000, 2000, ErrorKind::Unauthorized, Outcome::Refused},
    {2100, 2100, ErrorKind::NotFound,     Outcome::Refused},
    {2300, 2300, ErrorKind::Rejected,     Outcome::Unknown}, // "read again": a part may be done
    {2400, 2400, ErrorKind::Rejected,     Outcome::Refused},
    {2500, 2500, ErrorKind::RateLimited,  Outcome::Refused},
    {3300, 3300, ErrorKind::Rejected,     Outcome::Refused},
    {4000, 4005, ErrorKind::Rejected,     Outcome::Refused},
    {5000, 5000, ErrorKind::ServerFault,  Outcome::Unknown},
    {5100, 5100, ErrorKind::ServerFault,  Outcome::Unknown},
    {5200, 5200, ErrorKind::Rejected,     Outcome::Refused},
    {5300, 5300, ErrorKind::Maintenance,  Outcome::Refused},
    {5400, 5400, ErrorKind::Conflict,     Outcome::Refused},
    {8000, 8004, ErrorKind::Rejected,     Outcome::Refused},
};
// clang-format on

} // namespace

ApiError errorForCode(int retCode)
{
    for (const CodeRange &range : Codes) {
        if (retCode >= range.first && retCode <= range.last)
            return {.kind = range.kind, .outcome = range.outcome, .retCode = retCode};
    }
    return {.kind = ErrorKind::Rejected, .outcome = Outcome::Unknown, .retCode = retCode};
}

} // namespace clusterdeck
