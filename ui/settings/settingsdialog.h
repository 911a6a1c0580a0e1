// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preferences.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace clusterdeck
{

class SettingRow;

/// A file or folder of the program's that people may want to look into.
struct Place {
    QString name;  ///< of the widget, in English
    QString title; ///< with a mnemonic
    QString help;
    QString path; ///< empty: there is none now
};

/// What can be set, and a field that finds it. Each change holds at once: there is nothing to
/// confirm, and closing the dialog changes nothing. Show it with open().
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `language`: the code that was chosen, empty for the desktop's.
    SettingsDialog(const Preferences &preferences, const QString &language,
                   const QList<Place> &places, QWidget *parent);

signals:
    /// Something is set to another value: all of them as they are now.
    void changed(const clusterdeck::Preferences &preferences);
    /// Another language; empty: the desktop's.
    void languageChosen(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addHeading(const QString &text);
    SettingRow *addRow(const QString &title, const QString &help, QWidget *editor);
    QComboBox *newCombo(const char *name, const QList<std::pair<QString, QVariant>> &choices,
                        const QVariant &now);
    /// A change of `combo` is one of the preferences.
    template <class Set>
    void whenChosen(QComboBox *combo, Set set);
    void addLook(const QString &language);
    void addDesktop();
    void addSafety();
    void addCloud();
    void addPlaces(const QList<Place> &places);
    void layOut(QWidget *body);
    void find(const QString &words);

    struct Section {
        QLabel *heading;
        QList<SettingRow *> rows;
    };
    Preferences m_preferences;
    QLineEdit *m_search;
    QVBoxLayout *m_column; ///< of the rows
    QList<Section> m_sections;
    QLabel *m_nothing;
};

} // namespace clusterdeck
