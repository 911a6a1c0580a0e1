// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/settings/settingrow.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/metrics.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace clusterdeck
{

SettingsDialog::SettingsDialog(const Preferences &preferences, const QString &language,
                               const QList<Place> &places, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_search(new QLineEdit(this))
    , m_column(nullptr)
    , m_nothing(plainLabel(this))
{
    setObjectName(QStringLiteral("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(0, 0, space::Large, 0);
    m_column->setSpacing(space::Small);
    addLook(language);
    addDesktop();
    addSafety();
    addCloud();
    addPlaces(places);
    // One below the other, and as wide.
    int widest = 0;
    for (const QComboBox *combo : body->findChildren<QComboBox *>())
        widest = qMax(widest, combo->sizeHint().width());
    for (QComboBox *combo : body->findChildren<QComboBox *>())
        combo->setFixedWidth(widest);
    int title = 0;
    for (const SettingRow *row : body->findChildren<SettingRow *>())
        title = qMax(title, row->titleWidth());
    for (SettingRow *row : body->findChildren<SettingRow *>())
        row->setTitleWidth(title);
    layOut(body);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::find);
    m_search->setFocus();
}

void SettingsDialog::addHeading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontFor(Type::Heading, font()));
    label->setContentsMargins(0, m_sections.isEmpty() ? 0 : space::Large, 0, 0);
    m_column->addWidget(label);
    m_sections.append(Section{label, {}});
}

SettingRow *SettingsDialog::addRow(const QString &title, const QString &help, QWidget *editor)
{
    auto *row = new SettingRow(title, help, editor, m_column->parentWidget());
    m_column->addWidget(row);
    m_sections.last().rows.append(row);
    return row;
}

QComboBox *SettingsDialog::newCombo(const char *name,
                                    const QList<std::pair<QString, QVariant>> &choices,
                                    const QVariant &now)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1String(name));
    for (const auto &[text, value] : choices)
        combo->addItem(text, value);
    combo->setCurrentIndex(qMax(0, combo->findData(now)));
    // The wheel is for the list of settings, which scrolls below the pointer.
    combo->setFocusPolicy(Qt::StrongFocus);
    combo->installEventFilter(this);
    return combo;
}

template <class Set>
void SettingsDialog::whenChosen(QComboBox *combo, Set set)
{
    connect(combo, &QComboBox::currentIndexChanged, this, [this, combo, set] {
        set(m_preferences, combo->currentData().toInt());
        emit changed(m_preferences);
    });
}

void SettingsDialog::addLook(const QString &language)
{
    addHeading(tr("Look"));
    QList<std::pair<QString, QVariant>> choices{{tr("As the desktop"), QString()}};
    for (const Language &spoken : languages())
        choices.append({spoken.name, spoken.code});
    QComboBox *combo = newCombo("Language", choices, language);
    addRow(tr("&Language"), tr("Takes effect the next time Clusterdeck starts."), combo);
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this, combo] { emit languageChosen(combo->currentData().toString()); });
    auto *theme = newCombo("Theme",
                           {{tr("As the desktop"), int(Theme::System)},
                            {tr("Light"), int(Theme::Light)},
                            {tr("Dark"), int(Theme::Dark)}},
                           int(m_preferences.theme));
    addRow(tr("&Theme"), {}, theme);
    whenChosen(theme, [](Preferences &all, int value) { all.theme = Theme(value); });
}

void SettingsDialog::addDesktop()
{
    addHeading(tr("Desktop"));
    const auto box = [this](const char *name, bool Preferences::*which) {
        auto *check = new QCheckBox;
        check->setObjectName(QLatin1String(name));
        check->setChecked(m_preferences.*which);
        connect(check, &QCheckBox::toggled, this, [this, which](bool on) {
            m_preferences.*which = on;
            emit changed(m_preferences);
        });
        return check;
    };
    addRow(
        tr("Show &notifications"),
        tr("What became of a batch, and what waits for you, while no window of Clusterdeck is in "
           "front."),
        box("Notifications", &Preferences::notifications));
    addRow(tr("Show in the t&ray"), tr("Closing the window still ends the program."),
           box("Show in the tray", &Preferences::tray));
}

void SettingsDialog::addSafety()
{
    addHeading(tr("Before something is sent"));
    auto *ask = newCombo("Ask before deleting",
                         {{tr("As much as the risk is"), 0},
                          {tr("Always for the number"), 2},
                          {tr("Always for number and tick"), 3}},
                         m_preferences.safety.lowestTier);
    addRow(tr("&Ask before deleting"),
           tr("More than the risk asks for, never less: one stopped cluster is otherwise deleted "
              "without typing."),
           ask);
    whenChosen(ask, [](Preferences &all, int value) { all.safety.lowestTier = value; });
    auto *undoWindow = newCombo("Countdown",
                                {{tr("5 to 30 seconds, by the risk"), 0},
                                 {tr("At least 30 seconds"), 30},
                                 {tr("At least 1 minute"), 60},
                                 {tr("At least 5 minutes"), 300}},
                                int(m_preferences.safety.leastUndoWindow.count()));
    addRow(tr("&Countdown"),
           tr("How long what you confirmed can still be called back. “Send now” ends it."),
           undoWindow);
    whenChosen(undoWindow, [](Preferences &all, int value) {
        all.safety.leastUndoWindow = std::chrono::seconds(value);
    });
}

void SettingsDialog::addCloud()
{
    addHeading(tr("Cloud"));
    auto *calls = new QSpinBox;
    calls->setObjectName(QStringLiteral("Calls in flight"));
    calls->setRange(1, 4);
    calls->setValue(m_preferences.callsInFlight);
    calls->setFocusPolicy(Qt::StrongFocus);
    calls->installEventFilter(this);
    addRow(tr("Calls in &flight"),
           tr("Of accounts that you add from now on. An account's own number is among its "
              "advanced settings."),
           calls);
    connect(calls, &QSpinBox::valueChanged, this, [this](int number) {
        m_preferences.callsInFlight = number;
        emit changed(m_preferences);
    });
}

void SettingsDialog::addPlaces(const QList<Place> &places)
{
    addHeading(tr("Files"));
    for (const Place &place : places) {
        auto *open = new QPushButton(tr("Open folder"));
        open->setObjectName(place.name);
        open->setAutoDefault(false);
        open->setAccessibleName(tr("Open folder: %1", "of what").arg(withoutMnemonic(place.title)));
        open->setVisible(!place.path.isEmpty());
        addRow(place.title, place.help, open)->setValue(place.path);
        const QFileInfo there(place.path);
        const QString folder = there.isDir() ? place.path : there.absolutePath();
        connect(open, &QPushButton::clicked, this,
                [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    }
}

void SettingsDialog::layOut(QWidget *body)
{
    m_search->setObjectName(QStringLiteral("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    addSearchSign(m_search);
    m_nothing->setObjectName(QStringLiteral("Nothing found"));
    m_nothing->setAlignment(Qt::AlignHCenter);
    setMuted(m_nothing);
    m_nothing->hide();
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(body);
    auto *note = plainLabel(this);
    note->setText(tr("Changes apply immediately."));
    setMuted(note);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(note, 1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Large);
    column->setSpacing(space::Large);
    column->addWidget(m_search);
    column->addWidget(area, 1);
    column->addLayout(foot);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    const int width = widthOfLetters(fontMetrics(), 92);
    const int height = body->layout()->totalHeightForWidth(width - 2 * space::Huge);
    resize(
        QSize(width, height + 4 * space::Huge + 3 * fontMetrics().height()).boundedTo(screenful));
}

void SettingsDialog::find(const QString &words)
{
    bool any = false;
    for (const Section &section : std::as_const(m_sections)) {
        bool some = false;
        for (SettingRow *row : section.rows) {
            row->setVisible(row->matches(words));
            some = some || row->matches(words);
        }
        section.heading->setVisible(some);
        any = any || some;
    }
    m_nothing->setText(tr("No setting has “%1” in it.").arg(shownLine(words, LongestNameShown)));
    m_nothing->setVisible(!any);
    if (!any)
        announce(m_nothing, m_nothing->text());
}

bool SettingsDialog::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && editor && !editor->hasFocus()) {
        event->ignore();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace clusterdeck
