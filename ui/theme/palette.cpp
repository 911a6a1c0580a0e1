// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include "ui/theme/clearstyle.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QStyle>
#include <QStyleHints>
#include <QWidget>

#include <optional>
#include <utility>

namespace clusterdeck
{

namespace
{

QColor mix(const QColor &a, const QColor &b, qreal share)
{
    const auto part = [share](int x, int y) { return int(x * share + y * (1 - share)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QPalette paletteOf(const QList<std::pair<QPalette::ColorRole, const char *>> &roles,
                   const char *disabled)
{
    QPalette palette;
    for (const auto &[role, color] : roles)
        palette.setColor(role, QColor(QLatin1String(color)));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(QLatin1String(disabled)));
    palette.setColor(QPalette::Disabled, QPalette::Highlight,
                     palette.color(QPalette::Active, QPalette::Midlight));
    return palette;
}

QPalette lightPalette()
{
    using P = QPalette;
    return paletteOf({{P::Window, "#f3f4f6"},
                      {P::WindowText, "#1b1e23"},
                      {P::Base, "#ffffff"},
                      {P::AlternateBase, "#f7f8fa"},
                      {P::Text, "#1b1e23"},
                      {P::Button, "#eceef1"},
                      {P::ButtonText, "#1b1e23"},
                      {P::BrightText, "#ffffff"},
                      {P::ToolTipBase, "#ffffff"},
                      {P::ToolTipText, "#1b1e23"},
                      {P::PlaceholderText, "#6b737d"},
                      {P::Highlight, "#1f66c7"},
                      {P::HighlightedText, "#ffffff"},
                      {P::Link, "#1558b0"},
                      {P::LinkVisited, "#6a3fb5"},
                      {P::Light, "#ffffff"},
                      {P::Midlight, "#e3e6ea"},
                      {P::Mid, "#c3c8ce"},
                      {P::Dark, "#a2a9b1"},
                      {P::Shadow, "#6e757d"}},
                     "#737b84");
}

QPalette darkPalette()
{
    using P = QPalette;
    return paletteOf({{P::Window, "#26292d"},
                      {P::WindowText, "#e4e7ea"},
                      {P::Base, "#1c1e21"},
                      {P::AlternateBase, "#212427"},
                      {P::Text, "#e4e7ea"},
                      {P::Button, "#34383d"},
                      {P::ButtonText, "#e4e7ea"},
                      {P::BrightText, "#ffffff"},
                      {P::ToolTipBase, "#34383d"},
                      {P::ToolTipText, "#e4e7ea"},
                      {P::PlaceholderText, "#8e969f"},
                      {P::Highlight, "#2b62b5"},
                      {P::HighlightedText, "#ffffff"},
                      {P::Link, "#7db4ff"},
                      {P::LinkVisited, "#c0a2ff"},
                      {P::Light, "#4b5157"},
                      {P::Midlight, "#3b4045"},
                      {P::Mid, "#2e3236"},
                      {P::Dark, "#17191b"},
                      {P::Shadow, "#0d0e0f"}},
                     "#949ca5");
}

/// Only Fusion draws every widget in the colours of the palette; native styles ignore parts of it.
void useOwn(const QPalette &palette)
{
    if (QApplication::style()->objectName().compare(u"fusion", Qt::CaseInsensitive) != 0)
        QApplication::setStyle(new ClearStyle);
    QApplication::setPalette(palette);
}

bool followsDesktop = false;

void desktopChanged()
{
    if (followsDesktop)
        applyTheme(Theme::System);
}

/// The desktop's preference. The first call also connects desktopChanged() to later changes.
ColorScheme desktopScheme()
{
// QStyleHints has the colour scheme since Qt 6.5.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QStyleHints *hints = QGuiApplication::styleHints();
    static QPointer<QStyleHints> connected;
    if (connected != hints)
        QObject::connect(hints, &QStyleHints::colorSchemeChanged, qApp, desktopChanged);
    connected = hints;
    switch (hints->colorScheme()) {
    case Qt::ColorScheme::Dark:
        return ColorScheme::Dark;
    case Qt::ColorScheme::Light:
        return ColorScheme::Light;
    case Qt::ColorScheme::Unknown:
        break;
    }
    return ColorScheme::NoPreference;
#else
    static QPointer<ColorSchemePortal> portal;
    if (!portal) {
        portal = new ColorSchemePortal(qApp);
        QObject::connect(portal, &ColorSchemePortal::changed, qApp, desktopChanged);
        portal->listen();
    }
    return portal->scheme();
#endif
}

/// Sets the colour of one widget's text again whenever its palette changes.
class TextColorizer : public QObject
{
public:
    TextColorizer(QWidget *widget, std::optional<StatusColor> statusColor)
        : QObject(widget)
        , m_widget(widget)
        , m_statusColor(statusColor)
    {
        setObjectName(QStringLiteral("tone"));
        widget->installEventFilter(this);
        paint();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto type = event->type();
        if (type == QEvent::PaletteChange || type == QEvent::ParentChange)
            paint();
        return false;
    }

private:
    void paint()
    {
        const QPalette ground = QApplication::palette(m_widget);
        const QColor color =
            m_statusColor ? colorForStatus(*m_statusColor, ground) : mutedText(ground);
        // setPalette() below causes such an event too: without this check it would recur endlessly.
        if (m_widget->palette().color(QPalette::WindowText) == color)
            return;
        QPalette own;
        own.setColor(QPalette::WindowText, color);
        m_widget->setPalette(own);
    }

    QWidget *m_widget;
    std::optional<StatusColor> m_statusColor;
};

void repaint(QWidget *label, std::optional<StatusColor> statusColor)
{
    delete label->findChild<QObject *>(QStringLiteral("tone"), Qt::FindDirectChildrenOnly);
    new TextColorizer(label, statusColor);
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor colorForStatus(StatusColor statusColor, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (statusColor) {
    case StatusColor::Neutral:
        return QColor(dark ? 0xa9b1ba : 0x57606a);
    case StatusColor::Good:
        return QColor(dark ? 0x56c271 : 0x1a7235);
    case StatusColor::Busy:
        return QColor(dark ? 0x74b3ff : 0x0a5bb8);
    case StatusColor::Warning:
        return QColor(dark ? 0xe2b340 : 0x855800);
    case StatusColor::Bad:
        return QColor(dark ? 0xff8a80 : 0xb8232b);
    }
    Q_UNREACHABLE();
}

BadgeColors badgeColors()
{
    return {QColor(0xf5b82e), QColor(0x2b2000)};
}

QColor mutedText(const QPalette &palette)
{
    return mix(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.72);
}

std::optional<Theme> ownTheme(Theme requested, ColorScheme desktop, bool platformIsDark)
{
    if (requested != Theme::System)
        return requested;
    if (desktop == ColorScheme::Dark && !platformIsDark)
        return Theme::Dark;
    return std::nullopt;
}

void applyTheme(Theme theme)
{
    followsDesktop = theme == Theme::System;
    ColorScheme desktop = ColorScheme::NoPreference;
    if (followsDesktop) {
        QApplication::setPalette(QPalette());
        desktop = desktopScheme();
    }
    if (const auto own = ownTheme(theme, desktop, isDark(QApplication::palette())))
        useOwn(*own == Theme::Dark ? darkPalette() : lightPalette());
}

void setMuted(QWidget *label)
{
    repaint(label, std::nullopt);
}

void setDestructive(QWidget *button)
{
    QPalette red;
    // Darker than the colour on screen, because styles brighten a button's colour.
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        red.setColor(group, QPalette::Button, QColor(0x8c0f16));
        red.setColor(group, QPalette::ButtonText, Qt::white);
    }
    button->setPalette(red);
}

void setStatusColor(QWidget *label, StatusColor statusColor)
{
    repaint(label, statusColor);
}

} // namespace clusterdeck
