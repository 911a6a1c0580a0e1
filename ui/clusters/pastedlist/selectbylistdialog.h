// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/pastedlist/listmatchmodel.h"
#include "ui/widgets/window.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace clusterdeck
{

class RecordTable;

/// A field to paste a list of clusters into, and which cluster of the table each line of it means.
/// Only what is certain, and what the person ticked, is chosen. Show it with open().
///
/// A list of any length is matched in steps of less than a frame, on the event loop.
class SelectByListDialog : public Dialog
{
    Q_OBJECT

public:
    /// `clusters` outlives the dialog. `canAdd`: something is selected already, so that adding to
    /// it differs from selecting.
    SelectByListDialog(ClusterModel &clusters, bool canAdd, QWidget *parent);

    /// Replaces the pasted text by that of a file, or says why the file cannot be read.
    void load(const QString &path);

signals:
    /// At most once: these clusters, none twice. `add`: to what is selected. The dialog closes by
    /// itself.
    void chosen(const QList<clusterdeck::ClusterKey> &keys, bool add);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createText();
    void createButtons(bool canAdd);
    void layOut();
    void textChanged();
    void match();
    void showMatches();
    void update();
    void setReady(bool ready);
    void choose(bool add);
    void copyNotFound();
    void openFile();
    [[nodiscard]] QList<ClusterKey> keys() const;

    ClusterModel &m_clusters;
    ListMatching m_matching;
    ListMatchModel m_model;
    QPlainTextEdit *m_text;
    RecordTable *m_table;
    QLabel *m_summary;
    QLabel *m_among;
    QLabel *m_problem;
    QCheckBox *m_onlyProblems;
    QPushButton *m_copy;
    QPushButton *m_open;
    QPushButton *m_add = nullptr; ///< only where something is selected already
    QPushButton *m_select;
    QTimer m_typing; ///< until a long list is read again
    QTimer m_piece;  ///< until the next piece is matched
};

} // namespace clusterdeck
