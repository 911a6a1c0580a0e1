// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>

namespace clusterdeck
{

/// What went wrong, in classes that call for different conduct. What follows from each is in
/// ErrorSpecs, and nowhere else. NotUnderstood stays the last; new ones go before it.
enum class ErrorKind {
    Network,      ///< no connection, or it broke
    Timeout,      ///< the total deadline of the exchange passed
    Cancelled,    ///< this program gave up on it
    Tls,          ///< the server's certificate or the handshake was not acceptable
    Redirected,   ///< a 3xx answer: signed requests are never sent on to another place
    Protocol,     ///< not the documented form: no JSON object, no ret_code, too large, too deep
    Rejected,     ///< refused, or a code that nothing is documented about
    Unauthorized, ///< 1200, 1600–1662, 2000: key or signature
    ClockSkew,    ///< 1300: the signature's time is not the server's
    Forbidden,    ///< 1400: not ours, or its state forbids it
    NotFound,     ///< 2100
    RateLimited,  ///< 2500
    Conflict,     ///< 5400: something depends on it
    ServerFault,  ///< 5000, 5100
    Maintenance,  ///< 5300
    HostNotFound, ///< the name of the host is not known
    ConnectionRefused, ///< nobody listens there
    Proxy,             ///< the proxy on the way cannot be reached, refuses, or wants a password
    NotUnderstood,     ///< recorded in a way that this version does not know; never an exchange's
};
inline constexpr int ErrorKindCount = int(ErrorKind::NotUnderstood) + 1;

/// How far an exchange that ended so has come.
enum class ErrorStage {
    Way,     ///< no whole answer came, or nothing was asked
    Answer,  ///< an answer came, but not one of the service
    Service, ///< the service answered
};

/// What every further request of the account would meet too, whichever cluster it is for.
enum class Obstacle {
    None,
    Key,         ///< or its signature
    Clock,       ///< this machine's
    Quota,       ///< of the hour
    Maintenance, ///< of the service
    Connection,  ///< unless something of the request was sent: then the next one may get through
};

/// All there is to say about a kind of error, but for its words: ui/look/errortext has them.
struct ErrorSpec {
    ErrorKind kind;
    int number;       ///< in the journal, for good
    const char *name; ///< in reports for support, never translated
    ErrorStage stage;
    Obstacle obstacle;
    bool retried; ///< a *read* that ended so may be asked again by itself; writes never are
    bool
        ofSettings; ///< a check of the account's connection explains it: a key, an address, a proxy
};

// clang-format off
inline constexpr std::array<ErrorSpec, ErrorKindCount> ErrorSpecs{{
    {ErrorKind::Network,            0, "Network",           ErrorStage::Way,     Obstacle::Connection,  true,  false},
    {ErrorKind::Timeout,            1, "Timeout",           ErrorStage::Way,     Obstacle::Connection,  true,  false},
    {ErrorKind::Cancelled,          2, "Cancelled",         ErrorStage::Way,     Obstacle::Connection,  false, false},
    {ErrorKind::Tls,                3, "Tls",               ErrorStage::Way,     Obstacle::Connection,  false, true},
    {ErrorKind::Redirected,         4, "Redirected",        ErrorStage::Answer,  Obstacle::None,        false, true},
    // An HTML page or an empty body: a gateway's, as a rule.
    {ErrorKind::Protocol,           5, "Protocol",          ErrorStage::Answer,  Obstacle::None,        true,  false},
    {ErrorKind::Rejected,           6, "Rejected",          ErrorStage::Service, Obstacle::None,        false, false},
    {ErrorKind::Unauthorized,       7, "Unauthorized",      ErrorStage::Service, Obstacle::Key,         false, true},
    {ErrorKind::ClockSkew,          8, "ClockSkew",         ErrorStage::Service, Obstacle::Clock,       false, true},
    {ErrorKind::Forbidden,          9, "Forbidden",         ErrorStage::Service, Obstacle::None,        false, true},
    {ErrorKind::NotFound,          10, "NotFound",          ErrorStage::Service, Obstacle::None,        false, false},
    {ErrorKind::RateLimited,       11, "RateLimited",       ErrorStage::Service, Obstacle::Quota,       false, false},
    {ErrorKind::Conflict,          12, "Conflict",          ErrorStage::Service, Obstacle::None,        false, false},
    {ErrorKind::ServerFault,       13, "ServerFault",       ErrorStage::Service, Obstacle::None,        true,  false},
    {ErrorKind::Maintenance,       14, "Maintenance",       ErrorStage::Service, Obstacle::Maintenance, true,  false},
    {ErrorKind::HostNotFound,      15, "HostNotFound",      ErrorStage::Way,     Obstacle::Connection,  false, true},
    {ErrorKind::ConnectionRefused, 16, "ConnectionRefused", ErrorStage::Way,     Obstacle::Connection,  true,  false},
    {ErrorKind::Proxy,             17, "Proxy",             ErrorStage::Way,     Obstacle::Connection,  false, true},
    {ErrorKind::NotUnderstood,     -1, "NotUnderstood",     ErrorStage::Answer,  Obstacle::None,        false, false},
}};
// clang-format on
static_assert(
    [] {
        for (int row = 0; row < ErrorKindCount; ++row) {
            const ErrorSpec &spec = ErrorSpecs[std::size_t(row)];
            if (int(spec.kind) != row || !spec.name)
                return false;
            if (spec.number != (spec.kind == ErrorKind::NotUnderstood ? -1 : row))
                return false;
        }
        return true;
    }(),
    "a row for each kind, in their order, each with its own number");

[[nodiscard]] constexpr const ErrorSpec &specOf(ErrorKind kind)
{
    return ErrorSpecs[std::size_t(kind)];
}

/// What the error proves about a write: no state of an item may claim more than this.
enum class Outcome {
    NotSent, ///< no byte of the request's body was ever taken: nothing can have happened
    Refused, ///< the provider answered that it did not carry it out
    Unknown, ///< neither is proven
};

/// What was wrong with the server's certificate or the handshake, as far as it could be told.
/// Numbers as above.
enum class TlsProblem {
    None,
    Expired,       ///< or not valid yet
    WrongHost,     ///< made out for another host
    SelfSigned,    ///< by itself, and not among the accepted ones
    UnknownIssuer, ///< the authority that signed it is not among the accepted ones
    TooOld,        ///< no common protocol: the server speaks nothing newer than TLS 1.1
    CaFile,        ///< the account's own CA file cannot be read or holds no certificate
    Other,
};

struct ApiError {
    ErrorKind kind = ErrorKind::Protocol;
    Outcome outcome = Outcome::Unknown;
    int retCode = 0;    ///< the answer's ret_code; 0 when there was none
    int httpStatus = 0; ///< 0 when no status line arrived
    QString serverText; ///< the provider's message, as it came: show it as plain text only
    QString detail;     ///< technical wording for support, untranslated, without secrets
    TlsProblem tls = TlsProblem::None; ///< with kind Tls

    bool operator==(const ApiError &) const = default;
};

/// The table of app/api/README.md §7: what a non-zero ret_code means and proves.
/// A code that is not in the table is Rejected with outcome Unknown.
[[nodiscard]] ApiError errorForCode(int retCode);

} // namespace clusterdeck
