// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/environment.h"

#include "ui/text/format.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPainter>

namespace clusterdeck
{

QColor environmentColor(EnvironmentColor color)
{
    switch (color) {
    case EnvironmentColor::None:
        return {};
    case EnvironmentColor::Red:
        return {0xb4, 0x23, 0x18};
    case EnvironmentColor::Orange:
        return {0x9c, 0x4a, 0x00};
    case EnvironmentColor::Green:
        return {0x1c, 0x6e, 0x3c};
    case EnvironmentColor::Blue:
        return {0x1d, 0x5f, 0xa8};
    case EnvironmentColor::Purple:
        return {0x6d, 0x3f, 0xa3};
    }
    Q_UNREACHABLE();
}

QString environmentColorText(EnvironmentColor color)
{
    switch (color) {
    case EnvironmentColor::None:
        return EnvironmentBadge::tr("No colour");
    case EnvironmentColor::Red:
        return EnvironmentBadge::tr("Red");
    case EnvironmentColor::Orange:
        return EnvironmentBadge::tr("Orange");
    case EnvironmentColor::Green:
        return EnvironmentBadge::tr("Green");
    case EnvironmentColor::Blue:
        return EnvironmentBadge::tr("Blue");
    case EnvironmentColor::Purple:
        return EnvironmentBadge::tr("Purple");
    }
    Q_UNREACHABLE();
}

QIcon environmentIcon(EnvironmentColor color)
{
    if (color == EnvironmentColor::None)
        return {};
    return paintedIcon([color](QPainter *painter, const QRect &rect, QIcon::Mode) {
        constexpr qreal Margin = 2.5;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(qreal(rect.width()) / GlyphSize, qreal(rect.height()) / GlyphSize);
        painter->setPen(QPen(Qt::white, 1)); // visible on a dark background or a selection
        painter->setBrush(environmentColor(color));
        painter->drawRoundedRect(
            QRectF(Margin, Margin, GlyphSize - 2 * Margin, GlyphSize - 2 * Margin), 2, 2);
        painter->restore();
    });
}

QString accountText(const AccountLabel &label)
{
    const QString name = shownLine(label.name, LongestNameShown);
    return label.environment.isEmpty()
               ? name
               : EnvironmentBadge::tr("%1 · %2", "account, environment")
                     .arg(name, shownLine(label.environment, LongestNameShown));
}

EnvironmentBadge::EnvironmentBadge(const QString &text, EnvironmentColor color, QWidget *parent)
    : QLabel(parent)
    , m_color(color)
{
    setToolTip(plainToolTip(text));
    setAccessibleDescription(shownLine(text)); // else a screen reader gets the tool tip's markup
    setObjectName(QStringLiteral("Environment"));
    setTextFormat(Qt::PlainText);
    setText(shownLine(text, LongestNameShown));
    setAlignment(Qt::AlignCenter);
    setContentsMargins(space::Medium, space::Hair, space::Medium, space::Hair);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    const int most = widthOfLetters(fontMetrics(), 24);
    setFixedWidth(qMin(sizeHint().width(), most));
}

void EnvironmentBadge::paintEvent(QPaintEvent *)
{
    const bool plain = m_color == EnvironmentColor::None;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(plain ? QPen(palette().color(QPalette::WindowText)) : QPen(Qt::NoPen));
    painter.setBrush(plain ? QBrush(Qt::NoBrush) : QBrush(environmentColor(m_color)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(plain ? palette().color(QPalette::WindowText) : QColor(Qt::white));
    painter.setFont(font());
    const QRect inner = rect().adjusted(space::Medium, 0, -space::Medium, 0);
    painter.drawText(inner, Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
}

void addBadges(QHBoxLayout *row, int position, const QList<AccountLabel> &accounts, QWidget *parent)
{
    QList<std::pair<QString, EnvironmentColor>> shown;
    for (const AccountLabel &account : accounts) {
        const std::pair badge(account.environment, account.color);
        if (account.environment.isEmpty() || shown.contains(badge))
            continue;
        shown.append(badge);
        row->insertWidget(position++, new EnvironmentBadge(badge.first, badge.second, parent), 0,
                          Qt::AlignVCenter);
    }
}

} // namespace clusterdeck
