// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace clusterdeck
{

/// A word for a mode of the whole window; its tool tip explains the mode.
class ModeBadge : public QLabel
{
    Q_OBJECT

protected:
    ModeBadge(const QString &name, const QString &word, const QString &meaning, QWidget *parent);
    void paintEvent(QPaintEvent *event) override;
};

/// DEMO: the window shows the practice cloud.
class DemoBadge : public ModeBadge
{
    Q_OBJECT

public:
    explicit DemoBadge(QWidget *parent = nullptr);
};

/// PRESENTER: the window shows pseudonyms, and every account is read-only.
class PresenterBadge : public ModeBadge
{
    Q_OBJECT

public:
    explicit PresenterBadge(QWidget *parent = nullptr);
};

} // namespace clusterdeck
