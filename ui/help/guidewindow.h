// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTextBrowser;
class QUrl;

namespace clusterdeck
{

/// The user guide, from the program's resources: :/guide/<language>/*.md in the language of the
/// program; what that does not have, in English. A window of its own, with its own entry in the
/// task bar. Only addresses with https are opened outside of it.
class GuideWindow : public QWidget
{
    Q_OBJECT

public:
    GuideWindow();

    [[nodiscard]] QTextBrowser *browser() const { return m_browser; }

private:
    void createTools();
    void follow(const QUrl &link);
    /// `name`: "index.md". Nothing happens when there is no such page.
    void open(const QString &name);
    void find(bool backward);

    QTextBrowser *m_browser;
    QLineEdit *m_find;
    QLabel *m_notFound;
};

} // namespace clusterdeck
