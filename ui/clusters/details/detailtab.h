// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/details/detailmodel.h"

#include <QWidget>

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
/// it is, what else there is, and copying. Shows what it is told and asks for the rest by signals.
class DetailTab : public QWidget
{
    Q_OBJECT

public:
    /// `name` for screen readers, `objectName` for everything else.
    DetailTab(DetailModel &model, const QString &objectName, const QString &name, QWidget *parent);

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

signals:
    void refreshWanted();
    void moreWanted();
    void anywayWanted();
    /// These rows, rising, are wanted on the clipboard as JSON. As text the page copies by itself.
    void jsonWanted(const QList<int> &rows);

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
    bool m_anywayByMessage = false;
};

} // namespace clusterdeck
