// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace clusterdeck
{

/// The stage of a command.
enum class CommandStage {
    Checking,   ///< checks the journal
    Input,      ///< reads standard input
    Opening,    ///< accounts are opened and listed
    Planning,   ///< reads fresh facts
    Asking,     ///< waits for the user's answer
    Confirming, ///< reads the facts again before the countdown
    Running,    ///< counts down, sends, and polls to the end
    Over,
};

/// What a command waits for, to be printed.
struct Waiting {
    enum class For {
        Nothing, ///< nothing, or the reason is already printed
        Check,   ///< the check of the journal
        Input,
        Keychain,  ///< the secrets of `accounts`
        Clusters,  ///< the lists of clusters of `accounts`
        Facts,     ///< the facts of `accounts`
        Answers,   ///< the answers to the requests for `count` clusters
        Operations ///< the operations on `count` clusters
    };
    For what = For::Nothing;
    QStringList accounts; ///< names
    int count = 0;

    bool operator==(const Waiting &) const = default;
};

/// The facts that waitingFor() decides by.
struct WaitFacts {
    CommandStage stage = CommandStage::Over;
    QStringList withoutKey;   ///< names of accounts that wait for the keychain
    QStringList listing;      ///< names of accounts that are being listed
    QStringList open;         ///< names of all open accounts
    int read = 0;             ///< how many of them were read
    bool hasClusters = false; ///< some are known, also from an account that was not read
    int sending = 0;          ///< items whose request has no answer yet
    int running = 0;          ///< items that were sent and have not ended
    bool countsDown = false;
};

/// What a command with these facts waits for. Pure.
[[nodiscard]] Waiting waitingFor(const WaitFacts &facts);

/// Whether the accounts of a command are open.
enum class Opening {
    Waits,
    Open,
    Failed, ///< not enough of them
};
/// `reports`: a command that reports what is missing; the others need all their clusters.
/// `isLimitReached`: the longest time for opening is over; then only known clusters count. Pure.
[[nodiscard]] Opening openingOf(const WaitFacts &facts, bool reports, bool isLimitReached);

} // namespace clusterdeck
