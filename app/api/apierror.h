// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/enumcount.h"

#include <QString>

#include <array>
#include <cstddef>

namespace clusterdeck
{

/// The kinds of errors that the program handles differently. Everything that depends on the kind is
/// in ErrorSpecs. NotUnderstood stays the last value: add new kinds before it.
enum class ErrorKind {
    Network,      ///< no connection, or it broke
    Timeout,      ///< the total deadline of the exchange passed
    Cancelled,    ///< this program stopped waiting for the answer
    Tls,          ///< the server's certificate or the handshake was not acceptable
    Redirected,   ///< a 3xx answer: a signed request never follows a redirect
    Protocol,     ///< not the documented form: no JSON object, no ret_code, too large, too deep
    Rejected,     ///< refused, or an undocumented code
    Unauthorized, ///< 1200, 1600–1662, 2000: key or signature
    ClockSkew,    ///< 1300: the signature's time is not the server's
    Forbidden,    ///< 1400: the resource is not ours, or its state does not allow the call
    NotFound,     ///< 2100
    RateLimited,  ///< 2500
    Conflict,     ///< 5400: something depends on the resource
    ServerFault,  ///< 5000, 5100
    Maintenance,  ///< 5300
    HostNotFound, ///< the host name has no address
    ConnectionRefused, ///< no server listens on the port
    Proxy,             ///< the proxy is not reached, refuses, wants a password or is not known
    NotUnderstood,     ///< the journal holds a kind that this version does not know; not from an
                       ///< exchange
};
inline constexpr int ErrorKindCount = int(enumCount<ErrorKind>());

/// How far an exchange with this error came.
enum class ErrorStage {
    Way,     ///< no complete answer came, or no request was sent
    Answer,  ///< an answer came, but not from the service
    Service, ///< the service answered
};

/// A problem that stops every later request of the account too, whichever cluster it is for.
enum class Obstacle {
    None,
    Key,         ///< the access key or its signature
    Clock,       ///< this machine's clock
    Quota,       ///< the hourly quota
    Maintenance, ///< the service is being updated
    Connection,  ///< only if nothing of the request was sent; else the next request may succeed
};

/// Everything about a kind of error except its words on screen, which are in ui/words/errortext.
struct ErrorSpec {
    ErrorKind kind;
    int number;       ///< in the journal: never changes
    const char *name; ///< in reports for support, never translated
    ErrorStage stage;
    Obstacle obstacle;
    bool retried; ///< a *read* with this error may be repeated automatically; a write never is
    /// The account's connection check explains the error: a key, an address, a proxy.
    bool ofSettings;
};

// clang-format off
inline constexpr std::array<ErrorSpec, ErrorKindCount> ErrorSpecs{{
    {ErrorKind::Network,            0, "Network",           ErrorStage::Way,     Obstacle::Connection,  true,  false},
    {ErrorKind::Timeout,            1, "Timeout",           ErrorStage::Way,     Obstacle::Connection,  true,  false},
    {ErrorKind::Cancelled,          2, "Cancelled",         ErrorStage::Way,     Obstacle::Connection,  false, false},
    {ErrorKind::Tls,                3, "Tls",               ErrorStage::Way,     Obstacle::Connection,  false, true},
    {ErrorKind::Redirected,         4, "Redirected",        ErrorStage::Answer,  Obstacle::None,        false, true},
    // Usually an HTML page or an empty body from a gateway.
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

/// What the error proves about a write. No item state may claim more than this.
enum class Outcome {
    NotSent, ///< no byte of the request's body was sent: nothing can have happened
    Refused, ///< the provider answered that it did not do it
    Unknown, ///< neither is proven
};

/// What was wrong with the server's certificate or the handshake, as far as Qt reports it. The
/// journal stores the numbers: they never change.
enum class TlsProblem {
    None,
    Expired,       ///< or not valid yet
    WrongHost,     ///< the certificate is for another host
    SelfSigned,    ///< self-signed, and not accepted
    UnknownIssuer, ///< signed by an authority that is not accepted
    TooOld,        ///< no common protocol: the server speaks nothing newer than TLS 1.1
    CaFile,        ///< the account's own CA file cannot be read or holds no certificate
    Other,
};

struct ApiError {
    ErrorKind kind = ErrorKind::Protocol;
    Outcome outcome = Outcome::Unknown;
    int retCode = 0;         ///< the answer's ret_code; 0 when there was none
    int httpStatus = 0;      ///< 0 when no status line arrived
    QString serverText = {}; ///< the provider's message, unchanged: show it as plain text only
    QString detail = {};     ///< technical wording for support, untranslated, without secrets
    TlsProblem tls = TlsProblem::None; ///< with kind Tls

    bool operator==(const ApiError &) const = default;
};

/// What a non-zero ret_code means and proves, by the table of app/api/README.md §7. A code that is
/// not in the table is Rejected with outcome Unknown.
[[nodiscard]] ApiError errorForCode(int retCode);

} // namespace clusterdeck
