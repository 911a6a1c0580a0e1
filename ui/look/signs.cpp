// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/signs.h"

#include <QEvent>
#include <QLabel>

namespace clusterdeck
{

namespace
{

const QString Name = QStringLiteral("sign");

/// A label's pixmap is a picture of one moment: it is taken anew when the palette is another.
class Sign : public QObject
{
public:
    Sign(QLabel *label, Glyph glyph, Tone tone, int side)
        : QObject(label)
        , m_label(label)
        , m_icon(glyphIcon(glyph, tone))
        , m_side(side)
    {
        setObjectName(Name);
        label->installEventFilter(this);
        show();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
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

void setSign(QLabel *label, Glyph glyph, Tone tone, int side)
{
    delete label->findChild<QObject *>(Name, Qt::FindDirectChildrenOnly);
    new Sign(label, glyph, tone, side);
}

} // namespace clusterdeck
