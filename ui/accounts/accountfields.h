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

/// All fields of an account, checked as they are typed by the rules of accountform.h: what is
/// empty is only called so once a person has left it or tried to save.
class AccountFields : public QWidget
{
    Q_OBJECT

public:
    /// `others`: see problemOf().
    AccountFields(const AccountForm &form, const QList<Account> &others, QWidget *parent = nullptr);

    [[nodiscard]] AccountForm form() const;
    [[nodiscard]] bool isFine();
    /// Says everything that is wrong, and goes to the first of it.
    void showProblems();
    void focusFirstEmpty();

signals:
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
    QString m_caFile; ///< as it was last looked at
    FieldProblem m_caFileProblem = FieldProblem::None;
    std::array<FieldBox *, AccountFieldCount> m_boxes{};
    QSet<int> m_left; ///< fields that a person has been to
    QComboBox *m_color;
    QCheckBox *m_readOnly;
    QSpinBox *m_inFlight;
    QSpinBox *m_together;
    QSpinBox *m_callsAnHour;
    QToolButton *m_more;
    QWidget *m_advanced = nullptr;
};

} // namespace clusterdeck
