// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

class QLabel;
class QLineEdit;
class QTextBrowser;
class QUrl;

namespace clusterdeck
{

/// The user guide, from the program's resources: :/guide/<language>/*.md in the language of the
/// program; pages that do not exist in it, in English. Only addresses with https are opened outside
/// of the program.
class GuideWindow : public Window
{
    Q_OBJECT

public:
    explicit GuideWindow(QWidget *parent = nullptr);

    [[nodiscard]] QTextBrowser *browser() const { return m_browser; }

private:
    void createTools();
    void follow(const QUrl &link);
    /// `name`: of the file of a page. Nothing happens when there is no such page.
    void open(const QString &name);
    void find(bool backward);

    QTextBrowser *m_browser;
    QLineEdit *m_find;
    QLabel *m_notFound;
};

} // namespace clusterdeck
