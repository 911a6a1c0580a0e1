// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// What went wrong, in classes that call for different conduct. Closed: switch over it without a
/// default, so that the compiler names every place that a new one concerns. The journal
/// holds the numbers: new ones go to the end.
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

/// Whether a *read* that ended so may be asked again by itself. Writes never are.
[[nodiscard]] bool readMayBeRetried(ErrorKind kind);

} // namespace clusterdeck
