// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutdialog.h"

#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("About"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Clusterdeck"));
    auto *sign = new QLabel(this);
    sign->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *title = new QLabel(tr("Clusterdeck %1").arg(QStringLiteral(CLUSTERDECK_VERSION)), this);
    auto *text =
        new QLabel(tr("See the HPC clusters of a QingCloud-type EHPC cloud in one table, select "
                      "many, delete, stop or start them, and watch every job to its end.\n\n"
                      "It tells the truth about every single item, and it never deletes what "
                      "was not shown."),
                   this);
    auto *small =
        new QLabel(tr("Free software under the GNU General Public License, version 3 or later. "
                      "Built with Qt %1.")
                       .arg(QString::fromLatin1(qVersion())),
                   this);
    for (QLabel *label : {title, text, small}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.5);
    big.setBold(true);
    title->setFont(big);
    setQuiet(small);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *words = new QVBoxLayout;
    words->setSpacing(space::Large);
    for (QLabel *label : {title, text, small})
        words->addWidget(label);
    words->addStretch(1);
    words->addWidget(close, 0, Qt::AlignRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    row->setSpacing(space::Huge);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    const int width = fontMetrics().averageCharWidth() * 76;
    resize(width, heightForWidth(width));
}

} // namespace clusterdeck
