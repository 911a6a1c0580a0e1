// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/shortcutswindow.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/recordtable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

ShortcutsWindow::ShortcutsWindow(QWidget *parent)
    : Window(QStringLiteral("Shortcuts"), tr("Keyboard Shortcuts"), parent)
    , m_model(
          {
              {"action",
               tr("Action"),
               {.digits = 32, .fills = true, .spoken = true},
               [](const ShortcutLine &line) { return line.what; }},
              {"keys",
               tr("Keys"),
               {.digits = 22, .whole = true, .spoken = true},
               [](const ShortcutLine &line) { return keysText(line.keys); }},
              {"where",
               tr("Where"),
               {.digits = 19},
               [](const ShortcutLine &line) {
                   return line.where.isEmpty() ? tr("Everywhere") : line.where;
               }},
          },
          [](const ShortcutLine &line) { return line.where + u'\n' + line.what; }, this,
          Sorting::ByColumns)
{
    auto *table = new RecordTable(QStringLiteral("Shortcut list"), windowTitle(), this);
    m_model.setRecords(shortcutsOf(parent));
    table->setRecordModel(&m_model);
    body()->addWidget(table);
    QPushButton *copy =
        addButton(QStringLiteral("Copy"), tr("&Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, table,
            [table] { QGuiApplication::clipboard()->setText(table->rowsText(true)); });
    addCloseButton();
    setFirstSize({widthOfLetters(fontMetrics(), 110),
                  table->heightFor(24) + 3 * space::Huge + 2 * fontMetrics().height()});
    table->setCurrentIndex(m_model.index(0, 0));
    table->setFocus();
}

} // namespace clusterdeck
