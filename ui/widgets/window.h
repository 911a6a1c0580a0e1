// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QDialogButtonBox>

class QHBoxLayout;
class QVBoxLayout;

namespace clusterdeck
{

/// The parts that Dialog and Window have in common: contents above a row of buttons, the DEMO
/// badge, a size that is kept. The window is deleted when it is closed.
///
/// The buttons stand in the order of the platform (QDialogButtonBox). The role of a button decides
/// its place only: connect the button to what it does. Enter presses the button with
/// setDefault(true); where a dialog has none, Qt takes the first with AcceptRole. So a dialog whose
/// button destroys something makes the other one its default.
class WindowFrame : public QObject
{
    Q_OBJECT

public:
    /// `name` is the object's name and the key under which the size is kept; `title` may hold text
    /// of others.
    WindowFrame(QWidget *window, const QString &name, const QString &title);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    QPushButton *addButton(const QString &name, const QString &text,
                           QDialogButtonBox::ButtonRole role);
    QPushButton *addCloseButton();
    void addBesideButtons(QWidget *widget);
    void setFirstSize(QSize size);
    /// At most the space that the screen has for a window.
    [[nodiscard]] QSize onScreen(QSize size) const;
    /// Around the contents and the buttons, in pixels: see space.
    void setMargin(int margin);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepSize();
    [[nodiscard]] QString key() const;

    QWidget *m_window;
    QVBoxLayout *m_body;
    QHBoxLayout *m_foot;
    QDialogButtonBox *m_buttons;
    QSize m_firstSize;
};

/// A dialog: above its parent, closed by Esc. Derived classes fill body() and add buttons. open()
/// makes it modal to its parent's window, show() does not.
class Dialog : public QDialog
{
    Q_OBJECT

protected:
    /// See WindowFrame.
    Dialog(const QString &name, const QString &title, QWidget *parent);

    /// The contents, from top to bottom.
    [[nodiscard]] QVBoxLayout *body() const { return m_frame->body(); }
    QPushButton *addButton(const QString &name, const QString &text,
                           QDialogButtonBox::ButtonRole role)
    {
        return m_frame->addButton(name, text, role);
    }
    /// Closes the dialog.
    QPushButton *addCloseButton() { return m_frame->addCloseButton(); }
    /// Rejects the dialog.
    QPushButton *addCancelButton();
    /// For leadToGuide(); F1 presses it.
    QPushButton *addHelpButton();
    /// To the left of the buttons, in the width that they leave. Once.
    void addBesideButtons(QWidget *widget) { m_frame->addBesideButtons(widget); }
    /// The size at the first start, at most that of the screen; later the one that the user chose.
    void setFirstSize(QSize size) { m_frame->setFirstSize(size); }
    [[nodiscard]] QSize onScreen(QSize size) const { return m_frame->onScreen(size); }
    /// As high as the contents need at a width of so many letters. Nothing is kept.
    void fitToWidth(int letters);

private:
    WindowFrame *m_frame;
};

/// A separate window beside the main window: not above it, with its own entry in the task bar. Its
/// parent owns it; it closes when the parent's window does, by Esc and by the platform's keys.
class Window : public QWidget
{
    Q_OBJECT

public:
    void setVisible(bool visible) override;

protected:
    /// See WindowFrame.
    Window(const QString &name, const QString &title, QWidget *parent);

    /// The contents, from top to bottom.
    [[nodiscard]] QVBoxLayout *body() const { return m_frame->body(); }
    QPushButton *addButton(const QString &name, const QString &text,
                           QDialogButtonBox::ButtonRole role)
    {
        return m_frame->addButton(name, text, role);
    }
    /// Closes the window.
    QPushButton *addCloseButton() { return m_frame->addCloseButton(); }
    /// The size at the first start, at most that of the screen; later the one that the user chose.
    void setFirstSize(QSize size) { m_frame->setFirstSize(size); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    WindowFrame *m_frame;
};

} // namespace clusterdeck
