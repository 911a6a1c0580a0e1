// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphs.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace clusterdeck
{

namespace
{

/// An SVG of resources/icons, read when it is first painted.
class SvgEngine : public QIconEngine
{
public:
    SvgEngine(const QString &name, bool tinted)
        : m_name(name)
        , m_tinted(tinted)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->drawPixmap(
            rect, pixmap(rect.size() * painter->device()->devicePixelRatioF(), mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(m_name));
        renderer.render(&painter, QRectF(QPointF(), size));
        if (m_tinted) {
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(pixmap.rect(), tint(mode));
        }
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SvgEngine(m_name, m_tinted); }

private:
    static QColor tint(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            return palette.color(QPalette::ButtonText);
        }
        Q_UNREACHABLE();
    }

    QString m_name;
    bool m_tinted;
};

} // namespace

QIcon lineIcon(const QString &name)
{
    return QIcon(new SvgEngine(name, true));
}

QIcon applicationIcon()
{
    QIcon icon(new SvgEngine(QStringLiteral("clusterdeck"), false));
    return icon;
}

} // namespace clusterdeck
