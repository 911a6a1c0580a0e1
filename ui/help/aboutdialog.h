// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;

namespace clusterdeck
{

/// What this program is, its version and licence, and what it is made with. Show it with open().
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);

private:
    QLabel *addText(const QString &text);

    QList<QLabel *> m_texts;
};

} // namespace clusterdeck
