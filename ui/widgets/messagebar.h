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

/// A message across a window, with a glyph and possibly buttons. Not modal. Shows plain text; the
/// caller makes texts from outside visible, see shownLine().
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    MessageBar(Glyph glyph, StatusColor statusColor, const QString &text,
               QWidget *parent = nullptr);

    /// The text as it was set.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);

    /// Adds a button at the right, which belongs to the bar. It is never the default button.
    QPushButton *addButton(const QString &text);
    /// Adds a button that hides and deletes the message bar.
    void addDismiss();

signals:
    /// The user pressed the button of addDismiss().
    void dismissed();

private:
    QLabel *m_icon;
    QLabel *m_text;
    QString m_sentence; ///< without the break opportunities that the label has
    QHBoxLayout *m_line;
};

/// Message bars in a column; without bars its height is 0. It owns them.
class MessageBarStack : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBarStack(QWidget *parent = nullptr);

    /// Adds a message bar at the bottom and removes an earlier one of the same name. A screen
    /// reader reads `text`.
    MessageBar *show(const QString &name, Glyph glyph, StatusColor statusColor,
                     const QString &text);
    /// Hides the message bar of this name, if any, and deletes it later.
    void remove(const QString &name);
    /// The message bar of this name; null if there is none.
    [[nodiscard]] MessageBar *find(const QString &name) const;
};

/// Sets the text of a label in a dialog with a layout, lets a screen reader read it, and enlarges
/// the dialog if the label needs more height.
void sayProblem(QLabel *label, const QString &sentence);

/// The same for a label that is only visible while there is a problem; empty: hides it.
void showProblem(QLabel *label, const QString &problem);

} // namespace clusterdeck
