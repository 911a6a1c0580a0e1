// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/aboutdialog.h"

#include "ui/theme/glyphlabel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/tables.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

QLabel *addText(QVBoxLayout *column, const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setText(text);
    // For bug reports. By mouse only: else Tab would stop at every text before the button.
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : Dialog(QStringLiteral("About"), tr("About"), parent)
{
    auto *icon = new QLabel(this);
    setLabelIcon(icon, applicationIcon(), 64);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(space::Large);
    addText(texts, tr("Clusterdeck %1").arg(QStringLiteral(CLUSTERDECK_VERSION)), this)
        ->setFont(fontFor(Type::Title, font()));
    addText(texts,
            tr("Shows the HPC clusters of a QingCloud-type EHPC cloud in one table; deletes, stops "
               "or starts many at once, and follows every job until it ends."),
            this);
    addText(texts,
            tr("Each cluster has its own result. Only clusters that were shown are deleted."),
            this);
    setMuted(addText(texts,
                     tr("Free software under the GNU General Public License, version 3 or later "
                        "(GPL-3.0-or-later). It comes without any warranty."),
                     this));
    const QString version = QString::fromLatin1(qVersion());
    const QString built = QStringLiteral(QT_VERSION_STR);
    const QString qt =
        version == built ? version : tr("%1, built with %2", "versions").arg(version, built);
    setMuted(addText(texts,
                     tr("Uses Qt %1 (LGPL), QtKeychain (BSD), SQLite (public domain), yaml-cpp "
                        "(MIT) and tl::expected (CC0).")
                         .arg(qt),
                     this));
    texts->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::Huge);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    body()->addLayout(row);
    QPushButton *close = addCloseButton();
    close->setDefault(true);
    fitToWidth(76);
    close->setFocus();
}

} // namespace clusterdeck
