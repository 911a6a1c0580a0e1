// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrow.h"

#include "ui/text/format.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/tables.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

namespace clusterdeck
{

SettingRow::SettingRow(const QString &title, const QString &help, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_words(withoutMnemonic(title) + u'\n' + help)
    , m_value(plainLabel(this))
{
    auto *note = plainLabel(this);
    note->setText(help);
    note->setFont(fontFor(Type::Small, font()));
    note->setVisible(!help.isEmpty());
    setMuted(note);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_value->hide();
    editor->setAccessibleDescription(help);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::Small, 0, space::Small);
    column->setSpacing(space::Hair);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::Large);
    if (auto *box = qobject_cast<QCheckBox *>(editor)) {
        box->setText(title);
    } else {
        m_title = new QLabel(title, this);
        m_title->setTextFormat(Qt::PlainText);
        m_title->setBuddy(editor);
        if (!qobject_cast<QAbstractButton *>(editor)) // a button has a word of its own
            editor->setAccessibleName(withoutMnemonic(title));
        line->addWidget(m_title);
    }
    line->addWidget(editor);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(m_value);
    column->addWidget(note);
}

int SettingRow::titleWidth() const
{
    return m_title ? m_title->sizeHint().width() : 0;
}

void SettingRow::setTitleWidth(int width)
{
    if (m_title)
        m_title->setFixedWidth(width);
}

void SettingRow::setValue(const QString &value)
{
    m_value->setText(breakable(shownLine(value)));
    m_value->setAccessibleName(QString(m_words.section(u'\n', 0, 0)));
    m_value->setVisible(!value.isEmpty());
}

bool SettingRow::matches(const QString &words) const
{
    return m_words.contains(words.simplified(), Qt::CaseInsensitive);
}

} // namespace clusterdeck
