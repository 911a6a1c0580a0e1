// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/safetyguarantees.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

QString asText(const QList<SafetyGuarantee> &all)
{
    QStringList parts;
    for (const SafetyGuarantee &guarantee : all)
        parts.append(guarantee.never + u'\n' + guarantee.how + u'\n');
    return parts.join(u'\n');
}

QLabel *addText(QVBoxLayout *column, const QString &text)
{
    QLabel *label = plainLabel(column->parentWidget());
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
    return label;
}

} // namespace

QList<SafetyGuarantee> safetyGuarantees()
{
    return {
        {SafetyGuaranteesWindow::tr("It never sends what you did not confirm."),
         SafetyGuaranteesWindow::tr(
             "Only clusters that you saw by name and confirmed are sent. A cluster that has "
             "changed since is excluded; none is ever added.")},
        {SafetyGuaranteesWindow::tr("It never sends a request twice."),
         SafetyGuaranteesWindow::tr("Each request is sent once. If its answer is lost, the program "
                                    "checks the outcome and does not try again automatically.")},
        {SafetyGuaranteesWindow::tr("It never claims more than it has read back."),
         SafetyGuaranteesWindow::tr(
             "“Done” means that the cluster was missing in two readings. A lost answer is "
             "“Unknown”, not “Failed”, and an accepted request is not yet “Done”.")},
        {SafetyGuaranteesWindow::tr("It never sends a request before recording it."),
         SafetyGuaranteesWindow::tr(
             "Each operation is on disk before it is sent. After a crash or a power cut, unsent "
             "requests are not sent automatically, and sent requests are still followed.")},
        {SafetyGuaranteesWindow::tr("It never acts without your confirmation."),
         SafetyGuaranteesWindow::tr(
             "Suspend, a locked screen, a crash, a closed window, the Enter key: none of these "
             "deletes anything. A parked cluster only triggers a reminder when its day comes.")},
        {SafetyGuaranteesWindow::tr("It never writes a secret to disk."),
         SafetyGuaranteesWindow::tr("Secrets are in the system keychain and nowhere else: not in "
                                    "settings, history, exports or logs. Without a keychain they "
                                    "are kept in memory until the program ends.")},
        {SafetyGuaranteesWindow::tr("It never collects data about you."),
         SafetyGuaranteesWindow::tr(
             "No telemetry, no crash reports, no check for updates. It connects to the addresses "
             "of your accounts and to nothing else.")},
        {SafetyGuaranteesWindow::tr("It never uses an unsafe connection."),
         SafetyGuaranteesWindow::tr(
             "Only HTTPS with a valid certificate, except to this computer itself. Certificate "
             "errors cannot be ignored, and redirects are not followed.")},
        {SafetyGuaranteesWindow::tr("It never contacts a real cloud while you practise."),
         SafetyGuaranteesWindow::tr(
             "While DEMO is shown, all requests go to a practice cloud inside this program.")},
    };
}

SafetyGuaranteesWindow::SafetyGuaranteesWindow(QWidget *parent)
    : Window(QStringLiteral("Promises"), tr("Safety Guarantees"), parent)
{
    auto *inside = new QWidget;
    auto *texts = new QVBoxLayout(inside);
    texts->setContentsMargins(0, 0, space::Large, 0);
    texts->setSpacing(space::Hair);
    const QList<SafetyGuarantee> all = safetyGuarantees();
    for (const SafetyGuarantee &guarantee : all) {
        if (texts->count() > 0)
            texts->addSpacing(space::Large);
        addText(texts, guarantee.never)->setFont(fontFor(Type::Heading, font()));
        setMuted(addText(texts, guarantee.how));
    }
    texts->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(windowTitle());
    area->setAccessibleDescription(asText(all));
    area->setWidget(inside);
    body()->addWidget(area);
    QPushButton *copy =
        addButton(QStringLiteral("Copy"), tr("&Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [all] { QGuiApplication::clipboard()->setText(asText(all)); });
    addCloseButton();
    setFirstSize({widthOfLetters(fontMetrics(), 92), fontMetrics().height() * 38});
    area->setFocus(); // the arrow keys scroll
}

} // namespace clusterdeck
