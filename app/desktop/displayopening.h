// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/slownotice.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace clusterdeck
{

/// What a window needs and what is there.
struct DisplayFacts {
    QString platform;       ///< QT_QPA_PLATFORM; empty: not set
    QString display;        ///< DISPLAY; empty: not set
    QString waylandDisplay; ///< WAYLAND_DISPLAY; empty: not set
    /// Of Qt's platform plug-ins; nothing when that is not known.
    std::optional<QStringList> plugins;
    bool waited = false; ///< it did not answer in time
};

/// Why no window can be opened, and what to do: one English sentence or two in one line, without
/// hidden characters.
[[nodiscard]] QString displayProblem(const DisplayFacts &facts);

/// The platform plug-ins that Qt names in the message with which it gives up; nothing when it names
/// none there.
[[nodiscard]] std::optional<QStringList> pluginsIn(const QString &message);

/// While it lives, a QApplication is being made, which ends the program when it cannot open a
/// display: with an abort and a message of several lines, or never. Instead the program says
/// displayProblem() on stderr and ends with exit status 1. What the libraries say on stderr
/// meanwhile comes when the display is open, or with `verbose`. One object at a time.
class DisplayOpening
{
public:
    static constexpr std::chrono::seconds Limit{60};

    explicit DisplayOpening(bool verbose, std::chrono::milliseconds limit = Limit);
    ~DisplayOpening();
    DisplayOpening(const DisplayOpening &) = delete;
    DisplayOpening &operator=(const DisplayOpening &) = delete;

private:
    std::unique_ptr<SlowNotice> m_notice;
};

} // namespace clusterdeck
