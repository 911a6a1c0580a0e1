// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/selectionsummary.h"
#include "ui/clusters/table/clustertable.h"

#include <QTimer>
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

/// The centre of the window: the filters, the table or a message in its place, and below it one
/// line about the selection. Owns the models over the session's clusters, and the filter field,
/// which the window places.
class ClusterPane : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the pane. `demo`: the action that opens the practice cloud; offered while there
    /// is no account.
    ClusterPane(Session &session, AccountController &accounts, OperationController &controller,
                QAction *demo, QWidget *parent);

    [[nodiscard]] ClusterTable *table() const { return m_table; }
    [[nodiscard]] QLineEdit *filterField() const { return m_filter; }
    /// The parts of this pane in reading order, see PaneCycle.
    [[nodiscard]] QList<QWidget *> panes() const;
    /// The summary of a long selection is complete only a moment after the selection has changed.
    [[nodiscard]] const SelectionSummary &summary() const { return m_summary; }
    [[nodiscard]] int shown() const { return m_view.rowCount(); }

    /// Exports the shown clusters: as CSV the visible columns in their order, as JSON all facts.
    [[nodiscard]] QAction *exportShown() const { return m_export; }

    /// Adds the actions for the table's appearance to a menu.
    void addTo(QMenu *menu) const;

    /// The table's state for the settings, except its header: the filter, the second sort level,
    /// the named filters, and whether the filter bar is hidden.
    [[nodiscard]] QByteArray memory() const;
    /// Empty: changes nothing.
    void setMemory(const QByteArray &memory);

    /// Sets the text and the criteria together.
    void setFilter(const QString &text, const FilterCriteria &criteria);
    void clearFilter() { setFilter({}, {}); }

    /// Some of the selected clusters `keys` are hidden. Asks in a message bar above the table
    /// whether to show exactly the selected clusters, or to deselect the hidden ones. In the second
    /// case `proceed` gets the others, if there are any. The question disappears when the selection
    /// changes.
    void askAboutHidden(const QList<ClusterKey> &keys,
                        std::function<void(const QList<ClusterKey> &rest)> proceed);
    /// Shows exactly the selected clusters until the filter is changed.
    void showSelected();

signals:
    /// summary() may have changed.
    void summaryChanged();
    /// memory() or the table's columns() may have changed.
    void memoryChanged();
    /// A named filter was saved, renamed or deleted: memory() must be saved now.
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
    [[nodiscard]] QString failureText() const;
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
    void summarizeSelection();
    void updateSummary();
    void continueSummary();
    void showSummary();
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
    QAction *m_showAll; ///< Ctrl+0: clears the filter
    FiltersMenu *m_named;
    FilterBar *m_chips;
    QAction *m_chipsShown;
    QAction *m_export;
    MessageBarStack *m_notes;
    SelectionBar *m_bar;
    SelectionSummary m_summary;
    SelectionSummarizer m_summarizer;
    QTimer m_nextPart;
    bool m_summarizeAgain = false; ///< something has changed since the summarizer began
    Page m_page = Page::Table;
    bool m_everHadRows = false;
};

} // namespace clusterdeck
