// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace clusterdeck
{

/// How far a command has come.
enum class CommandStage {
    Checking,   ///< the journal is checked before anything is done
    Input,      ///< reads standard input
    Opening,    ///< accounts are opened and listed
    Planning,   ///< reads fresh facts
    Asking,     ///< a person was asked and has not answered
    Confirming, ///< reads once more before it counts down
    Running,    ///< counts down, sends, and watches to the end
    Over,
};

/// What a command waits for, so that it can be said.
struct Waiting {
    enum class For {
        Nothing, ///< that is not said already, or that anybody else could be waited for
        Check,   ///< of the journal
        Input,
        Keychain,  ///< `accounts` of which the secret is not there yet
        Clusters,  ///< `accounts` the clusters of which are being listed
        Facts,     ///< `accounts`
        Answers,   ///< `count` requests are on their way
        Operations ///< `count` clusters with an operation that has not ended
    };
    For what = For::Nothing;
    QStringList accounts; ///< names
    int count = 0;

    bool operator==(const Waiting &) const = default;
};

/// What there is to wait for, of whatever stage.
struct WaitFacts {
    CommandStage stage = CommandStage::Over;
    QStringList withoutKey; ///< names of accounts that wait for the keychain
    QStringList listing;    ///< names of accounts that are being listed
    QStringList open;       ///< names of all open accounts
    int sending = 0;        ///< items whose request is on its way
    int running = 0;        ///< items that were sent and are not at an end
    bool countsDown = false;
};

[[nodiscard]] Waiting waitingFor(const WaitFacts &facts);

} // namespace clusterdeck
