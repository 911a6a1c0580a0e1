// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/pastedlist/selectbylistdialog.h"

#include "app/support/background.h"
#include "app/support/privatefile.h"
#include "ui/help/guidewindow.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>

namespace clusterdeck
{

namespace
{

/// How long matching may take of a frame's 16 ms, and how many steps it does between two readings
/// of the clock.
constexpr int PieceMs = 5;
constexpr int StepsAtOnce = 50;

/// A list of more lines is matched only after a pause in typing.
constexpr int ManyLines = 1000;
constexpr int TypingPauseMs = 150;

constexpr qint64 LargestFile = qint64{16} * 1024 * 1024;

} // namespace

SelectByListDialog::SelectByListDialog(ClusterModel &clusters, bool canAdd, QWidget *parent)
    : Dialog(QStringLiteral("Select by list"), tr("Select by list"), parent)
    , m_clusters(clusters)
    , m_matching(clusters)
    , m_model(clusters)
    , m_text(new QPlainTextEdit(this))
    , m_table(new RecordTable(QStringLiteral("Matches"), tr("Matches of the list"), this))
    , m_summary(plainLabel(this))
    , m_among(plainLabel(this))
    , m_problem(plainLabel(this))
    , m_onlyProblems(new QCheckBox(tr("Only &problems"), this))
    , m_copy(new QPushButton(tr("Copy &not found"), this))
    , m_open(new QPushButton(tr("&Open a file…"), this))
    , m_select(addButton(QStringLiteral("Select"), {}, QDialogButtonBox::AcceptRole))
{
    createText();
    createButtons(canAdd);
    layOut();
    m_typing.setSingleShot(true);
    m_piece.setInterval(0);
    connect(&m_typing, &QTimer::timeout, this, &SelectByListDialog::textChanged);
    connect(&m_piece, &QTimer::timeout, this, &SelectByListDialog::match);
    connect(&clusters, &ClusterModel::updateEnds, this, [this] {
        m_matching.restart();
        m_piece.start();
    });
    connect(&clusters, &ClusterModel::labelsChanged, this, &SelectByListDialog::showMatches);
    connect(&m_model, &ListMatchModel::tickedChanged, this, &SelectByListDialog::update);
    m_piece.start();
    update();
    m_text->setFocus();
}

void SelectByListDialog::createText()
{
    m_text->setObjectName(QStringLiteral("List"));
    m_text->setAccessibleName(tr("List of clusters"));
    m_text->setPlaceholderText(tr("Paste cluster IDs or names: one per line, a table with "
                                  "headings, or any text that contains IDs, such as a ticket."));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setUndoRedoEnabled(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        setReady(false);
        m_typing.start(m_text->blockCount() > ManyLines ? TypingPauseMs : 0);
    });
}

void SelectByListDialog::createButtons(bool canAdd)
{
    m_summary->setObjectName(QStringLiteral("Summary"));
    m_among->setObjectName(QStringLiteral("Among"));
    m_problem->setObjectName(QStringLiteral("Problem"));
    setMuted(m_among);
    setStatusColor(m_problem, StatusColor::Bad);
    m_problem->hide();
    m_onlyProblems->setObjectName(QStringLiteral("Only problems"));
    m_copy->setObjectName(QStringLiteral("Copy not found"));
    m_open->setObjectName(QStringLiteral("Open a file"));
    for (QPushButton *button : {m_copy, m_open})
        button->setAutoDefault(false);
    addCancelButton();
    leadToGuide(addHelpButton(), GuideTopic::SelectByList);
    if (canAdd) {
        m_add = addButton(QStringLiteral("Add"), tr("&Add to the selection"),
                          QDialogButtonBox::AcceptRole);
        connect(m_add, &QPushButton::clicked, this, [this] { choose(true); });
    }
    m_select->setDefault(true);
    connect(m_onlyProblems, &QCheckBox::toggled, &m_model, &ListMatchModel::setOnlyProblems);
    connect(m_copy, &QPushButton::clicked, this, &SelectByListDialog::copyNotFound);
    connect(m_open, &QPushButton::clicked, this, &SelectByListDialog::openFile);
    connect(m_select, &QPushButton::clicked, this, [this] { choose(false); });
    // With Ctrl, because in the text Enter begins a new line.
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                [this] { choose(false); });
    }
}

void SelectByListDialog::layOut()
{
    m_table->setRecordModel(&m_model);
    m_table->installEventFilter(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::Medium);
    line->addWidget(m_summary, 1);
    line->addWidget(m_onlyProblems);
    line->addWidget(m_copy);
    auto *result = new QWidget(this);
    auto *below = new QVBoxLayout(result);
    below->setContentsMargins(0, space::Small, 0, 0);
    below->setSpacing(space::Medium);
    below->addLayout(line);
    below->addWidget(m_table, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_text);
    splitter->addWidget(result);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(m_open);
    foot->addWidget(m_among, 1);
    body()->addWidget(splitter, 1);
    body()->addWidget(m_problem);
    body()->addLayout(foot);
    setFirstSize({widthOfLetters(fontMetrics(), 190), fontMetrics().height() * 40});
}

void SelectByListDialog::textChanged()
{
    m_matching.setText(m_text->toPlainText());
    m_piece.start();
}

void SelectByListDialog::match()
{
    QElapsedTimer time;
    time.start();
    while (!m_matching.advance(StepsAtOnce)) {
        if (time.elapsed() >= PieceMs)
            return;
    }
    m_piece.stop();
    showMatches();
}

void SelectByListDialog::showMatches()
{
    m_model.setLines(m_matching.matcher().lines());
    m_among->setText(tr("Searched in %Ln cluster(s).", nullptr, m_matching.index().size()));
    update();
}

QList<ClusterKey> SelectByListDialog::keys() const
{
    QList<ClusterKey> keys = m_matching.matcher().matched();
    const QSet<ClusterKey> matched(keys.begin(), keys.end());
    for (const ClusterKey &key : m_model.ticked()) {
        if (!matched.contains(key))
            keys.append(key);
    }
    return keys;
}

void SelectByListDialog::update()
{
    const ListCounts &counts = m_matching.matcher().counts();
    QStringList parts{tr("%Ln matched", nullptr, counts.matched)};
    if (counts.notFound > 0)
        parts.append(tr("%Ln not found", nullptr, counts.notFound));
    if (counts.ambiguous > 0)
        parts.append(tr("%Ln ambiguous", nullptr, counts.ambiguous));
    if (counts.doubtful > 0)
        parts.append(tr("%Ln doubtful", nullptr, counts.doubtful));
    if (counts.again > 0)
        parts.append(tr("%Ln repeated", nullptr, counts.again));
    if (counts.ignored > 0)
        parts.append(tr("%Ln line(s) of text ignored", nullptr, counts.ignored));
    const bool empty = m_text->document()->isEmpty();
    const QString sentence = empty ? QString() : parts.join(QStringLiteral("  ·  "));
    if (sentence != m_summary->text()) {
        m_summary->setText(sentence);
        announce(m_summary, sentence);
    }
    const int chosen = int(keys().size());
    const bool ready = m_matching.isDone() && !m_typing.isActive() && chosen > 0;
    m_select->setText(tr("&Select %Ln cluster(s)", nullptr, chosen));
    setReady(ready);
    m_copy->setEnabled(counts.notFound > 0);
    m_onlyProblems->setEnabled(!empty);
}

void SelectByListDialog::setReady(bool ready)
{
    m_select->setEnabled(ready);
    if (m_add)
        m_add->setEnabled(ready);
}

void SelectByListDialog::choose(bool add)
{
    if (!m_select->isEnabled())
        return;
    emit chosen(keys(), add);
    accept();
}

void SelectByListDialog::copyNotFound()
{
    QGuiApplication::clipboard()->setText(m_model.notFound().join(u'\n') + u'\n');
}

void SelectByListDialog::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SelectByListDialog::load);
    dialog->open();
}

void SelectByListDialog::load(const QString &path)
{
    m_problem->hide();
    m_open->setEnabled(false);
    m_text->setReadOnly(true); // it may be replaced
    setReady(false);
    runInBackground(
        this,
        [path]() -> tl::expected<ListText, QString> {
            const auto content = readRegularFile(path, LargestFile);
            if (!content)
                return tl::unexpected(fileProblemText(content.error()));
            const auto text = listText(*content);
            if (!text)
                return tl::unexpected(listTextProblemText(text.error()));
            return *text;
        },
        [this](const tl::expected<ListText, QString> &text) { finishLoad(text); });
}

void SelectByListDialog::finishLoad(const tl::expected<ListText, QString> &text)
{
    m_open->setEnabled(true);
    m_text->setReadOnly(false);
    update();
    const QString problem =
        !text ? text.error()
        : text->guessed.isEmpty()
            ? QString()
            : tr("The file is not in UTF-8. It was read as %1: check its lines.")
                  .arg(text->guessed);
    if (!problem.isEmpty()) {
        m_problem->show();
        sayProblem(m_problem, problem);
    }
    if (!text)
        return; // the text before stays
    m_text->setPlainText(text->text);
    m_text->setFocus();
}

bool SelectByListDialog::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    const QModelIndex current = m_table->currentIndex();
    if (watched != m_table || !key || key->key() != Qt::Key_Space || !current.isValid())
        return Dialog::eventFilter(watched, event);
    const QList<int> selected = m_table->selectedRowNumbers();
    m_model.toggle(selected.contains(current.row()) ? selected : QList{current.row()});
    return true;
}

} // namespace clusterdeck
