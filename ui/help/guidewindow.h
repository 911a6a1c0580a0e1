// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

class QAbstractButton;
class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;
class QTextDocument;
class QUrl;

namespace clusterdeck
{

/// Places in the guide to which windows and dialogs lead.
enum class GuideTopic {
    Start,
    Accounts,
    ConnectionCheck,
    SelectByList,
    Parking,
    Confirmation,
    Unknown,
    Locks,
    OnHold,
    DataFolder,
    End, ///< not a topic
};

/// Where a topic is: a file in :/guide/<language>, and the anchor of a heading in its English page;
/// an empty anchor is the beginning of the page.
struct GuidePlace {
    const char *page;
    const char *anchor;
};
[[nodiscard]] const GuidePlace &placeOf(GuideTopic topic);

/// The anchor of a heading, by the rule of code hosts: "Why is it Unknown?" → "why-is-it-unknown".
[[nodiscard]] QString anchorOf(const QString &heading);

/// The anchors of the headings of a page, from top to bottom.
[[nodiscard]] QStringList anchorsOf(const QTextDocument &page);

/// The user guide, from the program's resources: :/guide/<language>/*.md in the language of the
/// program; pages that do not exist in it, in English. At the left the pages that the first one
/// links. The search goes through all of them. Only addresses with https are opened outside of the
/// program.
class GuideWindow : public Window
{
    Q_OBJECT

public:
    explicit GuideWindow(QWidget *parent = nullptr);

    [[nodiscard]] QTextBrowser *browser() const;
    void open(GuideTopic topic);

private:
    class Browser;
    struct Page {
        QString name; ///< of the file
        QString title;
        QString text; ///< for the search; read when it is first used
    };

    void createTools();
    void createContents();
    void follow(const QUrl &link);
    /// `name`: of the file of a page. Nothing happens when there is no such page.
    void open(const QString &name, const QString &anchor = {});
    void pageShown(const QUrl &page);
    void countMatches();
    void find(bool backward);

    Browser *m_browser;
    QListWidget *m_contents;
    QLineEdit *m_find;
    QLabel *m_notFound;
    QList<Page> m_pages;
};

/// Shows the guide at `topic`, in a window that belongs to the main window of `from`. There is one.
void showGuide(QWidget *from, GuideTopic topic);

/// The button shows it from now on.
void leadToGuide(QAbstractButton *button, GuideTopic topic);

} // namespace clusterdeck
