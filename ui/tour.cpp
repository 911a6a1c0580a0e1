// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour.h"

#include "app/clusters/clusterstate.h"
#include "app/session.h"
#include "app/support/visibletext.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/mainwindow.h"
#include "ui/operations/confirmdialog.h"
#include "ui/operations/operationcontroller.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/mnemonic.h"
#include "ui/words/statelook.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <cstdio>

namespace clusterdeck
{

namespace
{

using std::chrono::milliseconds;

constexpr int ClustersToDelete = 3;
constexpr milliseconds Glance{400}; ///< between steps, so that people can follow

void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = {}, const QString &text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(widget, &up);
}

void type(QWidget *widget, const QString &text)
{
    for (const QChar letter : text)
        press(widget, letter.toUpper().unicode(), {}, letter);
}

QSet<QString> idsOf(const ClusterModel &clusters)
{
    QSet<QString> ids;
    for (int row = 0; row < clusters.rowCount(); ++row)
        ids.insert(clusters.keyAt(row).id);
    return ids;
}

/// Whether the tour may delete the cluster: it must belong to `owner`.
bool isFit(const ClusterRecord &cluster, const QString &owner)
{
    return allows(cluster, Verb::Delete) && cluster.owner == owner;
}

/// The most frequent first word of the names of deletable clusters, if at least ClustersToDelete of
/// them share it; empty otherwise.
QString wordFor(const ClusterModel &clusters, const QString &owner)
{
    QMap<QString, int> deletable;
    for (int row = 0; row < clusters.rowCount(); ++row) {
        const ClusterRecord &record = clusters.clusterAt(row).record;
        const QString word = record.name.section(u'-', 0, 0).toLower();
        const bool plain = std::all_of(word.begin(), word.end(), [](QChar letter) {
            return letter >= u'a' && letter <= u'z';
        });
        if (plain && word.size() >= 2 && isFit(record, owner))
            ++deletable[word];
    }
    QString best;
    for (auto word = deletable.cbegin(); word != deletable.cend(); ++word) {
        if (word.value() >= ClustersToDelete &&
            (best.isEmpty() || word.value() > deletable.value(best)))
            best = word.key();
    }
    return best;
}

} // namespace

tl::expected<OutputFolder, QString> Tour::prepare(const QString &folder)
{
    auto opened = OutputFolder::openOwn(folder);
    if (!opened)
        return tl::unexpected(QStringLiteral("The folder for the pictures cannot be used. %1")
                                  .arg(fileProblemText(opened.error())));
    // Qt's input method for Wayland (6.4 to 6.11) crashes when a key is sent to a field while the
    // compositor has no input device. The tour types digits, for which compose is sufficient.
    qputenv("QT_IM_MODULE", "compose");
    qunsetenv("QT_IM_MODULES"); // which Qt 6.7 and later prefer
    return std::move(*opened);
}

Tour::Tour(MainWindow &window, Session &session, const OutputFolder &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_folder(folder)
{
    m_poll.setInterval(25);
    connect(&m_poll, &QTimer::timeout, this, &Tour::step);
    m_limit.setSingleShot(true);
    m_limit.setInterval(Limit);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { end(1, QStringLiteral("The tour took longer than two minutes.")); });
    // The offscreen platform's screen must not limit the size of the screenshots.
    if (QGuiApplication::platformName() == u"offscreen")
        window.resize(1360, 800);
    connect(window.controller(), &OperationController::asking, this, [this](ConfirmDialog *dialog) {
        m_dialog = dialog;
        if (QGuiApplication::platformName() == u"offscreen")
            dialog->resize(1200, dialog->height());
    });
}

void Tour::start()
{
    m_clock.start();
    m_limit.start();
    m_poll.start();
    say(QStringLiteral("Opening the practice cloud"));
    then(
        Glance,
        [this] {
            const ClusterFeed *feed = m_session.feeds().value(0);
            return feed && feed->isComplete() && m_window.pane()->shown() > 0;
        },
        [this] { showAll(); });
}

void Tour::then(milliseconds pause, std::function<bool()> ready, std::function<void()> next)
{
    m_notBefore = m_clock.elapsed() + pause.count();
    m_ready = std::move(ready);
    m_next = std::move(next);
}

void Tour::step()
{
    if (m_ended || !m_next || m_clock.elapsed() < m_notBefore || (m_ready && !m_ready()))
        return;
    const auto next = std::exchange(m_next, nullptr);
    next();
}

void Tour::say(const QString &line)
{
    // Control characters could change the terminal.
    std::fputs(qPrintable(visibleText(line) + u'\n'), stdout);
    std::fflush(stdout);
}

bool Tour::picture(const QString &name)
{
    QPixmap shot = m_window.grab();
    if (m_dialog && m_dialog->isVisible()) {
        QPainter painter(&shot);
        painter.setOpacity(0.3);
        painter.fillRect(m_window.rect(), m_window.palette().color(QPalette::Shadow));
        painter.setOpacity(1);
        const QPixmap dialog = m_dialog->grab();
        const QPoint at = m_window.rect().center() - m_dialog->rect().center();
        painter.fillRect(QRect(at, m_dialog->size()).adjusted(-1, -1, 1, 1),
                         m_window.palette().color(QPalette::Shadow));
        painter.drawPixmap(at, dialog);
    }
    const QString file =
        QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QChar(u'0')).arg(name);
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    shot.save(&png, "PNG");
    const auto problem = m_folder.write(file, png.data());
    if (!problem)
        return true;
    end(1, QStringLiteral("A picture could not be saved. %1").arg(fileProblemText(*problem)));
    return false;
}

void Tour::end(int exitCode, const QString &line)
{
    if (m_ended)
        return;
    m_ended = true;
    m_poll.stop();
    m_limit.stop();
    say(line);
    emit finished(exitCode);
}

void Tour::showAll()
{
    m_before = idsOf(m_session.clusters());
    say(QStringLiteral("%1 clusters are listed").arg(numberText(m_before.size())));
    if (picture(QStringLiteral("clusters")))
        then(Glance, {}, [this] { filter(); });
}

void Tour::filter()
{
    const QString word = wordFor(m_session.clusters(), m_session.accounts().first().api.owner);
    QLineEdit *field = m_window.pane()->filterField();
    field->setFocus();
    type(field, word);
    say(word.isEmpty()
            ? QStringLiteral("No filter is needed")
            : QStringLiteral("The filter “%1” leaves %2").arg(word).arg(m_window.pane()->shown()));
    if (picture(QStringLiteral("filtered")))
        then(Glance, {}, [this] { select(); });
}

void Tour::select()
{
    ClusterTable *table = m_window.pane()->table();
    const QString owner = m_session.accounts().first().api.owner;
    press(m_window.pane()->filterField(), Qt::Key_Down);
    press(table, Qt::Key_Home, Qt::ControlModifier);
    // As with the keyboard: Ctrl and an arrow key move, Space selects.
    for (int row = 0; row < m_window.pane()->shown(); ++row) {
        const QModelIndex cell = table->model()->index(row, int(ClusterColumn::Id));
        const QString id = cell.data().toString();
        const auto cluster = m_session.clusters().find({m_session.accounts().first().id, id});
        const bool wanted =
            cluster && isFit(cluster->record, owner) && m_chosen.size() < ClustersToDelete;
        const bool selected = table->selectionModel()->isSelected(cell);
        if (wanted != selected)
            press(table, Qt::Key_Space, {}, QStringLiteral(" "));
        if (wanted)
            m_chosen.insert(id);
        press(table, Qt::Key_Down, Qt::ControlModifier);
    }
    if (m_chosen.size() != ClustersToDelete || table->selectedKeys().size() != ClustersToDelete) {
        end(1, QStringLiteral("There are not three clusters to delete."));
        return;
    }
    QStringList ids = m_chosen.values();
    ids.sort();
    say(QStringLiteral("Selected: %1").arg(ids.join(QStringLiteral(", "))));
    if (picture(QStringLiteral("selected")))
        then(Glance, {}, [this] { openDialog(); });
}

void Tour::openDialog()
{
    auto *action = m_window.findChild<QAction *>(QStringLiteral("Delete"));
    if (!action || !action->isEnabled()) {
        end(1, QStringLiteral("The action Delete… is not available."));
        return;
    }
    action->trigger();
    say(QStringLiteral("Delete… is chosen: the clusters are read again"));
    then(
        Glance, [this] { return m_dialog && m_dialog->isVisible(); }, [this] { typeCount(); });
}

void Tour::typeCount()
{
    say(QStringLiteral("The confirmation asks: %1").arg(m_dialog->windowTitle()));
    if (!picture(QStringLiteral("dialog")))
        return;
    auto *field = m_dialog->findChild<QLineEdit *>(QStringLiteral("Number of clusters"));
    field->setFocus();
    type(field, QString::number(ClustersToDelete));
    // The dialog asks for it only in tier 3.
    auto *saved =
        m_dialog->findChild<QCheckBox *>(QStringLiteral("The data is saved or not needed"));
    if (saved->isVisible())
        press(saved, Qt::Key_Space, {}, QStringLiteral(" "));
    auto *button = m_dialog->findChild<QPushButton *>(QStringLiteral("Go"));
    then(
        Glance, [this, button] { return m_dialog && button->isEnabled(); }, [this] { confirm(); });
}

void Tour::confirm()
{
    say(QStringLiteral("The number is typed"));
    if (!picture(QStringLiteral("typed")))
        return;
    auto *button = m_dialog->findChild<QPushButton *>(QStringLiteral("Go"));
    button->setFocus();
    say(QStringLiteral("Confirmed: %1").arg(withoutMnemonic(button->text())));
    press(button, Qt::Key_Space, {}, QStringLiteral(" "));
    const auto counting = [this] {
        const BatchRunner *batch = m_session.operationService().batches().value(0);
        return batch && batch->undoWindowLeft();
    };
    then(Glance, counting, [this] { sendNow(); });
}

void Tour::sendNow()
{
    BatchRunner *batch = m_session.operationService().batches().value(0);
    say(QStringLiteral("Countdown: %1 s in which everything can be cancelled")
            .arg(batch->batch().undoWindow.count()));
    if (!picture(QStringLiteral("countdown")))
        return;
    const auto running = [batch] {
        return batch->batch().counts().value(ItemState::Running) > 0 || batch->batch().isFinished();
    };
    then(2 * Glance, {}, [this, running] {
        auto *button = m_window.findChild<QPushButton *>(QStringLiteral("Send now"));
        button->setFocus();
        say(QStringLiteral("Send now is pressed"));
        press(button, Qt::Key_Space, {}, QStringLiteral(" "));
        then(Glance, running, [this] {
            if (picture(QStringLiteral("progress")))
                watch();
        });
    });
    connect(batch, &BatchRunner::itemChanged, this, [this, batch](int number) {
        const BatchItem &item = batch->batch().items.at(number);
        say(QStringLiteral("  %1: %2").arg(item.key.id, lookOf(item.state).word));
    });
}

void Tour::watch()
{
    then(
        Glance, [this] { return m_session.operationService().openItems() == 0; },
        [this] {
            const Batch &batch = m_session.operationService().batches().first()->batch();
            if (batch.counts().value(ItemState::Done) != ClustersToDelete) {
                picture(QStringLiteral("not-done"));
                end(1, QStringLiteral("Not every cluster was deleted."));
                return;
            }
            say(QStringLiteral("Every job is done"));
            press(m_window.pane()->filterField(), Qt::Key_Escape);
            if (picture(QStringLiteral("done")))
                then(
                    Glance, [this] { return !m_session.feeds().first()->isRefreshing(); },
                    [this] { verify(); });
        });
}

void Tour::verify()
{
    connect(m_session.feeds().first(), &ClusterFeed::listed, this, &Tour::compare);
    m_window.findChild<QAction *>(QStringLiteral("Refresh"))->trigger();
}

void Tour::compare(const ClusterListing &after)
{
    if (!after.complete) {
        end(1, QStringLiteral("The clusters could not be read completely after the deletion."));
        return;
    }
    QSet<QString> gone = m_before;
    for (const ClusterRow &row : after.clusters)
        gone.remove(row.text(&ClusterRecord::id));
    if (gone != m_chosen) {
        end(1, QStringLiteral("The deleted clusters are not the selected ones."));
        return;
    }
    if (picture(QStringLiteral("after")))
        end(0, QStringLiteral("Done: %1 clusters are deleted, and no others").arg(gone.size()));
}

} // namespace clusterdeck
