// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/paintwatch/screen.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <poll.h>
#include <stdexcept>
#include <utility>

namespace paintwatch
{

namespace
{

/// Room for so many pictures is made before the program is started: for a picture that fits in, the
/// server must not look for memory while the program is drawing.
constexpr int Prepared = 16;
constexpr int Smallest = 200; ///< pixels; less is a splash, a tray icon, a helper's window

struct Freed {
    void operator()(void *reply) const { std::free(reply); }
};
template <class T>
std::unique_ptr<T, Freed> owned(T *reply)
{
    return std::unique_ptr<T, Freed>(reply);
}

template <class T>
const T &as(const xcb_generic_event_t &event)
{
    return reinterpret_cast<const T &>(event);
}

} // namespace

double now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

Screen::Screen()
    : m_connection(xcb_connect(nullptr, nullptr))
{
    if (xcb_connection_has_error(m_connection) != 0)
        throw std::runtime_error("no X display");
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
    m_root = screen->root;
    m_depth = screen->root_depth;
    m_all = {0, 0, screen->width_in_pixels, screen->height_in_pixels};
    const auto *extension = xcb_get_extension_data(m_connection, &xcb_damage_id);
    if (!extension || extension->present == 0)
        throw std::runtime_error("the X display has no DAMAGE extension");
    m_damageEvent = std::uint8_t(extension->first_event + XCB_DAMAGE_NOTIFY);
    (void)owned(xcb_damage_query_version_reply(
        m_connection, xcb_damage_query_version(m_connection, 1, 1), nullptr));

    const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_connection, m_root, XCB_CW_EVENT_MASK, &events);
    m_damage = xcb_generate_id(m_connection);
    xcb_damage_create(m_connection, m_damage, m_root, XCB_DAMAGE_REPORT_LEVEL_DELTA_RECTANGLES);
    m_context = xcb_generate_id(m_connection);
    // Children are part of the picture, and what was copied needs no events.
    const std::uint32_t values[] = {XCB_SUBWINDOW_MODE_INCLUDE_INFERIORS, 0};
    xcb_create_gc(m_connection, m_context, m_root,
                  XCB_GC_SUBWINDOW_MODE | XCB_GC_GRAPHICS_EXPOSURES, values);
    for (int i = 0; i < Prepared; ++i) {
        m_prepared.push_back(newPixmap());
        xcb_poly_fill_rectangle(m_connection, m_prepared.back(), m_context, 1, &m_all);
    }
    // From here on everything is seen.
    (void)owned(
        xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
}

Screen::~Screen()
{
    xcb_disconnect(m_connection);
}

void Screen::wait(int milliseconds) const
{
    pollfd waiting{xcb_get_file_descriptor(m_connection), POLLIN, 0};
    (void)poll(&waiting, 1, milliseconds);
}

Screen::News Screen::news()
{
    News news;
    while (const auto event = owned(xcb_poll_for_event(m_connection)))
        read(*event, news);
    if (xcb_connection_has_error(m_connection) != 0)
        throw std::runtime_error("the X display went away");
    // Whatever is drawn after this is reported anew.
    if (std::exchange(m_damaged, false)) {
        xcb_damage_subtract(m_connection, m_damage, XCB_NONE, XCB_NONE);
        xcb_flush(m_connection);
    }
    return news;
}

void Screen::read(const xcb_generic_event_t &event, News &news)
{
    const int type = event.response_type & 0x7f;
    if (type == m_damageEvent) {
        m_damaged = true;
        news.changed += inWindow(as<xcb_damage_notify_event_t>(event).area);
    } else if (type == XCB_MAP_NOTIFY) {
        const auto &map = as<xcb_map_notify_event_t>(event);
        if (m_window == 0 && map.override_redirect == 0)
            mapped(map.window, news);
    } else if (type == XCB_CONFIGURE_NOTIFY) {
        const auto &place = as<xcb_configure_notify_event_t>(event);
        if (place.window == m_window)
            m_place = {place.x, place.y, place.width, place.height};
    } else if (type == XCB_UNMAP_NOTIFY) {
        if (as<xcb_unmap_notify_event_t>(event).window == m_window)
            m_window = 0; // that was a splash; the next one may be the program's
    }
}

void Screen::mapped(xcb_window_t window, News &news)
{
    const auto place = owned(
        xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
    if (!place || place->width < Smallest || place->height < Smallest)
        return;
    m_window = window;
    m_place = {place->x, place->y, place->width, place->height};
    news.mapped = true;
    // What was drawn on it on the way here may have been reported already.
    news.changed += place->width * place->height;
}

int Screen::inWindow(const xcb_rectangle_t &area) const
{
    const int left = std::max(area.x, m_place.x);
    const int top = std::max(area.y, m_place.y);
    const int right = std::min(area.x + area.width, m_place.x + m_place.width);
    const int bottom = std::min(area.y + area.height, m_place.y + m_place.height);
    return m_window == 0 ? 0 : std::max(0, right - left) * std::max(0, bottom - top);
}

xcb_pixmap_t Screen::newPixmap()
{
    const xcb_pixmap_t pixmap = xcb_generate_id(m_connection);
    xcb_create_pixmap(m_connection, m_depth, pixmap, m_root, m_all.width, m_all.height);
    return pixmap;
}

Screen::Copy Screen::copy()
{
    Copy copied{0, std::min(m_place.width, m_all.width), std::min(m_place.height, m_all.height)};
    if (m_prepared.empty()) {
        copied.pixmap = newPixmap();
    } else {
        copied.pixmap = m_prepared.back();
        m_prepared.pop_back();
    }
    xcb_copy_area(m_connection, m_root, copied.pixmap, m_context, m_place.x, m_place.y, 0, 0,
                  copied.width, copied.height);
    (void)owned(
        xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
    return copied;
}

Picture Screen::fetch(const Copy &copied)
{
    const auto image = owned(
        xcb_get_image_reply(m_connection,
                            xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, copied.pixmap, 0,
                                          0, copied.width, copied.height, ~0U),
                            nullptr));
    const std::size_t pixels = std::size_t(copied.width) * copied.height;
    if (!image || std::size_t(xcb_get_image_data_length(image.get())) != pixels * 4)
        throw std::runtime_error("a picture could not be read; the display must have 24 bit");
    Picture picture{copied.width, copied.height, std::vector<std::uint32_t>(pixels)};
    std::memcpy(picture.pixels.data(), xcb_get_image_data(image.get()), pixels * 4);
    return picture;
}

xcb_atom_t Screen::atom(const std::string &name)
{
    const auto reply = owned(xcb_intern_atom_reply(
        m_connection, xcb_intern_atom(m_connection, 0, std::uint16_t(name.size()), name.c_str()),
        nullptr));
    return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
}

void Screen::close()
{
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = m_window;
    event.type = atom("WM_PROTOCOLS");
    event.data.data32[0] = atom("WM_DELETE_WINDOW");
    event.data.data32[1] = XCB_CURRENT_TIME;
    xcb_send_event(m_connection, 0, m_window, XCB_EVENT_MASK_NO_EVENT,
                   reinterpret_cast<const char *>(&event));
    xcb_flush(m_connection);
}

} // namespace paintwatch
