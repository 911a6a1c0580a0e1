// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QToolButton;

namespace clusterdeck
{

/// A button for each state of a batch's items, with their number. Pressing it chooses the items in
/// that state; pressing it again chooses all.
class CountButtons : public QWidget
{
    Q_OBJECT

public:
    explicit CountButtons(QWidget *parent = nullptr);

    /// Updates the buttons to the counts of `batch`.
    void show(const Batch &batch);
    /// Releases the pressed button. Emits nothing.
    void release();

signals:
    /// The user chose the items in `state`; none: all items.
    void stateChosen(std::optional<clusterdeck::ItemState> state);

private:
    void choose(ItemState state);

    QHash<ItemState, QToolButton *> m_buttons;
    QLabel *m_attention;
    std::optional<ItemState> m_chosen;
};

} // namespace clusterdeck
