// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/paintwatch/picture.h"

#include <string>
#include <vector>
#include <xcb/damage.h>
#include <xcb/xcb.h>

namespace paintwatch
{

/// Milliseconds of the monotonic clock.
[[nodiscard]] double now();

/// An X screen as a bystander sees it. Throws std::runtime_error when it cannot.
///
/// What changes is learnt through the DAMAGE extension on the root window, begun before there is
/// any program, so that nothing is missed. A picture is first copied inside the server, which costs
/// the one who draws next to nothing, and fetched only when the program has come to rest.
class Screen
{
public:
    Screen();
    ~Screen();
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    /// What happened since the last call. Windows of less than 200 pixels either way, and those no
    /// window manager would see, do not count.
    struct News {
        bool mapped = false; ///< the first window to count is on the screen now
        int changed = 0;     ///< pixels of it that were drawn on, each counted once or more often
    };
    [[nodiscard]] News news();

    /// Waits until there may be news; at most so many milliseconds.
    void wait(int milliseconds) const;

    [[nodiscard]] bool hasWindow() const { return m_window != 0; }
    [[nodiscard]] int width() const { return m_place.width; }
    [[nodiscard]] int height() const { return m_place.height; }

    /// A picture that the server keeps.
    struct Copy {
        xcb_pixmap_t pixmap = 0;
        std::uint16_t width = 0;
        std::uint16_t height = 0;
    };
    /// Copies what stands where the window is, other windows above it included. Returns when the
    /// server has done it.
    [[nodiscard]] Copy copy();
    [[nodiscard]] Picture fetch(const Copy &copied);

    /// What a window manager does when the person presses the window's close button.
    void close();

private:
    void read(const xcb_generic_event_t &event, News &news);
    void mapped(xcb_window_t window, News &news);
    [[nodiscard]] int inWindow(const xcb_rectangle_t &area) const;
    [[nodiscard]] xcb_pixmap_t newPixmap();
    [[nodiscard]] xcb_atom_t atom(const std::string &name);

    xcb_connection_t *m_connection;
    xcb_window_t m_root = 0;
    std::uint8_t m_depth = 0;
    xcb_rectangle_t m_all{}; ///< the whole screen
    std::uint8_t m_damageEvent = 0;
    xcb_damage_damage_t m_damage = 0;
    xcb_gcontext_t m_context = 0;
    std::vector<xcb_pixmap_t> m_prepared; ///< room for pictures
    xcb_window_t m_window = 0;
    xcb_rectangle_t m_place{}; ///< of the window on the screen
    bool m_damaged = false;    ///< and the server was not told yet that this was seen
};

} // namespace paintwatch
