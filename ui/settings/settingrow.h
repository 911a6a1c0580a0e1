// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace clusterdeck
{

/// One setting: its title, a line of help below it, and what it is set with. A check box is its own
/// title.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    /// `editor` is taken over.
    SettingRow(const QString &title, const QString &help, QWidget *editor, QWidget *parent);

    /// Something between title and help that may be read and copied, such as a path.
    void setValue(const QString &value);

    /// How wide the title is, and how wide it is to be: what is set stands behind it, in all rows
    /// at the same place.
    [[nodiscard]] int titleWidth() const;
    void setTitleWidth(int width);

    /// Whether its title or its help has `words` in it, in whatever case.
    [[nodiscard]] bool matches(const QString &words) const;

private:
    QString m_words;
    QLabel *m_title = nullptr; ///< none where a check box is its own title
    QLabel *m_value;
};

} // namespace clusterdeck
