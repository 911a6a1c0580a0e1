// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/slownotice.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace clusterdeck
{

/// The environment that a window needs.
struct DisplayFacts {
    QString platform;       ///< QT_QPA_PLATFORM; empty: not set
    QString display;        ///< DISPLAY; empty: not set
    QString waylandDisplay; ///< WAYLAND_DISPLAY; empty: not set
    /// The installed platform plug-ins of Qt; std::nullopt when not known.
    std::optional<QStringList> plugins;
    bool waited = false; ///< the display did not answer in time
};

/// Why no window can be opened, and what to do: English text in one line, without hidden
/// characters.
[[nodiscard]] QString displayProblem(const DisplayFacts &facts);

/// The platform plug-ins in Qt's fatal message; std::nullopt when it names none.
[[nodiscard]] std::optional<QStringList> pluginsIn(const QString &message);

/// Create it before the QApplication, and destroy it once the QApplication exists. If Qt cannot
/// open a display, it aborts with a message of several lines, or waits forever. With this object
/// the program prints displayProblem() on stderr instead and ends with exit status 1, after `limit`
/// at the latest. Output of libraries on stderr is held back until the display is open; after a
/// failure it is printed only with `verbose`. Only one object at a time.
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
