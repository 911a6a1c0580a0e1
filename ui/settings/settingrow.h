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

    /// Whether its title or its help has `words` in it, in whatever case.
    [[nodiscard]] bool matches(const QString &words) const;

private:
    QString m_words;
    QLabel *m_value;
};

} // namespace clusterdeck
