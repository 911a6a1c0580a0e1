// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/drawing.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QHBoxLayout;

namespace clusterdeck
{

/// A picture with a sentence that says it, and the table behind it: one key away, for a screen
/// reader, for reading numbers, and to be copied. Copies and saves either.
class PicturePage : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the table's for a screen reader.
    PicturePage(const QString &name, QWidget *parent);

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool showsTable() const;
    void setDemo(bool demo) { m_demo = demo; }

public slots:
    void showTable(bool table);
    /// What is shown to the clipboard: the picture's image, or the table's rows.
    void copy();
    /// The picture into a file: what the file dialog ends with.
    void save(const QString &path);

protected:
    /// To be called once, by the constructor of whoever draws.
    void setUp(QWidget *picture, QAbstractItemModel *model);
    /// The picture in a sentence.
    void setSummary(const QString &text);
    /// Says `problem` in the picture's place: there is only the table.
    void setNoPicture(const QString &problem);
    /// The line above the picture, for what chooses what it is about.
    [[nodiscard]] QHBoxLayout *headLine() const { return m_head; }
    [[nodiscard]] bool isDemo() const { return m_demo; }
    /// As it is now, for paper; title, font and `demo` are filled in by the caller.
    [[nodiscard]] virtual Drawing drawing() const = 0;

private:
    void layOut();
    void choosePath();
    void say(const QString &problem);
    [[nodiscard]] Drawing titledDrawing() const;

    QHBoxLayout *m_head;
    QLabel *m_summary;
    QLabel *m_problem;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QPushButton *m_asTable;
    QPushButton *m_copy;
    QPushButton *m_save;
    QString m_name;
    bool m_demo = false;
    bool m_hasPicture = true;
};

} // namespace clusterdeck
