// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "app/support/logwriter.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/files.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QSystemTrayIcon>
#include <QUrl>
#include <QVBoxLayout>

namespace clusterdeck
{

using namespace std::chrono_literals;

SettingsDialog::SettingsDialog(Settings &settings, const QString &dataFolder, QWidget *parent)
    : Dialog(QStringLiteral("Settings"), tr("Settings"), parent)
    , m_settings(settings)
    , m_search(new QLineEdit(this))
    , m_form(nullptr)
    , m_nothing(plainLabel(this))
    , m_problem(plainLabel(this))
{
    auto *rows = new QWidget;
    m_form = new QFormLayout(rows);
    addSettings();
    if (windowContextOf(this).dataKind != DataKind::Presenter) // the paths contain the user's name
        addFolders(dataFolder);
    layOut(rows);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::find);
    m_search->setFocus();
}

/// The rows of the dialog, one for each setting.
void SettingsDialog::addSettings()
{
    addSection(tr("Appearance"));
    QList<std::pair<QString, QString>> spoken{{{}, tr("Follow system")}};
    for (const Language &language : languages())
        spoken.append({language.code, language.name});
    // A user who chose a language by mistake may not be able to read the one in use.
    const char *const nextStart = QT_TR_NOOP("Takes effect after Clusterdeck restarts.");
    addChoice(setting::Language, tr("&Language"),
              inEveryLanguage(staticMetaObject.className(), nextStart), spoken);
    addChoice(setting::ColorTheme, tr("&Theme"), {},
              {{Theme::System, tr("Follow system")},
               {Theme::Light, tr("Light")},
               {Theme::Dark, tr("Dark")}});

    addSection(tr("Desktop"));
    addBox(setting::Notifications, tr("Show &notifications"),
           tr("When a batch ends or needs you while Clusterdeck is in the background."));
    if (QSystemTrayIcon::isSystemTrayAvailable())
        addBox(setting::Tray, tr("Show in the t&ray"),
               tr("Closing the window still ends the program."));

    addSection(tr("Confirmation"));
    addChoice(setting::LowestTier, tr("&Ask before deleting"),
              tr("By default, deleting one stopped cluster requires no typing. This setting can "
                 "only require more."),
              {{0, tr("Depends on risk")},
               {2, tr("Always type the number")},
               {3, tr("Always type the number and tick the box")}});
    addChoice(
        setting::LeastUndoWindow, tr("&Countdown"),
        tr("How long you can still cancel a confirmed operation. “Send now” ends the countdown."),
        {{0s, tr("5 to 30 seconds, depending on risk")},
         {30s, tr("At least 30 seconds")},
         {60s, tr("At least 1 minute")},
         {300s, tr("At least 5 minutes")}});

    addSection(tr("Cloud"));
    addNumber(setting::CallsInFlight, tr("Conc&urrent calls"),
              tr("Default for new accounts. Each account has its own number in its advanced "
                 "settings."));
}

void SettingsDialog::addFolders(const QString &dataFolder)
{
    addSection(tr("Files"));
    if (!dataFolder.isEmpty())
        addFolder("Open data", dataFolder, tr("&History, locks and parked clusters"), {});
    addFolder("Open settings", Settings::folder(), tr("Accounts and &settings"),
              tr("Contains no secrets: those are in the system keychain."));
    const QString log = openLogFile();
    addFolder("Open log", log, tr("L&og"),
              log.isEmpty() ? tr("No log is written. Start with --log-file FILE to write one.")
                            : tr("Contains no secrets. Only you can read it."));
}

void SettingsDialog::addSection(const QString &title)
{
    auto *label = new QLabel(title);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontFor(Type::Heading, font()));
    label->setContentsMargins(0, m_sections.isEmpty() ? 0 : space::Large, 0, 0);
    m_form->addRow(label);
    m_sections.append(Section{label, {}});
}

void SettingsDialog::addBox(const Setting<bool> &setting, const QString &title, const QString &help)
{
    auto *box = new QCheckBox(title);
    box->setObjectName(QLatin1String(setting.key));
    m_settings.follow(setting, box, [box](bool on) { box->setChecked(on); });
    connect(box, &QCheckBox::toggled, this,
            [this, &setting](bool on) { m_settings.set(setting, on); });
    addRow({}, help, box);
}

void SettingsDialog::addNumber(const Setting<int> &setting, const QString &title,
                               const QString &help)
{
    auto *number = new QSpinBox;
    number->setObjectName(QLatin1String(setting.key));
    number->setRange(setting.least, setting.most);
    m_settings.follow(setting, number, [number](int value) { number->setValue(value); });
    connect(number, &QSpinBox::valueChanged, this,
            [this, &setting](int value) { m_settings.set(setting, value); });
    addRow(title, help, number);
}

template <class T>
void SettingsDialog::addChoice(const Setting<T> &setting, const QString &title, const QString &help,
                               const QList<std::pair<T, QString>> &choices)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1String(setting.key));
    for (const auto &[value, text] : choices)
        combo->addItem(text, Settings::stored(value));
    m_settings.follow(setting, combo, [combo](const T &value) {
        combo->setCurrentIndex(qMax(0, combo->findData(Settings::stored(value))));
    });
    connect(combo, &QComboBox::currentIndexChanged, this, [this, &setting, choices](int index) {
        m_settings.set(setting, choices[index].first);
    });
    addRow(title, help, combo);
}

void SettingsDialog::addFolder(const char *name, const QString &path, const QString &title,
                               const QString &help)
{
    auto *open = new QPushButton(tr("Open folder"));
    open->setObjectName(QLatin1String(name));
    open->setAutoDefault(false);
    open->setAccessibleName(tr("Open folder: %1", "of what").arg(withoutMnemonic(title)));
    const QFileInfo there(path);
    const QString folder = there.isDir() ? path : there.absolutePath();
    connect(open, &QPushButton::clicked, this,
            [this, folder] { showProblem(m_problem, openOutside(QUrl::fromLocalFile(folder))); });
    addRow(title, help, open, path);
    open->setVisible(!path.isEmpty());
}

void SettingsDialog::addRow(const QString &title, const QString &help, QWidget *editor,
                            const QString &path)
{
    auto *field = new QWidget;
    field->setObjectName(QStringLiteral("Row"));
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Hair);
    column->addWidget(editor, 0, Qt::AlignLeft);
    editor->setAccessibleDescription(help);
    // The wheel scrolls the form; it changes a value only if the editor has the focus.
    editor->setFocusPolicy(Qt::StrongFocus);
    editor->installEventFilter(this);
    const auto *box = qobject_cast<QCheckBox *>(editor);
    const QString name = withoutMnemonic(box ? box->text() : title);
    if (!path.isEmpty()) {
        QLabel *value = plainLabel(field);
        value->setText(breakable(shownLine(path)));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(name);
        column->addWidget(value);
    }
    if (!help.isEmpty()) {
        QLabel *note = plainLabel(field);
        note->setText(help);
        note->setFont(fontFor(Type::Small, font()));
        setMuted(note);
        // As wide as its longest line, but at most 64 letters, for readability.
        const QFontMetrics metrics(note->font());
        note->setMinimumWidth(qMin(metrics.size(0, help).width(), widthOfLetters(metrics, 64)));
        column->addWidget(note);
    }
    if (box) {
        m_form->setWidget(m_form->rowCount(), QFormLayout::FieldRole, field);
    } else {
        auto *label = new QLabel(title);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(editor);
        label->setFixedHeight(editor->sizeHint().height()); // in line with it, above the help
        if (!qobject_cast<QPushButton *>(editor))           // which has its own text
            editor->setAccessibleName(name);
        m_form->addRow(label, field);
    }
    m_sections.last().rows.append({name + u'\n' + help, field});
}

void SettingsDialog::layOut(QWidget *rows)
{
    int widest = 0;
    for (const QComboBox *combo : rows->findChildren<QComboBox *>())
        widest = qMax(widest, combo->sizeHint().width());
    for (QComboBox *combo : rows->findChildren<QComboBox *>())
        combo->setFixedWidth(widest);
    m_form->setContentsMargins(0, 0, space::Large, 0);
    m_form->setHorizontalSpacing(space::Large);
    m_form->setVerticalSpacing(space::Medium);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_search->setObjectName(QStringLiteral("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    addSearchIcon(m_search);
    m_nothing->setObjectName(QStringLiteral("Nothing found"));
    m_nothing->setAlignment(Qt::AlignHCenter);
    setMuted(m_nothing);
    m_nothing->hide();
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(rows);
    QLabel *note = plainLabel(this);
    note->setText(tr("Changes apply immediately."));
    setMuted(note);
    addBesideButtons(note);
    addCloseButton();
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    m_problem->hide();
    for (QWidget *part : std::initializer_list<QWidget *>{m_search, m_nothing, area, m_problem})
        body()->addWidget(part);
    body()->setStretchFactor(area, 1);
    const int width = rows->minimumSizeHint().width();
    const int height = m_form->totalHeightForWidth(width);
    setFirstSize({width + 2 * space::Huge + area->verticalScrollBar()->sizeHint().width(),
                  height + 4 * space::Huge + 3 * fontMetrics().height()});
}

void SettingsDialog::find(const QString &words)
{
    bool any = false;
    for (const Section &section : std::as_const(m_sections)) {
        bool some = false;
        for (const Row &row : section.rows) {
            const bool matches = row.words.contains(words.simplified(), Qt::CaseInsensitive);
            m_form->setRowVisible(row.field, matches);
            some = some || matches;
        }
        m_form->setRowVisible(section.title, some);
        any = any || some;
    }
    m_nothing->setText(tr("No setting contains “%1”.").arg(shownLine(words, LongestNameShown)));
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
    return Dialog::eventFilter(watched, event);
}

} // namespace clusterdeck
