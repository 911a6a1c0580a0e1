// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/emptystate.h"

#include "ui/text/format.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/theme/textstyle.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

/// Paints the icon in the colours of the current palette.
class EmptyState::Icon : public QWidget
{
public:
    explicit Icon(QWidget *parent)
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

EmptyState::EmptyState(QWidget *parent, int columns)
    : QWidget(parent)
    , m_icon(new Icon(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (QLabel *label : {m_title, m_text})
        label->setTextFormat(Qt::PlainText);
    m_title->setFont(fontFor(Type::Large, font()));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(widthOfLetters(fontMetrics(), columns));
    setMuted(m_text);
    m_text->hide(); // else its width would be the minimum of a window that never shows it
    m_row->setSpacing(space::Large);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::Large);
    column->addStretch(2);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_icon, m_title, m_text})
        column->addWidget(widget, 0, Qt::AlignHCenter);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(m_row);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addStretch(3);
}

void EmptyState::show(const Content &content)
{
    m_icon->setIcon(lineIcon(content.icon));
    m_title->setText(content.title);
    m_text->setText(breakable(content.text));
    // A layout that centres a label does not use its height for width.
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(m_text->width())));
    m_text->setVisible(!content.text.isEmpty());
    m_offers = content.buttons;
    showButtons();
}

/// The buttons are reused, so that they keep the focus when only the sentence changes.
void EmptyState::showButtons()
{
    while (m_buttons.size() < m_offers.size()) {
        auto *button = new QPushButton(this);
        const int number = int(m_buttons.size());
        button->setObjectName(QStringLiteral("Button %1").arg(number));
        button->setMinimumSize(widthOfLetters(fontMetrics(), 24), fontMetrics().height() * 2);
        button->setAutoDefault(true); // Enter presses the button with the focus
        connect(button, &QPushButton::clicked, this, [this, number] {
            const auto clicked = m_offers.at(number).clicked; // it may change the buttons
            clicked();
        });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons.at(i)->setText(m_offers.value(i).text);
        m_buttons.at(i)->setVisible(i < m_offers.size());
    }
}

} // namespace clusterdeck
