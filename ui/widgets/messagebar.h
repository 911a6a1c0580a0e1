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

/// One sentence across a window, with a sign and perhaps something to do about it. Plain text;
/// never in the way.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    MessageBar(Glyph glyph, StatusColor statusColor, const QString &text,
               QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);

    /// A button at its right. Enter does not press it.
    QPushButton *addButton(const QString &text);
    /// A button that takes the message bar away.
    void addDismiss();

signals:
    void dismissed();

private:
    QLabel *m_sign;
    QLabel *m_text;
    QString m_sentence; ///< as it was given
    QHBoxLayout *m_line;
};

/// Message bars below each other. Takes no room while there are none.
class MessageBarStack : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBarStack(QWidget *parent = nullptr);

    /// Shows a message bar of this name in place of an earlier one of the same name, and says it
    /// aloud.
    MessageBar *show(const QString &name, Glyph glyph, StatusColor statusColor,
                     const QString &text);
    void remove(const QString &name);
    /// The message bar of this name; null when there is none.
    [[nodiscard]] MessageBar *find(const QString &name) const;
};

/// Shows and announces what is wrong in a label of a dialog, which grows when it lacks the room.
void sayProblem(QLabel *label, const QString &sentence);

} // namespace clusterdeck
