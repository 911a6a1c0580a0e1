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

/// A field for a pasted list of clusters, and the cluster that each line means. Only certain
/// matches, and those that the user ticked, are chosen. Show it with open().
///
/// A list of any length is matched in steps of less than a frame, on the event loop.
class SelectByListDialog : public Dialog
{
    Q_OBJECT

public:
    /// `clusters` outlives the dialog. `canAdd`: clusters are selected already, so a button to add
    /// to the selection is shown.
    SelectByListDialog(ClusterModel &clusters, bool canAdd, QWidget *parent);

    /// Reads a file in a thread; then replaces the pasted text by its text, or says why it cannot
    /// be read.
    void load(const QString &path);

signals:
    /// At most once: the chosen clusters, without duplicates. `add`: they are added to the
    /// selection. The dialog then closes.
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
    void finishLoad(const tl::expected<ListText, QString> &text);
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
    QPushButton *m_add = nullptr; ///< null without `canAdd`
    QPushButton *m_select;
    QTimer m_typing; ///< waits for a pause in typing, with a long list
    QTimer m_piece;  ///< matches the next piece
};

} // namespace clusterdeck
