// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QToolButton;

namespace clusterdeck
{

/// A batch's counts, a button each: pressed, it asks to see only the items of that state; pressed
/// again, all of them.
class CountButtons : public QWidget
{
    Q_OBJECT

public:
    explicit CountButtons(QWidget *parent = nullptr);

    void show(const Batch &batch);
    /// Lets go of whatever is pressed, without a signal.
    void release();

signals:
    /// Nothing: all of them.
    void stateChosen(std::optional<clusterdeck::ItemState> state);

private:
    void choose(ItemState state);

    QHash<ItemState, QToolButton *> m_buttons;
    QLabel *m_attention;
    std::optional<ItemState> m_chosen;
};

} // namespace clusterdeck
