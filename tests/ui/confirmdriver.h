// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/confirmdialog.h"
#include "ui/widgets/recordtable.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace clusterdeck
{

/// A pointer to the confirmation dialog, with functions that operate its controls.
class ConfirmDriver : public QPointer<ConfirmDialog>
{
public:
    using QPointer::QPointer;

    [[nodiscard]] bool isShown() const { return *this && data()->isVisible(); }
    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return data()->template findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString label(const char *name) const { return child<QLabel>(name)->text(); }
    [[nodiscard]] QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    [[nodiscard]] QPushButton *go() const { return button("Go"); }
    [[nodiscard]] QPushButton *stay() const { return button("Keep them"); }
    [[nodiscard]] QCheckBox *saved() const
    {
        return child<QCheckBox>("The data is saved or not needed");
    }
    [[nodiscard]] QLineEdit *count() const { return child<QLineEdit>("Number of clusters"); }
    [[nodiscard]] RecordTable *table() const { return child<RecordTable>("Plan"); }
    [[nodiscard]] QModelIndex cell(int row, int column) const
    {
        return table()->model()->index(row, column);
    }
    [[nodiscard]] QModelIndex cell(int row, const char *column) const
    {
        return cell(row, table()->recordModel()->columnOf(column));
    }
    [[nodiscard]] QSet<QString> ids() const
    {
        QSet<QString> ids;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            ids.insert(cell(row, "id").data().toString());
        return ids;
    }

    void untick(int row) const
    {
        QVERIFY(table()->model()->setData(cell(row, 0), Qt::Unchecked, Qt::CheckStateRole));
    }
    /// Enters the number, or the end of the id of a single cluster, and ticks the box, if the
    /// dialog asks for them.
    void giveWhatIsAsked() const
    {
        if (count()->isVisible()) {
            static const QRegularExpression digits(QStringLiteral("[0-9]+"));
            const QString number = digits.match(go()->text()).captured();
            count()->clear();
            QTest::keyClicks(count(), number == u"1" ? tickedId().right(4) : number);
        }
        if (saved()->isVisible() && !saved()->isChecked())
            QTest::keyClick(saved(), Qt::Key_Space);
    }

private:
    /// The id of the first ticked cluster.
    [[nodiscard]] QString tickedId() const
    {
        int row = 0;
        while (cell(row, 0).data(Qt::CheckStateRole) == Qt::Unchecked)
            ++row;
        return cell(row, "id").data().toString();
    }
};

} // namespace clusterdeck
