// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/announcement.h"
#include "ui/look/glyphs.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clusterdeck
{

/// One sentence across a window, with a sign and perhaps something to do about it. Plain text;
/// never in the way.
class Strip : public QFrame
{
    Q_OBJECT

public:
    Strip(Glyph glyph, Tone tone, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);

    /// A button at its right. Enter does not press it.
    QPushButton *addButton(const QString &text);
    /// A button that takes the strip away.
    void addDismiss();

signals:
    void dismissed();

private:
    QLabel *m_sign;
    QLabel *m_text;
    QString m_sentence; ///< as it was given
    QHBoxLayout *m_line;
};

/// Strips below each other. Takes no room while there are none.
class StripColumn : public QWidget
{
    Q_OBJECT

public:
    explicit StripColumn(QWidget *parent = nullptr);

    /// Shows a strip of this name in place of an earlier one of the same name, and says it aloud.
    Strip *show(const QString &name, Glyph glyph, Tone tone, const QString &text);
    void remove(const QString &name);
    /// The strip of this name; null when there is none.
    [[nodiscard]] Strip *find(const QString &name) const;
};

/// Shows and announces what is wrong in a label of a dialog, which grows when it lacks the room.
void sayProblem(QLabel *label, const QString &sentence);

} // namespace clusterdeck
