// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"
#include "tests/ui/contrast.h"
#include "tests/ui/demowindow.h"
#include "ui/clusters/filterbar.h"
#include "ui/look/badge.h"
#include "ui/look/clearstyle.h"
#include "ui/look/environment.h"
#include "ui/look/metrics.h"
#include "ui/look/statelook.h"
#include "ui/look/strip.h"
#include "ui/look/tables.h"
#include "ui/operations/activitypane.h"

#include <QActionGroup>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QProgressBar>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace clusterdeck;

namespace
{

constexpr double Text = 4.5;
constexpr double Sign = 3.0;
constexpr double Readable = 3.0; ///< of what cannot be used now: WCAG asks nothing of it

const QList<ItemState> ItemStates{ItemState::Armed,    ItemState::Queued,      ItemState::Held,
                                  ItemState::Sending,  ItemState::Running,     ItemState::Unknown,
                                  ItemState::Done,     ItemState::AlreadyGone, ItemState::Failed,
                                  ItemState::Cancelled};

ClusterRecord clusterOf(const QString &status, const QString &transition = {})
{
    ClusterRecord record;
    record.status = status;
    record.transition = transition;
    return record;
}

QList<StateLook> clusterLooks()
{
    QList<StateLook> looks;
    for (const char *status : {"pending", "active", "stopped", "suspended", "new"})
        looks.append(lookOf(clusterOf(QLatin1String(status))));
    looks.append(lookOf(clusterOf(QStringLiteral("active"), QStringLiteral("deleting"))));
    return looks;
}

QList<StateLook> itemLooks()
{
    QList<StateLook> looks;
    for (const ItemState state : ItemStates)
        looks.append(lookOf(state));
    return looks;
}

/// What it is, for the report.
QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

/// As long as before, so that nothing moves.
QString blank(const QString &text)
{
    return QString(text.size(), u' ');
}

QImage gray(Glyph glyph)
{
    QImage image(64, 64, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintGlyph(&painter, image.rect(), glyph, Qt::black);
    return image;
}

/// Which part of what either glyph covers is not covered by the other.
double difference(const QImage &a, const QImage &b)
{
    int either = 0;
    int one = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const bool inA = qGray(a.pixel(x, y)) < 128;
            const bool inB = qGray(b.pixel(x, y)) < 128;
            either += inA || inB;
            one += inA != inB;
        }
    }
    return either ? double(one) / either : 0;
}

} // namespace

/// What is painted can be read, in the light and in the dark.
class TestContrast : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void knownColors();
    void words_data() { themes(); }
    void words();
    void controls_data() { themes(); }
    void controls();
    void boxes_data() { themes(); }
    void boxes();
    void menus_data() { themes(); }
    void menus();
    void states_data() { themes(); }
    void states();
    void mainWindow_data() { themes(); }
    void mainWindow();
    void confirmation_data() { themes(); }
    void confirmation();
    void statesWithoutColor();
    void glyphsWithoutColor();

private:
    static void themes();
    void atLeast(double least, double found, const QString &what);
    void readText(QWidget *widget);
    void readAll(QWidget *window);
    void readCells(QTableView *view, QStandardItemModel &model);
    [[nodiscard]] static double boxOf(QWidget *button, QStyle::SubElement element);

    QStringList m_faults;
    QStringList m_figures;
};

void TestContrast::initTestCase()
{
    prepare();
    useClearStyle();
}

void TestContrast::init()
{
    m_faults.clear();
    m_figures.clear();
    if (QTest::currentTestFunction() == QLatin1String("mainWindow") ||
        QTest::currentTestFunction() == QLatin1String("confirmation"))
        begin();
    const QVariant theme = QTest::currentDataTag() == QLatin1String("dark") ? 2 : 1;
    applyTheme(Theme(theme.toInt()));
}

void TestContrast::cleanup()
{
    end();
    if (qEnvironmentVariableIsSet("CLUSTERDECK_FIGURES"))
        qInfo().noquote() << m_figures.join(u'\n');
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

void TestContrast::themes()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(Theme::Light);
    QTest::newRow("dark") << int(Theme::Dark);
}

void TestContrast::atLeast(double least, double found, const QString &what)
{
    const QString line =
        QStringLiteral("%1 (of %2): %3").arg(found, 0, 'f', 2).arg(least, 0, 'f', 1).arg(what);
    m_figures.append(line);
    if (found < least)
        m_faults.append(line);
}

/// What a widget says, against the ground it says it on.
void TestContrast::readText(QWidget *widget)
{
    const double least = widget->isEnabled() ? Text : Readable;
    const auto measure = [&](const QString &text, const std::function<void()> &without) {
        if (!text.trimmed().isEmpty())
            atLeast(least, prominence(widget, without),
                    nameOf(widget) + u' ' + text.left(30) +
                        (widget->isEnabled() ? QString() : QStringLiteral(", disabled")));
    };
    if (auto *label = qobject_cast<QLabel *>(widget)) {
        measure(label->text(), [&] { label->setText(blank(label->text())); });
    } else if (auto *button = qobject_cast<QAbstractButton *>(widget)) {
        if (!button->icon().isNull())
            atLeast(widget->isEnabled() ? Sign : Sign / 2,
                    prominence(widget,
                               [&] {
                                   QPixmap nothing(button->iconSize());
                                   nothing.fill(Qt::transparent);
                                   button->setIcon(nothing);
                               }),
                    nameOf(widget) + QStringLiteral(", icon"));
        measure(button->text(), [&] { button->setText(blank(button->text())); });
    } else if (auto *field = qobject_cast<QLineEdit *>(widget)) {
        const QString hint = field->placeholderText();
        if (field->text().isEmpty())
            measure(hint, [&] { field->setPlaceholderText({}); });
        field->setText(QStringLiteral("12 mnx"));
        measure(field->text(), [&] { field->setText(QStringLiteral(" ")); });
    } else if (auto *tabs = qobject_cast<QTabBar *>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            const QString text = tabs->tabText(tab);
            atLeast(Text, prominence(widget, [&] { tabs->setTabText(tab, blank(text)); }),
                    nameOf(widget) + u' ' + text);
        }
    }
}

void TestContrast::readAll(QWidget *window)
{
    const QList<QWidget *> children = window->findChildren<QWidget *>();
    for (QWidget *child : children) {
        // The sign in a search field and its clearing button come and go with the text.
        if (child->isVisible() && !child->size().isEmpty() &&
            !child->inherits("QLineEditIconButton"))
            readText(child);
    }
}

double TestContrast::boxOf(QWidget *button, QStyle::SubElement element)
{
    QStyleOptionButton option;
    option.initFrom(button);
    const QRect box = button->style()->subElementRect(element, &option, button);
    return prominence(picture(button, box), button->palette().color(QPalette::Window).rgb());
}

/// The figures of the recommendation itself.
void TestContrast::knownColors()
{
    QCOMPARE(contrast(qRgb(0, 0, 0), qRgb(255, 255, 255)), 21.0);
    QCOMPARE(contrast(qRgb(119, 119, 119), qRgb(119, 119, 119)), 1.0);
    const double grey = contrast(qRgb(119, 119, 119), qRgb(255, 255, 255));
    QVERIFY(grey > 4.47 && grey < 4.49);
}

void TestContrast::words()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    const auto add = [&](QWidget *widget, const char *name) {
        widget->setObjectName(QLatin1String(name));
        column->addWidget(widget);
        return widget;
    };
    add(new QLabel(QStringLiteral("Plain words"), &window), "plain");
    setQuiet(add(new QLabel(QStringLiteral("Quiet words"), &window), "quiet"));
    for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Busy, Tone::Warning, Tone::Bad}) {
        setTone(add(new QLabel(QStringLiteral("Toned words %1").arg(int(tone)), &window), "tone"),
                tone);
        column->addWidget(new Strip(Glyph::Warning, tone, QStringLiteral("On a strip"), &window));
    }
    add(new DemoBadge(&window), "demo");
    for (const auto color :
         {EnvironmentColor::Red, EnvironmentColor::Orange, EnvironmentColor::Green,
          EnvironmentColor::Blue, EnvironmentColor::Purple})
        column->addWidget(new EnvironmentBadge(QStringLiteral("PROD"), color, &window));
    window.show();
    readAll(&window);
    QVERIFY(m_figures.size() >= 17);
}

void TestContrast::controls()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    for (const bool enabled : {true, false}) {
        QList<QWidget *> controls{new QPushButton(QStringLiteral("Press me")),
                                  new QCheckBox(QStringLiteral("Tick me")),
                                  new QRadioButton(QStringLiteral("Choose me"))};
        auto *tool = new QToolButton;
        tool->setText(QStringLiteral("Refresh"));
        tool->setIcon(lineIcon(QStringLiteral("refresh")));
        tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        auto *pressed = new QToolButton;
        pressed->setText(QStringLiteral("Pressed"));
        pressed->setCheckable(true);
        pressed->setChecked(true);
        auto *field = new QLineEdit;
        field->setPlaceholderText(QStringLiteral("What to type"));
        auto *tabs = new QTabBar;
        tabs->addTab(QStringLiteral("First"));
        tabs->addTab(QStringLiteral("Second"));
        controls << tool << pressed << field;
        if (enabled)
            controls << tabs;
        for (QWidget *control : std::as_const(controls)) {
            control->setEnabled(enabled);
            column->addWidget(control);
        }
    }
    window.show();
    readAll(&window);
    QVERIFY(m_figures.size() >= 15);
}

/// A box that nobody has ticked is seen as well as a ticked one, in windows and in tables.
void TestContrast::boxes()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    for (const bool on : {false, true}) {
        auto *box = new QCheckBox(QStringLiteral("Tick"), &window);
        auto *ring = new QRadioButton(QStringLiteral("Choose"), &window);
        ring->setAutoExclusive(false);
        for (QAbstractButton *button :
             {static_cast<QAbstractButton *>(box), static_cast<QAbstractButton *>(ring)}) {
            button->setChecked(on);
            column->addWidget(button);
        }
        window.show();
        const QString state = on ? QStringLiteral(", on") : QStringLiteral(", off");
        atLeast(Sign, boxOf(box, QStyle::SE_CheckBoxIndicator), nameOf(box) + state);
        atLeast(Sign, boxOf(ring, QStyle::SE_RadioButtonIndicator), nameOf(ring) + state);
    }
    QStandardItemModel model(4, 1);
    QTableView table;
    makeQuietTable(&table);
    table.setModel(&model);
    table.resize(300, 200);
    for (int row = 0; row < model.rowCount(); ++row)
        model.setData(model.index(row, 0), row % 2 ? Qt::Checked : Qt::Unchecked,
                      Qt::CheckStateRole);
    table.selectionModel()->select({model.index(2, 0), model.index(3, 0)},
                                   QItemSelectionModel::Select);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex cell = model.index(row, 0);
        atLeast(Sign,
                prominence(
                    table.viewport(), [&] { model.setData(cell, QVariant(), Qt::CheckStateRole); },
                    table.visualRect(cell)),
                QStringLiteral("box in row %1").arg(row));
    }
}

void TestContrast::menus()
{
    QMenuBar bar;
    QMenu *menu = bar.addMenu(QStringLiteral("File"));
    const auto add = [&](const QString &text) { return menu->addAction(text); };
    QAction *plain = add(QStringLiteral("Plain entry"));
    plain->setIcon(lineIcon(QStringLiteral("refresh")));
    QAction *dead = add(QStringLiteral("Dead entry"));
    dead->setEnabled(false);
    QAction *off = add(QStringLiteral("Off"));
    QAction *on = add(QStringLiteral("On"));
    QActionGroup group(menu);
    QAction *choice = add(QStringLiteral("Choice"));
    for (QAction *action : {off, on, choice})
        action->setCheckable(true);
    group.addAction(choice);
    on->setChecked(true);
    choice->setChecked(true); // only the chosen one of a group has a mark
    menu->popup({0, 0});
    QVERIFY(QTest::qWaitForWindowExposed(menu));
    const auto read = [&](QAction *action, double least, const std::function<void()> &without,
                          const char *what) {
        atLeast(least, prominence(menu, without, menu->actionGeometry(action)),
                QLatin1String(what) + QStringLiteral(" of ") + action->text());
    };
    for (QAction *active : {static_cast<QAction *>(nullptr), on, choice, off}) {
        menu->setActiveAction(active);
        for (QAction *action : {off, on, choice}) {
            read(
                action, Sign, [&] { action->setCheckable(false); }, "box");
            action->setCheckable(true);
            on->setChecked(true);
            choice->setChecked(true);
        }
    }
    menu->setActiveAction(plain);
    for (QAction *action : {plain, dead, off}) {
        const QString text = action->text();
        read(
            action, action->isEnabled() ? Text : Readable, [&] { action->setText(blank(text)); },
            "text");
    }
    menu->close();
}

void TestContrast::readCells(QTableView *view, QStandardItemModel &model)
{
    QPixmap nothing(GlyphSize, GlyphSize);
    nothing.fill(Qt::transparent);
    for (int row = 0; row < model.rowCount(); ++row) {
        QStandardItem *item = model.item(row);
        const QRect cell = view->visualRect(item->index());
        const QString what = item->text() + (view->selectionModel()->isSelected(item->index())
                                                 ? QStringLiteral(", selected")
                                                 : QString());
        const QImage whole = picture(view->viewport(), cell);
        item->setIcon(nothing);
        const QImage wordOnly = picture(view->viewport(), cell);
        item->setText(blank(item->text()));
        atLeast(Sign, prominence(whole, wordOnly), what + QStringLiteral(", glyph"));
        atLeast(Text, prominence(wordOnly, picture(view->viewport(), cell)), what);
    }
}

/// Every state there is, on both grounds of a table and selected.
void TestContrast::states()
{
    for (const int round : {0, 1, 2}) {
        QStandardItemModel model;
        if (round == 1) // the other ground of alternating rows
            model.appendRow(new QStandardItem(QStringLiteral("first")));
        for (const StateLook &look : clusterLooks() + itemLooks())
            model.appendRow(new QStandardItem(glyphIcon(look.glyph, look.tone), look.word));
        QTableView table;
        makeQuietTable(&table);
        table.setModel(&model);
        table.horizontalHeader()->resizeSection(0, 280);
        table.resize(320, 700);
        if (round == 2)
            table.selectAll();
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        if (round == 1)
            model.item(0)->setIcon(glyphIcon(Glyph::Lock, Tone::Neutral));
        readCells(&table, model);
        atLeast(Text,
                prominence(table.horizontalHeader()->viewport(),
                           [&] { model.setHeaderData(0, Qt::Horizontal, QStringLiteral(" ")); }),
                QStringLiteral("header"));
    }
}

void TestContrast::mainWindow()
{
    openDemo();
    FilterCriteria criteria;
    criteria.noJobs = true;
    criteria.olderThanDays = 1;
    m_window->pane()->setFilter({}, criteria);
    table()->selectAll();
    readAll(m_window.get());
    QVERIFY(m_figures.size() >= 20);
}

void TestContrast::confirmation()
{
    openDemo();
    selectDeletable(6);
    ask("Delete");
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    dialog().go()->setEnabled(true);
    readAll(dialog());
    QVERIFY(m_figures.size() >= 8);
}

/// No two states of a cluster, and none of an item, are told apart by their colour alone.
void TestContrast::statesWithoutColor()
{
    for (const QList<StateLook> &looks : {clusterLooks(), itemLooks()}) {
        QSet<int> glyphs;
        QSet<QString> words;
        for (const StateLook &look : looks) {
            QVERIFY2(!glyphs.contains(int(look.glyph)), qPrintable(look.word));
            QVERIFY2(!words.contains(look.word), qPrintable(look.word));
            glyphs.insert(int(look.glyph));
            words.insert(look.word);
        }
    }
}

void TestContrast::glyphsWithoutColor()
{
    for (int a = 0; a <= int(Glyph::Lock); ++a) {
        for (int b = a + 1; b <= int(Glyph::Lock); ++b)
            atLeast(0.2, difference(gray(Glyph(a)), gray(Glyph(b))),
                    QStringLiteral("glyphs %1 and %2").arg(a).arg(b));
    }
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
