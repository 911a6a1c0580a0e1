// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"
#include "ui/widgets/window.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace clusterdeck
{

/// The user's settings, with a search field. Each change applies immediately: closing the dialog
/// changes nothing. Show it with open().
class SettingsDialog : public Dialog
{
    Q_OBJECT

public:
    /// `settings` outlives the dialog. `dataFolder`: the folder of the journal, the locks and the
    /// parked clusters; empty if there is none.
    SettingsDialog(Settings &settings, const QString &dataFolder, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSettings();
    void addFolders(const QString &dataFolder);
    void addSection(const QString &title);
    /// Adds a row for a setting. Its control shows and sets the value; the key is its object name.
    /// `title` has a mnemonic. `help` may be empty.
    void addBox(const Setting<bool> &setting, const QString &title, const QString &help);
    void addNumber(const Setting<int> &setting, const QString &title, const QString &help);
    template <class T>
    void addChoice(const Setting<T> &setting, const QString &title, const QString &help,
                   const QList<std::pair<T, QString>> &choices);
    /// Adds a row with a button that opens the folder `path`, or the folder of the file `path`;
    /// without a path the button is hidden.
    void addFolder(const char *name, const QString &path, const QString &title,
                   const QString &help);
    /// `path` is shown as text that can be selected. `help` may have several lines.
    void addRow(const QString &title, const QString &help, QWidget *editor,
                const QString &path = {});
    void layOut(QWidget *rows);
    void find(const QString &words);

    struct Row {
        QString words; ///< title and help, which the search looks at
        QWidget *field;
    };
    struct Section {
        QLabel *title;
        QList<Row> rows;
    };
    Settings &m_settings;
    QLineEdit *m_search;
    QFormLayout *m_form;
    QList<Section> m_sections;
    QLabel *m_nothing;
    QLabel *m_problem; ///< a folder that could not be opened; else hidden
};

} // namespace clusterdeck
