// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace clusterdeck
{

class EmptyState;
struct DetailMessage;
class RecordModelBase;
class RecordTable;

/// One tab of the details pane: a table, or a message in place of it; below it the time of reading
/// and the buttons for refreshing, reading more and copying. The pane sets its contents.
class DetailTab : public QWidget
{
    Q_OBJECT

public:
    /// What its buttons do.
    struct Commands {
        std::function<void()> refresh;
        std::function<void()> readMore;
        std::function<void()> readAnyway;
    };
    /// `name`: what screen readers say, translated. `objectName`: never translated.
    DetailTab(RecordModelBase &model, const QString &objectName, const QString &name,
              Commands commands, QWidget *parent);

    [[nodiscard]] const RecordModelBase &model() const { return m_model; }
    [[nodiscard]] RecordTable *table() const { return m_table; }

    struct Content {
        QString foot;
        bool reading = false; ///< true disables the buttons that read
        bool hasMore = false;
        bool withheld = false; ///< a button below the rows reads in spite of the quota
    };
    /// Rows and a line below them.
    void show(const Content &content);
    /// A message instead of rows, while the model has none.
    void showMessage(const DetailMessage &message);

    /// Shows one fact per row: no header, and long values on several lines.
    void makeFactList();

    /// Adds an action to the menu of the Copy button and to the table's context menu.
    void addToCopyMenu(QAction *action);

    /// Gives the table the keyboard focus; while there is a message, the Refresh button.
    void enter();

private:
    void layOut();
    void addCopyActions();
    void updateCopying();
    void scrolled(int value);

    RecordModelBase &m_model;
    Commands m_commands;
    QStackedWidget *m_stack;
    RecordTable *m_table;
    EmptyState *m_message;
    QLabel *m_foot;
    QToolButton *m_more;
    QToolButton *m_anyway;
    QToolButton *m_refresh;
    QToolButton *m_copy;
    bool m_canReadMore = false;
};

} // namespace clusterdeck
