// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace clusterdeck
{

/// A field of a form with its label above and a note below: help, or the problem. The note is
/// always shown, so that the layout does not move.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of `editor`: a line edit, an editable combo box, or a widget that contains a
    /// line edit. `label` may have a mnemonic.
    FieldBox(const QString &label, const QString &help, QWidget *editor, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// The widget that gets the focus.
    [[nodiscard]] QWidget *editor() const;

    /// The note shows `problem`; empty: it shows the help again. The note is also the field's
    /// accessible description.
    void setProblem(const QString &problem);
    [[nodiscard]] QString problem() const { return m_problem; }
    void setHelp(const QString &help);

signals:
    /// The text has changed, by the user or by setText().
    void edited();
    /// The field has lost the focus, or Enter was pressed in it.
    void left();

private:
    void showNote();

    QWidget *m_editor;
    QLineEdit *m_line;
    QLabel *m_note;
    QString m_help;
    QString m_problem;
};

/// A line edit that shows its text only while its button is pressed, by mouse or space bar.
[[nodiscard]] QLineEdit *newSecretEdit(QWidget *parent);

} // namespace clusterdeck
