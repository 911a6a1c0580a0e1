// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyphs.h"
#include "ui/widgets/announcement.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clusterdeck
{

/// One sentence across a window with a glyph and possibly buttons. Plain text; not modal.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    MessageBar(Glyph glyph, StatusColor statusColor, const QString &text,
               QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);

    /// Adds a button at the right. It is never the default button.
    QPushButton *addButton(const QString &text);
    /// Adds a button that closes the message bar.
    void addDismiss();

signals:
    void dismissed();

private:
    QLabel *m_sign;
    QLabel *m_text;
    QString m_sentence; ///< as it was given
    QHBoxLayout *m_line;
};

/// Message bars in a column; without any its height is 0.
class MessageBarStack : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBarStack(QWidget *parent = nullptr);

    /// Shows a message bar, in place of an earlier one of the same name. A screen reader reads it.
    MessageBar *show(const QString &name, Glyph glyph, StatusColor statusColor,
                     const QString &text);
    void remove(const QString &name);
    /// The message bar of this name; null when there is none.
    [[nodiscard]] MessageBar *find(const QString &name) const;
};

/// Shows a problem in a label of a dialog, lets a screen reader read it, and enlarges the dialog if
/// the label needs it.
void sayProblem(QLabel *label, const QString &sentence);

} // namespace clusterdeck
