// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace clusterdeck
{

/// A field of a form with its label above it and one line below: help, or what is wrong. The line
/// keeps its room, so that nothing jumps.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    /// `editor` is taken over. A line edit or a combo box that can be edited.
    FieldBox(const QString &label, const QString &help, QWidget *editor, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// What the tab key goes to.
    [[nodiscard]] QWidget *editor() const;

    /// Empty: the help again. Said to a screen reader as the field's description.
    void setProblem(const QString &problem);
    [[nodiscard]] QString problem() const { return m_problem; }
    void setHelp(const QString &help);

signals:
    void edited();
    /// The person has gone on to another field.
    void left();

private:
    void showNote();

    QWidget *m_editor;
    QLineEdit *m_line;
    QLabel *m_note;
    QString m_help;
    QString m_problem;
};

/// A line edit whose text is hidden but while its eye is pressed, by the mouse or by the space bar.
[[nodiscard]] QLineEdit *newSecretEdit(QWidget *parent);

} // namespace clusterdeck
