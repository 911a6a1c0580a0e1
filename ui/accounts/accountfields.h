// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountform.h"

#include <QSet>
#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QSpinBox;
class QToolButton;

namespace clusterdeck
{

class FieldBox;

/// All fields of an account. They are checked while they are edited, by the rules of accountform.h;
/// an empty field is reported only after it lost the focus or when saving was tried.
class AccountFields : public QWidget
{
    Q_OBJECT

public:
    /// `others`: see problemOf().
    AccountFields(const AccountForm &form, const QList<Account> &others, QWidget *parent = nullptr);

    [[nodiscard]] AccountForm form() const;
    /// Whether no field has a problem.
    [[nodiscard]] bool isFine();
    /// Shows all problems, and puts the focus into the first field that has one.
    void showProblems();
    /// Puts the focus into the first field that has a problem, else into the name.
    void focusFirstEmpty();

signals:
    /// A value has changed, or the fields were checked again.
    void edited();

private:
    FieldBox *add(AccountField field, QWidget *editor);
    [[nodiscard]] FieldBox *box(AccountField field) const { return m_boxes.at(size_t(field)); }
    void createBoxes();
    void createChoices(const AccountForm &form);
    void fill(const AccountForm &form);
    void layOutMain(QGridLayout *grid);
    [[nodiscard]] QWidget *createAdvanced();
    [[nodiscard]] QWidget *caFileEditor();
    void orderTabs();
    void check();
    [[nodiscard]] FieldProblem problem(AccountField field, const AccountForm &form);
    [[nodiscard]] std::optional<AccountField> firstWrong();

    QList<Account> m_others;
    QString m_secretIsThereFor;
    QString m_caFile; ///< the path that was last checked
    FieldProblem m_caFileProblem = FieldProblem::None;
    std::array<FieldBox *, AccountFieldCount> m_boxes{};
    QSet<int> m_left; ///< fields that have lost the focus
    QComboBox *m_color;
    QCheckBox *m_readOnly;
    QCheckBox *m_reasonRequired;
    QSpinBox *m_inFlight;
    QSpinBox *m_together;
    QSpinBox *m_callsAnHour;
    QToolButton *m_more;
    QWidget *m_advanced = nullptr;
};

} // namespace clusterdeck
