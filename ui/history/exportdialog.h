// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace clusterdeck
{

/// How and where to write one batch for others. Writes the file whole or not at all; stays open,
/// and says why, when it could not. Show it with open().
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const Batch &batch, const QList<JournalEvent> &events, bool demo, QWidget *parent);

    /// The file's bytes, as chosen now.
    [[nodiscard]] QByteArray content() const;

public slots:
    /// Writes the content to `path`; what the file dialog ends with.
    void write(const QString &path);

signals:
    /// It was written. The dialog closes by itself.
    void written(const QString &path);

private:
    void layOut();
    void choosePath();

    Batch m_batch;
    QList<JournalEvent> m_events;
    bool m_demo;
    QRadioButton *m_csv;
    QRadioButton *m_json;
    QComboBox *m_separator;
    QCheckBox *m_bom;
    QLabel *m_problem;
};

} // namespace clusterdeck
