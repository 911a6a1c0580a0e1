// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QToolButton;

namespace clusterdeck
{

/// A button for each count of a batch. It chooses the items in that state; pressed again, all.
class CountButtons : public QWidget
{
    Q_OBJECT

public:
    explicit CountButtons(QWidget *parent = nullptr);

    void show(const Batch &batch);
    /// No button is pressed any more. Emits nothing.
    void release();

signals:
    /// Nothing: all.
    void stateChosen(std::optional<clusterdeck::ItemState> state);

private:
    void choose(ItemState state);

    QHash<ItemState, QToolButton *> m_buttons;
    QLabel *m_attention;
    std::optional<ItemState> m_chosen;
};

} // namespace clusterdeck
