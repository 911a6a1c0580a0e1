// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/details/detailmodel.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace clusterdeck
{

class EmptyState;
struct DetailMessage;

/// One tab of the details pane: a table or a message in its place, and a line below it with how old
/// it is, what else there is, and copying. Shows what it is told.
class DetailTab : public QWidget
{
    Q_OBJECT

public:
    /// What its buttons do.
    struct Commands {
        std::function<void()> refresh;
        /// Puts these rows, rising, on the clipboard. As text the page copies by itself.
        std::function<void(const QList<int> &rows)> copyJson;
        std::function<void()> readMore;
        std::function<void()> readAnyway;
    };
    /// `name` for screen readers, `objectName` for everything else.
    DetailTab(DetailModel &model, const QString &objectName, const QString &name, Commands commands,
              QWidget *parent);

    [[nodiscard]] const DetailModel &model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }

    struct Content {
        QString foot;
        bool reading = false; ///< then nothing more can be asked for
        bool hasMore = false;
        bool withheld = false; ///< offers to read anyway, beside the rows
    };
    /// Rows and a line below them.
    void show(const Content &content);
    /// A message instead of rows, while the model has none.
    void showMessage(const DetailMessage &message);

    /// A fact a row: no header, and long values on several lines.
    void makeFactList();

    /// What has the keyboard when the page is entered.
    void enter();

private:
    void layOut(const QString &objectName, const QString &name);
    QAction *copyAction(const QString &name, const QString &text, bool all, bool json);
    void addCopyActions();
    void copy(bool all, bool json);
    [[nodiscard]] QList<int> rows(bool all) const;
    void updateCopying();
    void hideEmptyColumns();
    void scrolled(int value);

    DetailModel &m_model;
    Commands m_commands;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_message;
    QLabel *m_foot;
    QToolButton *m_more;
    QToolButton *m_anyway;
    QToolButton *m_refresh;
    QToolButton *m_copy;
    QList<QAction *> m_copySelected;
    QList<QAction *> m_copyAll;
    bool m_canReadMore = false;
};

} // namespace clusterdeck
