// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/safetyguarantees.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

namespace clusterdeck
{

namespace
{

QString asText(const QList<SafetyGuarantee> &all)
{
    QStringList parts;
    for (const SafetyGuarantee &promise : all)
        parts.append(promise.never + u'\n' + promise.how + u'\n');
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

QList<SafetyGuarantee> promises()
{
    return {
        {SafetyGuaranteesWindow::tr("It never sends what you did not confirm."),
         SafetyGuaranteesWindow::tr(
             "What leaves this machine is what you saw by name and confirmed, or less of it. What "
             "has changed meanwhile drops out; nothing is ever added.")},
        {SafetyGuaranteesWindow::tr("It never sends a request twice."),
         SafetyGuaranteesWindow::tr(
             "Each request goes out once. When its answer is lost, the program looks what became "
             "of it. It does not try again by itself.")},
        {SafetyGuaranteesWindow::tr("It never says more than it has read."),
         SafetyGuaranteesWindow::tr(
             "“Done” means that the cluster is missing from two complete lists. A lost answer is "
             "“Unknown” and not “Failed”; accepted is not gone.")},
        {SafetyGuaranteesWindow::tr("It never sends before it is written down."),
         SafetyGuaranteesWindow::tr(
             "Each intent is on disk first. After a crash or a power cut nothing that was not "
             "sent is sent by itself, and nothing that was sent is forgotten.")},
        {SafetyGuaranteesWindow::tr("It never takes silence for a yes."),
         SafetyGuaranteesWindow::tr(
             "Suspend, a locked screen, a crash, a closed window, the Enter key: none of them "
             "deletes anything. Of a parked cluster you are only reminded when its day comes.")},
        {SafetyGuaranteesWindow::tr("It never writes a secret to disk."),
         SafetyGuaranteesWindow::tr(
             "Secrets are in the system's keychain and nowhere else: not in settings, history, "
             "exports or logs. Without a keychain they last as long as the program.")},
        {SafetyGuaranteesWindow::tr("It never reports about you."),
         SafetyGuaranteesWindow::tr(
             "No telemetry, no crash reports, no search for updates. It talks to the addresses of "
             "your accounts and to nobody else.")},
        {SafetyGuaranteesWindow::tr("It never talks over an unsafe connection."),
         SafetyGuaranteesWindow::tr(
             "Only HTTPS with a certificate that can be checked, except to this machine itself. "
             "There is no button to go on without, and redirects are not followed.")},
        {SafetyGuaranteesWindow::tr("It never touches a real cloud while you practise."),
         SafetyGuaranteesWindow::tr(
             "Where DEMO stands, everything goes to a practice cloud inside this program.")},
    };
}

SafetyGuaranteesWindow::SafetyGuaranteesWindow(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("Promises"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What This Program Never Does"));
    auto *body = new QWidget;
    auto *words = new QVBoxLayout(body);
    words->setContentsMargins(0, 0, space::Large, 0);
    words->setSpacing(space::Hair);
    const QList<SafetyGuarantee> all = promises();
    for (const SafetyGuarantee &promise : all) {
        if (words->count() > 0)
            words->addSpacing(space::Large);
        addText(words, promise.never)->setFont(fontFor(Type::Heading, font()));
        setMuted(addText(words, promise.how));
    }
    words->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(windowTitle());
    area->setAccessibleDescription(asText(all));
    area->setWidget(body);
    auto *copy = new QPushButton(tr("&Copy"), this);
    copy->setObjectName(QStringLiteral("Copy"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [all] { QGuiApplication::clipboard()->setText(asText(all)); });
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(copy);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Large);
    column->setSpacing(space::Large);
    column->addWidget(area, 1);
    column->addLayout(foot);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(
        QSize(widthOfLetters(fontMetrics(), 92), fontMetrics().height() * 38).boundedTo(screenful));
    area->setFocus(); // the arrows scroll
}

} // namespace clusterdeck
