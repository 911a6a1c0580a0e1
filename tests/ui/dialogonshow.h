// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/manualclock.h"
#include "tests/ui/builders.h"
#include "tests/ui/confirmhands.h"
#include "ui/look/resources.h"

namespace clusterdeck
{

/// A confirmation on show, on a clock that the test turns, and what it confirmed.
class DialogOnShow : public QObject
{
protected:
    void open(const Plan &plan, ConfirmDialog::Asking asking = ConfirmDialog::Asking::First,
              bool demo = false)
    {
        close();
        m_confirmed.clear();
        m_dialog = new ConfirmDialog(plan, labelsOf("lab", "z1"), demo, m_clock, nullptr, asking);
        connect(m_dialog, &ConfirmDialog::confirmed, this,
                [this](const Plan &confirmed) { m_confirmed.append(confirmed); });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void close() { delete m_dialog; }
    void passDeadTime() { m_clock.advance(ConfirmDialog::DeadTime); }

    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_dialog.child<T>(name);
    }
    [[nodiscard]] QString label(const char *name) const { return m_dialog.label(name); }
    [[nodiscard]] QPushButton *go() const { return m_dialog.go(); }
    [[nodiscard]] QPushButton *stay() const { return m_dialog.stay(); }
    [[nodiscard]] QCheckBox *saved() const { return m_dialog.saved(); }
    [[nodiscard]] QLineEdit *count() const { return m_dialog.count(); }
    [[nodiscard]] QTableView *table() const { return m_dialog.table(); }

    ManualClock m_clock;
    ConfirmHands m_dialog;
    QList<Plan> m_confirmed;
};

} // namespace clusterdeck
