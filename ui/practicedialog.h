// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/presenter/rehearsal.h"
#include "ui/widgets/window.h"

#include <QList>

class QCheckBox;
class QSpinBox;

namespace clusterdeck
{

/// Options for practising with the table's clusters: whether their names are replaced, and which
/// faults the practice cloud simulates. Show it with open().
class PracticeDialog : public Dialog
{
    Q_OBJECT

public:
    explicit PracticeDialog(QWidget *parent);

signals:
    /// `options`: command-line options of clusterdeck-demo-service, without those left at their
    /// first value. The dialog has closed by then.
    void chosen(clusterdeck::RehearsedNames names, const QStringList &options);

private:
    void choose();

    QCheckBox *m_invented;
    QList<QSpinBox *> m_faults; ///< the object name of each is its option's name
};

} // namespace clusterdeck
