// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/emptystate.h"

#include "ui/look/format.h"
#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

/// Paints its icon when asked to, so that it follows the palette.
class EmptyState::Sign : public QWidget
{
public:
    explicit Sign(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(56, 56);
    }

    void setIcon(const QIcon &icon)
    {
        m_icon = icon;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setOpacity(0.55);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_sign(new Sign(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_code(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (QLabel *label : {m_title, m_text, m_code})
        label->setTextFormat(Qt::PlainText);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.4);
    m_title->setFont(big);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(fontMetrics().averageCharWidth() * 84);
    setQuiet(m_text);
    m_button->setMinimumSize(fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 2);
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    m_code->setBackgroundRole(QPalette::AlternateBase);
    m_code->setAutoFillBackground(true);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::Large);
    column->addStretch(2);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_sign, m_title, m_text, m_code, m_button})
        column->addWidget(widget, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::show(const Content &content)
{
    m_sign->setIcon(lineIcon(content.icon));
    m_title->setText(content.title);
    m_text->setText(breakable(content.text));
    // A layout that centres a label does not ask how high its lines will be.
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(m_text->width())));
    m_text->setVisible(!content.text.isEmpty());
    m_code->setText(content.code);
    m_code->setVisible(!content.code.isEmpty());
    m_button->setText(content.button);
    m_button->setVisible(!content.button.isEmpty());
}

} // namespace clusterdeck
