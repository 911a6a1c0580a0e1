// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/clustertable.h"
#include "ui/clusters/selectionsummary.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace clusterdeck
{

class EmptyState;
class Session;

/// The middle of the window: the table, what stands in its place while it has no rows, and under it
/// one line about the selection. Owns the models over the session's clusters and the filter field,
/// which the window puts where it likes.
class ClusterPane : public QWidget
{
    Q_OBJECT

public:
    explicit ClusterPane(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] ClusterTable *table() const { return m_table; }
    [[nodiscard]] QLineEdit *filterField() const { return m_filter; }
    [[nodiscard]] const SelectionSummary &summary() const { return m_summary; }
    [[nodiscard]] int shown() const { return m_view.rowCount(); }

    /// Says at the right of the selection line what is being read, with a way to give it up; empty:
    /// done.
    void showReading(const QString &text);

signals:
    /// summary() may have changed.
    void summaryChanged();
    /// shown() may have changed.
    void shownChanged();
    void readingCancelled();
    void tryAgainWanted();
    void demoWanted();
    void addAccountWanted();
    void importWanted();
    void accountsWanted();
    void checkWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Page { NoAccount, NoneOpen, Waiting, Loading, Failed, Empty, NothingMatches, Table };
    [[nodiscard]] Page currentPage() const;
    [[nodiscard]] Page pageWithoutAccount() const;
    [[nodiscard]] QString failure() const;
    void layOut();
    void updatePage();
    void updateSummary();
    void emptyButtonClicked(int button);
    void describe(Page page);

    Session &m_session;
    ClusterView m_view;
    ClusterTableModel m_model;
    ClusterTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QLineEdit *m_filter;
    QWidget *m_strip;
    QLabel *m_selection;
    QLabel *m_reading;
    QPushButton *m_cancel;
    SelectionSummary m_summary;
    Page m_page = Page::Table;
    bool m_everHadRows = false;
};

} // namespace clusterdeck
