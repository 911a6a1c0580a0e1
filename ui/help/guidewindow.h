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
    PlanWithConsent,
    ApplyPlan,
    End, ///< the number of topics
};

/// Where a topic is: a file in :/guide/<language>, and the anchor of a heading in its English page;
/// an empty anchor is the beginning of the page.
struct GuidePlace {
    const char *page;
    const char *anchor;
};
[[nodiscard]] const GuidePlace &placeOf(GuideTopic topic);

/// The anchor of a heading, by the rule of code hosting sites: "Why is it Unknown?" →
/// "why-is-it-unknown".
[[nodiscard]] QString anchorOf(const QString &heading);

/// The anchors of the headings of a page, from top to bottom.
[[nodiscard]] QStringList anchorsOf(const QTextDocument &page);

/// The user guide, from the program's resources: :/guide/<language>/*.md in the program's language;
/// a page that does not exist in it is shown in English. The contents at the left list the first
/// page and the pages to which it links; the search covers all of them. Links to other pages are
/// opened here, https links outside of the program; all other links are ignored.
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
        QString text; ///< for the search; null until it is first needed
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
    QLabel *m_problem; ///< a link that could not be opened; else hidden
    QList<Page> m_pages;
};

/// Shows the guide at `topic`, in the one guide window of the main window to which `from` belongs.
/// Start leaves the page that was shown last.
void showGuide(QWidget *from, GuideTopic topic);

/// Lets a click on `button` show the guide at `topic`.
void leadToGuide(QAbstractButton *button, GuideTopic topic);

} // namespace clusterdeck
