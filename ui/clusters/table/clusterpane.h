// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/selectionsummary.h"
#include "ui/clusters/table/clustertable.h"

#include <QWidget>

#include <functional>

class QAction;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace clusterdeck
{

class AccountController;
class EmptyState;
class FilterBar;
class FiltersMenu;
class OperationController;
class SelectionBar;
class Session;
class MessageBarStack;

/// The middle of the window: the filters, the table, what stands in its place while it has no rows,
/// and under it one line about the selection. Owns the models over the session's clusters and the
/// filter field, which the window puts where it likes.
class ClusterPane : public QWidget
{
    Q_OBJECT

public:
    /// All outlive it. `demo` opens the practice cloud; it is offered while there is no account.
    ClusterPane(Session &session, AccountController &accounts, OperationController &controller,
                QAction *demo, QWidget *parent);

    [[nodiscard]] ClusterTable *table() const { return m_table; }
    [[nodiscard]] QLineEdit *filterField() const { return m_filter; }
    /// Its own panes, in the order of reading, for the keyboard to go round.
    [[nodiscard]] QList<QWidget *> panes() const;
    [[nodiscard]] const SelectionSummary &summary() const { return m_summary; }
    [[nodiscard]] int shown() const { return m_view.rowCount(); }

    /// Exports what is shown: the visible columns in their order, or all that is known.
    [[nodiscard]] QAction *exportShown() const { return m_export; }

    /// Adds what is about the table's look to a menu.
    void addTo(QMenu *menu) const;

    /// How the table looks but for its header: the filter, the second level of the order and the
    /// named filters, for the settings.
    [[nodiscard]] QByteArray memory() const;
    void setMemory(const QByteArray &memory);

    /// Another text and other criteria, in one go.
    void setFilter(const QString &text, const FilterCriteria &criteria);
    void clearFilter() { setFilter({}, {}); }

    /// Of `keys`, selected ones, some are hidden. Asks in a message bar above the table: to show
    /// exactly what is selected, or to drop what is hidden. In the second case `goOn` gets the
    /// rest, unless there is none. The question goes away when something else is selected.
    void askAboutHidden(const QList<ClusterKey> &keys,
                        std::function<void(const QList<ClusterKey> &rest)> goOn);
    /// Shows exactly what is selected until the filter is changed.
    void showSelected();

signals:
    /// summary() may have changed.
    void summaryChanged();
    /// memory() has changed; filtersKept(): a named filter has, which is to be written down now.
    void memoryChanged();
    void filtersKept();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Page {
        NoAccount,
        NoneOpen,
        Waiting,
        Presenting,
        Loading,
        Failed,
        Empty,
        NothingMatches,
        Table
    };
    [[nodiscard]] Page currentPage() const;
    [[nodiscard]] Page pageWithoutAccount() const;
    [[nodiscard]] QString failure() const;
    void layOut();
    void createFilterField();
    void createFilters();
    void askForExport();
    void applyNamed(const NamedFilter &filter);
    void updateFilters();
    void updateOnlySelected();
    void selectionChanged();
    [[nodiscard]] NamedFilter currentFilter() const;
    [[nodiscard]] QString nothingMatchesText() const;
    [[nodiscard]] bool isInUse() const;
    void updatePage();
    void updateSummary();
    void describe(Page page);

    Session &m_session;
    AccountController &m_accounts;
    QAction *m_demo;
    ClusterView m_view;
    ClusterTableModel m_model;
    ClusterTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QLineEdit *m_filter;
    QAction *m_showAll; ///< Ctrl+0: gives up the filter
    FiltersMenu *m_named;
    FilterBar *m_chips;
    QAction *m_chipsShown;
    QAction *m_export;
    MessageBarStack *m_notes;
    SelectionBar *m_bar;
    SelectionSummary m_summary;
    Page m_page = Page::Table;
    bool m_everHadRows = false;
};

} // namespace clusterdeck
