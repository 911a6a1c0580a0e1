// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/builders.h"
#include "ui/look/resources.h"
#include "ui/operations/confirmdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace clusterdeck
{

/// A confirmation on show, what it confirmed, and hands for its parts.
class DialogOnShow : public QObject
{
protected:
    void open(const Plan &plan, ConfirmDialog::Asking asking = ConfirmDialog::Asking::First)
    {
        m_confirmed.clear();
        m_dialog = new ConfirmDialog(
            plan, {{QStringLiteral("a"), {QStringLiteral("lab"), QStringLiteral("z1")}}}, false,
            nullptr, asking);
        connect(m_dialog, &ConfirmDialog::confirmed, this,
                [this](const Plan &confirmed) { m_confirmed.append(confirmed); });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void close() { delete m_dialog; }

    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString label(const char *name) const { return child<QLabel>(name)->text(); }
    [[nodiscard]] QPushButton *go() const { return child<QPushButton>("Go"); }
    [[nodiscard]] QPushButton *stay() const { return child<QPushButton>("Keep them"); }
    [[nodiscard]] QCheckBox *saved() const
    {
        return child<QCheckBox>("The data is saved or not needed");
    }
    [[nodiscard]] QLineEdit *count() const { return child<QLineEdit>("Number of clusters"); }
    void untick(int row)
    {
        QAbstractItemModel *model = child<QTableView>("Plan")->model();
        QVERIFY(model->setData(model->index(row, 0), Qt::Unchecked, Qt::CheckStateRole));
    }

    QPointer<ConfirmDialog> m_dialog;
    QList<Plan> m_confirmed;
};

} // namespace clusterdeck
