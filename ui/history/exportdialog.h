// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/export.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace clusterdeck
{

/// What is written for others, in either form.
struct ExportContent {
    QString name; ///< the file's, without DEMO and ending
    std::function<QByteArray(const CsvOptions &)> csv;
    std::function<QByteArray()> json;
};

/// How and where to write something for others. Writes the file whole or not at all; stays open,
/// and says why, when it could not. Show it with open().
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(ExportContent content, bool demo, QWidget *parent);
    /// One batch.
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

    ExportContent m_content;
    bool m_demo;
    QRadioButton *m_csv;
    QRadioButton *m_json;
    QComboBox *m_separator;
    QCheckBox *m_bom;
    QLabel *m_problem;
};

} // namespace clusterdeck
