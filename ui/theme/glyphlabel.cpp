// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphlabel.h"

#include <QEvent>
#include <QLabel>

namespace clusterdeck
{

namespace
{

const QString Name = QStringLiteral("icon");

/// A label's pixmap has fixed colours and a fixed scale, so it is made again when the palette or
/// the screen's scale changes. Qt reports a change of scale from 6.6 on; before that it is compared
/// when the label is painted.
class LabelIcon : public QObject
{
public:
    LabelIcon(QLabel *label, const QIcon &icon, int side)
        : QObject(label)
        , m_label(label)
        , m_icon(icon)
        , m_side(side)
    {
        setObjectName(Name);
        label->installEventFilter(this);
        show();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        const bool blurred = event->type() == QEvent::Paint &&
                             m_label->pixmap().devicePixelRatio() != m_label->devicePixelRatioF();
        if (event->type() == QEvent::PaletteChange || blurred)
            show();
        return false;
    }

private:
    void show()
    {
        m_label->setPixmap(m_icon.pixmap(QSize(m_side, m_side), m_label->devicePixelRatioF()));
    }

    QLabel *m_label;
    QIcon m_icon;
    int m_side;
};

} // namespace

void setLabelIcon(QLabel *label, const QIcon &icon, int side)
{
    delete label->findChild<QObject *>(Name, Qt::FindDirectChildrenOnly);
    new LabelIcon(label, icon, side);
}

void setLabelIcon(QLabel *label, Glyph glyph, StatusColor statusColor, int side)
{
    setLabelIcon(label, glyphIcon(glyph, statusColor), side);
}

} // namespace clusterdeck
