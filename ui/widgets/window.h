// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QDialogButtonBox>

class QHBoxLayout;
class QVBoxLayout;

namespace clusterdeck
{

/// The parts that Dialog and Window have in common: contents above a row of buttons, the DEMO and
/// PRESENTER badges, a size that is saved, F1 for the user guide. The window is deleted when it is
/// closed.
///
/// The buttons are in the order of the platform (QDialogButtonBox). The role of a button decides
/// only its position: connect the button to its action. Enter presses the button with
/// setDefault(true); if a dialog has none, Qt takes the first one with AcceptRole. Therefore a
/// dialog with a destructive button makes another one its default.
class WindowFrame : public QObject
{
    Q_OBJECT

public:
    /// `window` owns this; its parent, which has the context (see windowContextOf()), is already
    /// set. `name`: the object name, and the key under which the size is saved. `title`: plain
    /// text; the caller passes texts from outside through shownLine().
    WindowFrame(QWidget *window, const QString &name, const QString &title);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    QPushButton *addButton(const QString &name, const QString &text,
                           QDialogButtonBox::ButtonRole role);
    QPushButton *addCloseButton();
    /// F1 presses it, and does not open the start of the guide any more.
    QPushButton *addHelpButton();
    void addBesideButtons(QWidget *widget);
    void setFirstSize(QSize size);
    /// `size`, limited to the space that the screen has for a window.
    [[nodiscard]] QSize onScreen(QSize size) const;
    /// The margin around the contents and the buttons, in pixels: see space.
    void setMargin(int margin);
    /// See Dialog::focusNextPrevChild().
    void dropFocusProxy() { m_buttons->setFocusProxy(nullptr); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepSize();
    [[nodiscard]] QString key() const;

    QWidget *m_window;
    QVBoxLayout *m_body;
    QHBoxLayout *m_foot;
    QDialogButtonBox *m_buttons;
    QAction *m_guide;
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
    /// Adds a button that closes the dialog, which rejects it.
    QPushButton *addCloseButton() { return m_frame->addCloseButton(); }
    /// Adds a button that rejects the dialog.
    QPushButton *addCancelButton();
    /// Adds a button for leadToGuide(); F1 presses it.
    QPushButton *addHelpButton() { return m_frame->addHelpButton(); }
    /// Adds a widget to the left of the buttons, in the width that they leave. Call it once.
    void addBesideButtons(QWidget *widget) { m_frame->addBesideButtons(widget); }
    /// The size at the first start, at most that of the screen; later the one that the user chose.
    void setFirstSize(QSize size) { m_frame->setFirstSize(size); }
    [[nodiscard]] QSize onScreen(QSize size) const { return m_frame->onScreen(size); }
    /// Resizes the dialog to a width of `letters` average letters and the height that the contents
    /// need. The size is not saved.
    void fitToWidth(int letters);

    /// QDialogButtonBox is in the tab order before its buttons, with the default button as its
    /// focus proxy: Tab would go to that button and skip the ones before it.
    bool focusNextPrevChild(bool next) override
    {
        m_frame->dropFocusProxy();
        return QDialog::focusNextPrevChild(next);
    }

private:
    WindowFrame *m_frame;
};

/// A window beside the main window: not always above it, with its own entry in the task bar. Its
/// parent owns it. It closes when the parent's window closes, with Esc, and with the platform's
/// keys for closing.
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
    /// Adds a button that closes the window.
    QPushButton *addCloseButton() { return m_frame->addCloseButton(); }
    /// The size at the first start, at most that of the screen; later the one that the user chose.
    void setFirstSize(QSize size) { m_frame->setFirstSize(size); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    WindowFrame *m_frame;
};

} // namespace clusterdeck
