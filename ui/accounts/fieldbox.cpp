// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/fieldbox.h"

#include "ui/text/mnemonic.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/textstyle.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

QLineEdit *lineOf(QWidget *editor)
{
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        return combo->lineEdit();
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        return line;
    return editor->findChild<QLineEdit *>();
}

} // namespace

FieldBox::FieldBox(const QString &label, const QString &help, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_line(lineOf(editor))
    , m_note(new QLabel(this))
    , m_help(help)
{
    auto *title = new QLabel(label, this);
    title->setTextFormat(Qt::PlainText);
    title->setBuddy(this->editor());
    this->editor()->setAccessibleName(withoutMnemonic(label));
    if (m_line) // a screen reader sees the line edit of a combo box as a field of its own
        m_line->setAccessibleName(withoutMnemonic(label));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("Note"));
    m_note->setFont(fontFor(Type::Small, font()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Hair);
    column->addWidget(title);
    column->addWidget(editor);
    column->addWidget(m_note);
    column->addStretch(1);
    connect(m_line, &QLineEdit::textChanged, this, &FieldBox::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldBox::left);
    showNote();
}

QWidget *FieldBox::editor() const
{
    return qobject_cast<QComboBox *>(m_editor) ? m_editor : m_line;
}

QString FieldBox::text() const
{
    return m_line->text();
}

void FieldBox::setText(const QString &text)
{
    m_line->setText(text);
    m_line->setCursorPosition(0);
}

void FieldBox::setHelp(const QString &help)
{
    m_help = help;
    showNote();
}

void FieldBox::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    showNote();
}

void FieldBox::showNote()
{
    const QString note = m_problem.isEmpty() ? m_help : m_problem;
    m_note->setText(note);
    m_line->setAccessibleDescription(note);
    if (m_problem.isEmpty())
        setMuted(m_note);
    else
        setStatusColor(m_note, StatusColor::Bad);
}

QLineEdit *newSecretEdit(QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                              Qt::ImhNoAutoUppercase);
    auto *eye = new QToolButton(line);
    eye->setObjectName(QStringLiteral("Reveal"));
    eye->setIcon(lineIcon(QStringLiteral("eye")));
    eye->setAutoRaise(true);
    eye->setCursor(Qt::ArrowCursor);
    eye->setFocusPolicy(Qt::TabFocus);
    eye->setAccessibleName(QLineEdit::tr("Show while pressed"));
    eye->setToolTip(QLineEdit::tr("Show while pressed"));
    const int side = line->sizeHint().height() - 2 * space::Hair;
    eye->setFixedSize(side, side);
    auto *inside = new QHBoxLayout(line);
    inside->setContentsMargins(0, 0, space::Hair, 0);
    inside->addStretch(1);
    inside->addWidget(eye);
    line->setTextMargins(0, 0, side + space::Small, 0);
    QObject::connect(eye, &QToolButton::pressed, line,
                     [line] { line->setEchoMode(QLineEdit::Normal); });
    QObject::connect(eye, &QToolButton::released, line,
                     [line] { line->setEchoMode(QLineEdit::Password); });
    return line;
}

} // namespace clusterdeck
