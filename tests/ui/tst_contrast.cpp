// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"
#include "tests/ui/demowindow.h"
#include "ui/theme/clearstyle.h"
#include "ui/theme/environment.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/words/statelook.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace clusterdeck;

namespace
{

constexpr double Text = 4.5;
constexpr double Sign = 3.0;
constexpr double Readable = 3.0; ///< for disabled controls, which WCAG exempts

QList<StateLook> clusterLooks()
{
    QList<StateLook> looks;
    ClusterRecord record;
    for (const char *status : {"pending", "active", "stopped", "suspended", "new"}) {
        record.status = QLatin1String(status);
        looks.append(lookOf(record));
    }
    record.transition = QStringLiteral("deleting");
    looks.append(lookOf(record));
    return looks;
}

QList<StateLook> itemLooks()
{
    QList<StateLook> looks;
    for (int state = 0; state < ItemStateCount; ++state)
        looks.append(lookOf(ItemState(state)));
    return looks;
}

/// The widget's name in the report.
QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

/// As long as before, so that the layout stays the same.
QString blank(const QString &text)
{
    return QString(text.size(), u' ');
}

std::optional<QStyle::SubElement> indicatorOf(const QAbstractButton *button)
{
    if (qobject_cast<const QCheckBox *>(button))
        return QStyle::SE_CheckBoxIndicator;
    if (qobject_cast<const QRadioButton *>(button))
        return QStyle::SE_RadioButtonIndicator;
    return std::nullopt;
}

QImage gray(Glyph glyph)
{
    QImage image(64, 64, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintGlyph(&painter, image.rect(), glyph, Qt::black);
    return image;
}

/// The share of the pixels of either glyph that the two do not have in common.
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

/// Painted text and symbols are readable, in the light and the dark theme.
class TestContrast : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void knownColors();
    void windows_data();
    void windows();
    void menus_data() { themes(); }
    void menus();
    void states_data() { themes(); }
    void states();
    void statesWithoutColor();
    void glyphsWithoutColor();

private:
    static void themes();
    void atLeast(double least, double found, const QString &what);
    void readText(QWidget *widget);
    void readAll(QWidget *window);
    void readCells(QTableView *view, QStandardItemModel &model);
    static void addSpecimens(QWidget *window);

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
    applyTheme(QByteArray(QTest::currentDataTag()).endsWith("dark") ? Theme::Dark : Theme::Light);
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
    QTest::addColumn<bool>("unused");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << false;
}

void TestContrast::atLeast(double least, double found, const QString &what)
{
    const QString line =
        QStringLiteral("%1 (of %2): %3").arg(found, 0, 'f', 2).arg(least, 0, 'f', 1).arg(what);
    m_figures.append(line);
    if (found < least)
        m_faults.append(line);
}

/// Measures the text of a widget against its background.
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
        // An empty box is as visible as a ticked one.
        if (const auto element = indicatorOf(button); element && button->isEnabled()) {
            QStyleOptionButton option;
            option.initFrom(button);
            const QRect box = button->style()->subElementRect(*element, &option, button);
            atLeast(
                Sign,
                prominence(picture(button, box), button->palette().color(QPalette::Window).rgb()),
                nameOf(button) +
                    (button->isChecked() ? QStringLiteral(", on") : QStringLiteral(", off")));
        }
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
        // The icons in a search field appear and disappear with its text.
        if (child->isVisible() && !child->size().isEmpty() &&
            !child->inherits("QLineEditIconButton"))
            readText(child);
    }
}

/// The example values of WCAG.
void TestContrast::knownColors()
{
    QCOMPARE(contrast(qRgb(0, 0, 0), qRgb(255, 255, 255)), 21.0);
    QCOMPARE(contrast(qRgb(119, 119, 119), qRgb(119, 119, 119)), 1.0);
    const double grey = contrast(qRgb(119, 119, 119), qRgb(255, 255, 255));
    QVERIFY(grey > 4.47 && grey < 4.49);
}

/// Every colour and badge, and every control, on and off, enabled and disabled.
void TestContrast::addSpecimens(QWidget *window)
{
    auto *column = new QVBoxLayout(window);
    const auto add = [&](auto *widget) {
        column->addWidget(widget);
        return widget;
    };
    setMuted(add(new QLabel(QStringLiteral("Quiet words"))));
    for (const StatusColor statusColor :
         {StatusColor::Neutral, StatusColor::Good, StatusColor::Busy, StatusColor::Warning,
          StatusColor::Bad}) {
        setStatusColor(add(new QLabel(QStringLiteral("Toned words %1").arg(int(statusColor)))),
                       statusColor);
        add(new MessageBar(Glyph::Warning, statusColor, QStringLiteral("On a strip")));
    }
    for (const auto color :
         {EnvironmentColor::Red, EnvironmentColor::Orange, EnvironmentColor::Green,
          EnvironmentColor::Blue, EnvironmentColor::Purple})
        add(new EnvironmentBadge(QStringLiteral("PROD"), color));
    for (const bool enabled : {true, false}) {
        add(new QPushButton(QStringLiteral("Press me")))->setEnabled(enabled);
        for (const bool on : {false, true}) {
            auto *tool = new QToolButton;
            tool->setIcon(lineIcon(QStringLiteral("refresh")));
            tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            tool->setCheckable(true);
            for (QAbstractButton *button : {static_cast<QAbstractButton *>(new QCheckBox),
                                            static_cast<QAbstractButton *>(new QRadioButton),
                                            static_cast<QAbstractButton *>(tool)}) {
                button->setText(QStringLiteral("Choose me"));
                button->setAutoExclusive(false);
                button->setChecked(on);
                add(button)->setEnabled(enabled);
            }
        }
        auto *field = add(new QLineEdit);
        field->setPlaceholderText(QStringLiteral("What to type"));
        field->setEnabled(enabled);
    }
    auto *tabs = add(new QTabBar);
    tabs->addTab(QStringLiteral("First"));
    tabs->addTab(QStringLiteral("Second"));
    window->show();
}

void TestContrast::windows_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<int>("figures"); // minimum number of measurements
    for (const char *theme : {"light", "dark"}) {
        QTest::addRow("specimens, %s", theme) << QStringLiteral("specimens") << 40;
        QTest::addRow("main, %s", theme) << QStringLiteral("main") << 20;
        QTest::addRow("confirmation, %s", theme) << QStringLiteral("confirmation") << 8;
    }
}

void TestContrast::windows()
{
    QFETCH(const QString, which);
    QFETCH(const int, figures);
    if (which == u"specimens") {
        QWidget window;
        addSpecimens(&window);
        readAll(&window);
    } else {
        begin();
        openDemo();
        if (which == u"main") {
            FilterCriteria criteria;
            criteria.noJobs = true;
            criteria.olderThanDays = 1;
            m_window->pane()->setFilter({}, criteria);
            table()->selectAll();
            readAll(m_window.get());
        } else {
            selectDeletable(6);
            ask("Delete");
            QVERIFY(QTest::qWaitForWindowExposed(dialog()));
            dialog().go()->setEnabled(true);
            readAll(dialog());
        }
    }
    QVERIFY2(m_figures.size() >= figures, qPrintable(QString::number(m_figures.size())));
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
    choice->setChecked(true); // only the chosen action of a group has a mark
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
        const QModelIndex box = model.index(row, 1);
        atLeast(Sign,
                prominence(
                    view->viewport(), [&] { model.setData(box, QVariant(), Qt::CheckStateRole); },
                    view->visualRect(box)),
                what + QStringLiteral(", box %1").arg(row % 2));
    }
}

/// Every state, on both backgrounds of a table, and selected.
void TestContrast::states()
{
    for (const int round : {0, 1, 2}) {
        QStandardItemModel model;
        QList<StateLook> looks = clusterLooks() + itemLooks();
        if (round == 1) // uses the other background of alternating rows
            looks.prepend({QStringLiteral("first"), Glyph::Lock, StatusColor::Neutral});
        for (const StateLook &look : std::as_const(looks)) {
            auto *box = new QStandardItem;
            box->setCheckState(model.rowCount() % 2 ? Qt::Checked : Qt::Unchecked);
            model.appendRow(
                {new QStandardItem(glyphIcon(look.glyph, look.statusColor), look.word), box});
        }
        QTableView table;
        makeReadOnlyTable(&table);
        table.setModel(&model);
        table.horizontalHeader()->resizeSection(0, 280);
        table.resize(420, 700);
        if (round == 2)
            table.selectAll();
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        readCells(&table, model);
        atLeast(Text,
                prominence(table.horizontalHeader()->viewport(),
                           [&] { model.setHeaderData(0, Qt::Horizontal, QStringLiteral(" ")); }),
                QStringLiteral("header"));
    }
}

/// No two states of a cluster, and no two of an item, differ by colour alone.
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
