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

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("About"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About"));
    auto *sign = new QLabel(this);
    setSign(sign, applicationIcon(), 64);
    const QString version = QString::fromLatin1(qVersion());
    const QString built = QStringLiteral(QT_VERSION_STR);
    QLabel *title = addText(tr("Clusterdeck %1").arg(QStringLiteral(CLUSTERDECK_VERSION)));
    title->setFont(fontFor(Type::Title, font()));
    addText(tr("See the HPC clusters of a QingCloud-type EHPC cloud in one table, select many, "
               "delete, stop or start them, and watch every job to its end."));
    addText(tr("It tells the truth about every single item, and it never deletes what was not "
               "shown."));
    setMuted(addText(tr("Free software under the GNU General Public License, version 3 or later "
                        "(GPL-3.0-or-later). It comes without any warranty.")));
    setMuted(addText(
        version == built
            ? tr("Made with Qt %1 (LGPL), QtKeychain (BSD), SQLite (public domain), yaml-cpp (MIT) "
                 "and tl::expected (CC0).")
                  .arg(version)
            : tr("Made with Qt %1, built with %2 (LGPL), QtKeychain (BSD), SQLite (public "
                 "domain), yaml-cpp (MIT) and tl::expected (CC0).")
                  .arg(version, built)));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *words = new QVBoxLayout;
    words->setSpacing(space::Large);
    for (QLabel *label : std::as_const(m_texts))
        words->addWidget(label);
    words->addStretch(1);
    words->addWidget(close, 0, Qt::AlignRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    row->setSpacing(space::Huge);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    const int width = widthOfLetters(fontMetrics(), 76);
    resize(width, heightForWidth(width));
    close->setFocus();
}

QLabel *AboutDialog::addText(const QString &text)
{
    QLabel *label = plainLabel(this);
    label->setText(text);
    // Versions are wanted in reports. By the mouse only: six stops on the way to one button are a
    // long way.
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_texts.append(label);
    return label;
}

} // namespace clusterdeck
