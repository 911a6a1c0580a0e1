// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"
#include "app/session.h"
#include "tests/app/accounts/accountbuilder.h"
#include "tests/app/accounts/scriptedstore.h"
#include "tests/support/manualclock.h"
#include "tests/ui/parts.h"
#include "ui/accounts/accountcontroller.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/fieldbox.h"
#include "ui/accounts/removedialog.h"
#include "ui/accounts/secretdialog.h"
#include "ui/settings/settings.h"
#include "ui/theme/resources.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace clusterdeck;

/// The dialogs with a real account book, and a keychain that fails on request.
class TestAccountDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void init();
    void cleanup();

    void byKeyboardAlone();
    void wheelChangesOnlyTheFocused();
    void whatIsWrongIsSaidWhereItIs();
    void theSecretShowsOnlyWhilePressed_data();
    void theSecretShowsOnlyWhilePressed();
    void theKeychainFailsAndASessionHelps_data();
    void theKeychainFailsAndASessionHelps();
    void closingWhileTheKeychainWaitsTakesItBack();
    void editingKeepsTheSecret();
    void checksWithWhatIsTyped();
    void theListFollowsTheBook();
    void removingAsksAndSaysWhatStays();
    void aSecretForThisSession();
    void noSecretIsSpoken();

private:
    void openNew()
    {
        Account blank;
        blank.api.baseUrl = QUrl(knownAddresses().constFirst());
        m_dialog = new AccountDialog(*m_book, {}, formFrom(blank), nullptr);
        show(m_dialog);
    }
    static void show(QDialog *dialog)
    {
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }
    [[nodiscard]] QLineEdit *field(AccountField field) const
    {
        return m_dialog->findChild<QLineEdit *>(QStringLiteral("Field %1").arg(int(field)));
    }
    [[nodiscard]] QString note(AccountField which) const
    {
        QWidget *box = field(which);
        while (!qobject_cast<FieldBox *>(box))
            box = box->parentWidget();
        return part<QLabel>(box, "Note")->text();
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return part<QPushButton>(m_dialog, name);
    }
    [[nodiscard]] QString problem() const { return part<QLabel>(m_dialog, "Problem")->text(); }
    void fillIn()
    {
        field(AccountField::Name)->setText(QStringLiteral("lab"));
        field(AccountField::Zone)->setText(QStringLiteral("zone-lab"));
        field(AccountField::Owner)->setText(QStringLiteral("usr-IuZxPyn2"));
        field(AccountField::AccessKeyId)->setText(QStringLiteral("KEYIDOFLAB"));
        field(AccountField::Secret)->setText(QStringLiteral("SECRETOFLAB"));
    }
    void addLab() { addLab(*m_book); }
    void addLab(AccountBook &book)
    {
        std::optional<AccountChange> change;
        book.put({}, accountNamed(QStringLiteral("lab"), QStringLiteral("SECRETOFLAB")), true, this,
                 [&](const AccountChange &made) { change = made; });
        QTRY_VERIFY(change);
    }
    [[nodiscard]] QString labId() const { return m_book->entries().first().id(); }

    ScriptedStore m_secrets;
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<AccountBook> m_book;
    QPointer<QDialog> m_dialog;
};

void TestAccountDialogs::init()
{
    m_secrets = ScriptedStore();
    m_store = std::make_unique<AccountStore>();
    m_book =
        std::make_unique<AccountBook>(*m_store, m_secrets, [](const QString &) { return true; });
}

void TestAccountDialogs::cleanup()
{
    delete m_dialog;
    m_book.reset();
}

/// Scrolling must not change a value that happens to be below the pointer.
void TestAccountDialogs::wheelChangesOnlyTheFocused()
{
    openNew();
    const auto turn = [](QWidget *widget) {
        const QPointF middle = widget->rect().center();
        QWheelEvent wheel(middle, widget->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &wheel);
    };
    const auto fields = m_dialog->findChildren<QSpinBox *>();
    QVERIFY(!fields.isEmpty());
    for (QSpinBox *each : fields) {
        const int before = each->value();
        turn(each);
        QCOMPARE(each->value(), before);
        QVERIFY(each->focusPolicy() != Qt::WheelFocus);
    }
    const auto choices = m_dialog->findChildren<QComboBox *>();
    QVERIFY(!choices.isEmpty());
    for (QComboBox *each : choices) {
        each->setCurrentIndex(each->count() - 1);
        turn(each);
        QCOMPARE(each->currentIndex(), each->count() - 1);
    }
    QComboBox *focused = choices.last();
    QVERIFY(focused->count() > 1);
    focused->setFocus();
    turn(focused);
    QCOMPARE(focused->currentIndex(), focused->count() - 2);
}

void TestAccountDialogs::byKeyboardAlone()
{
    openNew();
    const auto type = [](const QString &text) {
        QTest::keyClicks(QApplication::focusWidget(), text);
    };
    const auto tab = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
    // The first empty field has the focus; the address has a default value.
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(field(AccountField::Name)));
    type(QStringLiteral("lab"));
    tab();
    tab();
    type(QStringLiteral("zone-lab"));
    tab();
    type(QStringLiteral("usr-IuZxPyn2"));
    tab();
    tab();
    type(QStringLiteral("KEYIDOFLAB"));
    tab();
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(field(AccountField::Secret)));
    type(QStringLiteral("SECRETOFLAB"));
    QCOMPARE(field(AccountField::Secret)->displayText().contains(u'S'), false);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_book->entries().size(), 1);
    const Account &account = m_book->entries().first().saved.account;
    QCOMPARE(account.name, QStringLiteral("lab"));
    QCOMPARE(account.api.zone, QStringLiteral("zone-lab"));
    QCOMPARE(account.api.owner, QStringLiteral("usr-IuZxPyn2"));
    QCOMPARE(account.api.credentials.accessKeyId, QStringLiteral("KEYIDOFLAB"));
    QCOMPARE(m_secrets.secrets.value(account.id), QStringLiteral("SECRETOFLAB"));
}

void TestAccountDialogs::whatIsWrongIsSaidWhereItIs()
{
    openNew();
    const QString help = note(AccountField::Owner);
    QTest::keyClicks(field(AccountField::Owner), QStringLiteral("me"));
    QVERIFY(note(AccountField::Owner) != help); // at once
    QCOMPARE(field(AccountField::Owner)->accessibleDescription(), note(AccountField::Owner));
    // What nobody has been to is not called missing.
    QVERIFY(!note(AccountField::Zone).contains(u"Enter"));
    field(AccountField::Owner)->setText(QStringLiteral("usr-IuZxPyn2"));
    QCOMPARE(note(AccountField::Owner), help);

    button("Save account")->click();
    QVERIFY(m_dialog);
    QVERIFY(!problem().isEmpty());
    for (const AccountField missing :
         {AccountField::Name, AccountField::Zone, AccountField::AccessKeyId, AccountField::Secret})
        QVERIFY2(note(missing).startsWith(u"Enter "), qPrintable(note(missing)));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(field(AccountField::Name)));
    QVERIFY(m_secrets.calls.isEmpty());

    // A collapsed section with an error is expanded.
    fillIn();
    field(AccountField::DeletePath)->setText(QStringLiteral("nowhere"));
    QVERIFY(!field(AccountField::DeletePath)->isVisible());
    button("Save account")->click();
    QVERIFY(field(AccountField::DeletePath)->isVisible());
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(field(AccountField::DeletePath)));
}

void TestAccountDialogs::theSecretShowsOnlyWhilePressed_data()
{
    QTest::addColumn<bool>("byKeyboard");
    QTest::newRow("mouse") << false;
    QTest::newRow("keyboard") << true;
}

void TestAccountDialogs::theSecretShowsOnlyWhilePressed()
{
    QFETCH(const bool, byKeyboard);
    openNew();
    QLineEdit *secret = field(AccountField::Secret);
    secret->setText(QStringLiteral("SECRETOFLAB"));
    auto *eye = part<QToolButton>(secret, "Reveal");
    QVERIFY(!secret->displayText().contains(u'S'));
    if (byKeyboard)
        QTest::keyPress(eye, Qt::Key_Space);
    else
        QTest::mousePress(eye, Qt::LeftButton);
    QCOMPARE(secret->displayText(), QStringLiteral("SECRETOFLAB"));
    if (byKeyboard)
        QTest::keyRelease(eye, Qt::Key_Space);
    else
        QTest::mouseRelease(eye, Qt::LeftButton);
    QVERIFY(!secret->displayText().contains(u'S'));
}

void TestAccountDialogs::theKeychainFailsAndASessionHelps_data()
{
    QTest::addColumn<int>("outcome");
    for (const SecretOutcome outcome :
         {SecretOutcome::Denied, SecretOutcome::Unavailable, SecretOutcome::Failed})
        QTest::addRow("%d", int(outcome)) << int(outcome);
}

void TestAccountDialogs::theKeychainFailsAndASessionHelps()
{
    QFETCH(const int, outcome);
    m_secrets.outcome = SecretOutcome(outcome);
    openNew();
    fillIn();
    QVERIFY(!button("Session only")->isVisible());
    button("Save account")->click();
    QTRY_VERIFY(button("Session only")->isVisible());
    QVERIFY(problem().contains(u"keychain"));
    QVERIFY(m_book->entries().isEmpty());
    // The typed text is still there.
    QCOMPARE(field(AccountField::Secret)->text(), QStringLiteral("SECRETOFLAB"));
    button("Session only")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_book->entries().first().status, AccountStatus::Open);
    QVERIFY(!m_book->entries().first().saved.remember);
    QVERIFY(m_secrets.secrets.isEmpty());
}

void TestAccountDialogs::closingWhileTheKeychainWaitsTakesItBack()
{
    m_secrets.holdsBack = true;
    openNew();
    fillIn();
    button("Save account")->click();
    QVERIFY(!button("Save account")->isEnabled());
    QTRY_VERIFY(problem().contains(u"keychain")); // after a second
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    m_secrets.release();
    QTRY_VERIFY(m_secrets.secrets.isEmpty());
    QVERIFY(m_book->entries().isEmpty());
}

void TestAccountDialogs::editingKeepsTheSecret()
{
    addLab();
    AccountForm form = formFrom(m_book->entries().first().saved.account);
    form.secretIsThereFor = form.accessKeyId;
    m_dialog = new AccountDialog(*m_book, labId(), form, nullptr);
    show(m_dialog);
    QVERIFY(field(AccountField::Secret)->text().isEmpty()); // never copied into a field
    field(AccountField::Name)->setText(QStringLiteral("renamed"));
    m_dialog->findChild<QCheckBox *>(QStringLiteral("Require a reason"))->click();
    m_secrets.calls.clear();
    button("Save account")->click();
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_secrets.calls.isEmpty());
    QCOMPARE(m_book->entries().first().saved.account.name, QStringLiteral("renamed"));
    QVERIFY(m_book->entries().first().saved.account.reasonRequired);
    QCOMPARE(m_secrets.secrets.value(labId()), QStringLiteral("SECRETOFLAB"));
}

void TestAccountDialogs::checksWithWhatIsTyped()
{
    openNew();
    QVERIFY(!button("Check connection")->isEnabled());
    fillIn();
    QVERIFY(button("Check connection")->isEnabled());
    std::optional<Account> checked;
    connect(static_cast<AccountDialog *>(m_dialog.data()), &AccountDialog::checkWanted, this,
            [&](const Account &account) { checked = account; });
    button("Check connection")->click();
    QVERIFY(checked);
    QCOMPARE(checked->api.credentials.secretAccessKey, QStringLiteral("SECRETOFLAB"));
    QVERIFY(m_book->entries().isEmpty()); // nothing is saved
    QVERIFY(m_secrets.calls.isEmpty());
}

void TestAccountDialogs::theListFollowsTheBook()
{
    ManualClock clock;
    Session session(clock, {}, *m_store, m_secrets);
    QWidget window;
    MessageBarStack notices(&window);
    Settings settings(false, Settings::Memory::None);
    AccountController accounts(session, settings, notices, &window);
    accounts.manage();
    auto *dialog = window.findChild<AccountsDialog *>();
    m_dialog = dialog;
    show(dialog);
    RecordModelBase *model = part<RecordTable>(dialog, "Account list")->recordModel();
    const QAbstractItemModelTester tester(model);
    QVERIFY(!button("Edit")->isEnabled());
    addLab(session.book());
    QCOMPARE(model->rowCount(), 1);
    QVERIFY(button("Edit")->isEnabled());
    const auto shown = [&](const char *key) { return model->text(0, model->columnOf(key)); };
    QCOMPARE(shown("name"), QStringLiteral("lab"));
    QCOMPARE(shown("key"), QStringLiteral("…FLAB"));
    for (int column = 0; column < model->columnCount(); ++column) {
        for (const int role :
             {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
            const QString text = model->index(0, column).data(role).toString();
            QVERIFY(!text.contains(QStringLiteral("KEYIDOFLAB")));
            QVERIFY(!text.contains(QStringLiteral("SECRET")));
        }
    }
    for (const QString &copied : {part<RecordTable>(dialog, "Account list")->rowsText(true),
                                  part<RecordTable>(dialog, "Account list")->rowsJson(true)}) {
        QVERIFY(copied.contains(QStringLiteral("…FLAB")));
        QVERIFY(!copied.contains(QStringLiteral("KEYIDOFLAB")));
        QVERIFY(!copied.contains(QStringLiteral("SECRET")));
    }
    const auto status = [&] { return session.book().entries().first().status; };
    QCOMPARE(status(), AccountStatus::Open);
    button("Open or close")->click();
    QCOMPARE(status(), AccountStatus::Closed);
    button("Open or close")->click();
    QTRY_COMPARE(status(), AccountStatus::Open);
    button("Edit")->click();
    QVERIFY(window.findChild<AccountDialog *>());
    delete m_dialog;
}

void TestAccountDialogs::removingAsksAndSaysWhatStays()
{
    addLab();
    m_dialog = new RemoveDialog(*m_book, m_book->entries().first(), nullptr);
    show(m_dialog);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(button("Keep")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Enter never removes
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_book->entries().size(), 1);

    m_secrets.outcome = SecretOutcome::Denied;
    m_dialog = new RemoveDialog(*m_book, m_book->entries().first(), nullptr);
    show(m_dialog);
    button("Remove")->click();
    QTRY_VERIFY(!problem().isEmpty());
    QCOMPARE(m_book->entries().size(), 1);
    button("Remove")->click();
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_book->entries().isEmpty());
}

void TestAccountDialogs::aSecretForThisSession()
{
    addLab();
    QCOMPARE(m_book->close(labId()).outcome, AccountChange::Outcome::Done);
    m_secrets.outcome = SecretOutcome::Unavailable;
    m_book->open(labId());
    QTRY_COMPARE(m_book->entries().first().status, AccountStatus::NeedsSecret);
    m_dialog = new SecretDialog(*m_book, m_book->entries().first(), nullptr);
    show(m_dialog);
    QVERIFY(!part<QCheckBox>(m_dialog, "Remember")->isChecked());
    QVERIFY(!button("Open account")->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("SECRET OF"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!problem().isEmpty()); // a secret contains no spaces
    auto *line = part<QLineEdit>(m_dialog, "Secret field");
    line->setText(QStringLiteral("SECRETOFLAB"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_book->entries().first().status, AccountStatus::Open);
}

void TestAccountDialogs::noSecretIsSpoken()
{
    openNew();
    fillIn();
    part<QToolButton>(m_dialog, "Advanced")->click();
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        QVERIFY(!widget->accessibleName().contains(QStringLiteral("SECRETOFLAB")));
        QVERIFY(!widget->accessibleDescription().contains(QStringLiteral("SECRETOFLAB")));
    }
}

QTEST_MAIN(TestAccountDialogs)
#include "tst_accountdialogs.moc"
