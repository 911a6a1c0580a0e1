// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/parts.h"
#include "ui/accounts/importdialog.h"
#include "ui/theme/resources.h"

#include <QAccessible>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

namespace
{

using Source = ImportCandidate::Source;

ImportCandidate usable(Source source, const QString &key, const QString &zone,
                       const QString &path = {})
{
    ImportCandidate candidate;
    candidate.source = source;
    candidate.path = path;
    candidate.keys = ProviderKeys{key, QStringLiteral("the-secret-itself"), zone};
    return candidate;
}

ImportCandidate broken(const QString &path)
{
    ImportCandidate candidate;
    candidate.source = Source::Yaml;
    candidate.path = path;
    candidate.keys = tl::unexpected(ProviderFileProblem{FileProblemKind::Broken, 3, {}, {}});
    return candidate;
}

QList<ImportCandidate> three()
{
    ImportCandidate open =
        usable(Source::Ini, QStringLiteral("QYSECONDKEYEXAMPLE22"), QStringLiteral("jn1a"),
               QStringLiteral("/home/ann & bob/.qingcloud/config"));
    open.openToOthers = true;
    return {broken(QStringLiteral("/home/ann/.qingcloud/config.yaml")),
            usable(Source::Variables, QStringLiteral("QYFIRSTKEYEXAMPLEWXYZ"), {}), open};
}

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void cleanup() { delete m_dialog; }
    void showsEachWithItsWords();
    void whatIsBrokenCannotBeChosen();
    void byKeyboard();
    void cancelled();
    void nothingFound();
    void nothingUsable();
    void saysWhatIsNotTaken();
    void noSecretIsShown();
    void whatFilesSayStaysText();

private:
    void open(const QList<ImportCandidate> &candidates)
    {
        m_dialog = new ImportDialog(candidates, nullptr);
        m_chosen.clear();
        m_byHand = 0;
        connect(m_dialog, &ImportDialog::byHandWanted, this, [this] { ++m_byHand; });
        connect(m_dialog, &ImportDialog::chosen, this,
                [this](const ProviderKeys &keys) { m_chosen.append(keys); });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    [[nodiscard]] QRadioButton *choice(int index) const
    {
        return m_dialog->findChild<QRadioButton *>(QStringLiteral("Choice %1").arg(index));
    }
    [[nodiscard]] QPushButton *use() const { return part<QPushButton>(m_dialog, "Use this key"); }
    [[nodiscard]] QString allWords() const
    {
        QStringList words{m_dialog->windowTitle()};
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            words << label->text() << label->accessibleName() << label->toolTip();
        for (const QRadioButton *each : m_dialog->findChildren<QRadioButton *>())
            words << each->text() << each->accessibleName() << each->accessibleDescription();
        return words.join(u'\n').remove(QChar(0x200b));
    }

    QPointer<ImportDialog> m_dialog;
    QList<ProviderKeys> m_chosen;
    int m_byHand = 0;
};

void TestImportDialog::showsEachWithItsWords()
{
    open(three());
    QCOMPARE(choice(1)->text(), QStringLiteral("Environment variables: key …WXYZ, no zone"));
    QCOMPARE(choice(2)->text(),
             QStringLiteral("/home/ann && bob/.qingcloud/config: key …LE22, zone jn1a"));
    QCOMPARE(QAccessible::queryAccessibleInterface(choice(2))->text(QAccessible::Name),
             QStringLiteral("/home/ann & bob/.qingcloud/config: key …LE22, zone jn1a"));
    // The warning is part of the choice's description, and is shown below the choice.
    QVERIFY(QAccessible::queryAccessibleInterface(choice(2))
                ->text(QAccessible::Description)
                .contains(u"Other users"));
    const QList<QLabel *> notes = m_dialog->findChildren<QLabel *>(QStringLiteral("Note"));
    QCOMPARE(notes.size(), 2);
    for (const QLabel *note : notes)
        QVERIFY(note->isVisible() && (note->focusPolicy() & Qt::TabFocus));
}

void TestImportDialog::whatIsBrokenCannotBeChosen()
{
    open(three());
    QVERIFY(!choice(0)->isEnabled());
    QVERIFY(choice(1)->isChecked()); // the first usable one
    QTest::mouseClick(choice(0), Qt::LeftButton);
    QVERIFY(!choice(0)->isChecked());
    QTest::mouseClick(use(), Qt::LeftButton);
    QCOMPARE(m_chosen.size(), 1);
    QCOMPARE(m_chosen.first().accessKeyId, QStringLiteral("QYFIRSTKEYEXAMPLEWXYZ"));
    QCOMPARE(m_chosen.first().secretAccessKey, QStringLiteral("the-secret-itself"));
}

void TestImportDialog::byKeyboard()
{
    open(three());
    QVERIFY(choice(1)->hasFocus());
    QTest::keyClick(choice(1), Qt::Key_Down);
    QVERIFY(choice(2)->isChecked());
    QTest::keyClick(choice(2), Qt::Key_Return);
    QCOMPARE(m_chosen.size(), 1);
    QCOMPARE(m_chosen.first().zone, QStringLiteral("jn1a"));
    QTRY_VERIFY(!m_dialog);
}

void TestImportDialog::cancelled()
{
    open(three());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_chosen.isEmpty() && m_byHand == 0);
    // A key of one's own instead of those that were found.
    open(three());
    part<QPushButton>(m_dialog, "By hand")->click();
    QVERIFY(m_chosen.isEmpty() && m_byHand == 1);
}

void TestImportDialog::nothingFound()
{
    open({});
    const QString words = allWords();
    for (const char *place : {"QINGCLOUD_ACCESS_KEY_ID", "QINGCLOUD_SECRET_ACCESS_KEY",
                              "~/.qingcloud/config.yaml", "~/.qingcloud/config"})
        QVERIFY2(words.contains(QLatin1String(place)), place);
    QVERIFY(!use()->isEnabled());
    // No dead end: the keyboard stands on the way that is left.
    QVERIFY(part<QPushButton>(m_dialog, "By hand")->hasFocus());
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QVERIFY(m_chosen.isEmpty());
    QCOMPARE(m_byHand, 1);
    QTRY_VERIFY(!m_dialog);
}

void TestImportDialog::nothingUsable()
{
    open({broken(QStringLiteral("/home/ann/.qingcloud/config.yaml"))});
    QVERIFY(!use()->isEnabled());
    QTest::mouseClick(use(), Qt::LeftButton);
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QVERIFY(m_chosen.isEmpty());
    QCOMPARE(m_byHand, 1);
}

void TestImportDialog::saysWhatIsNotTaken()
{
    open(three());
    const auto *promise = part<QLabel>(m_dialog, "Promise");
    QVERIFY(promise->isVisible());
    QVERIFY(promise->text().contains(u"address"));
    QVERIFY(promise->text().contains(u"until the account is saved"));
}

void TestImportDialog::noSecretIsShown()
{
    open(three());
    const QString words = allWords();
    QVERIFY(!words.contains(u"the-secret-itself"));
    QVERIFY(!words.contains(u"QYFIRSTKEY") && !words.contains(u"QYSECONDKEY"));
}

void TestImportDialog::whatFilesSayStaysText()
{
    open({usable(Source::Yaml, QStringLiteral("QYFIRSTKEYEXAMPLEWXYZ"),
                 QStringLiteral("<img src=/dev/zero>\u202e") + QString(5000, u'z'),
                 QStringLiteral("/home/<b>ann</b>/.qingcloud/config.yaml"))});
    QVERIFY(choice(0)->text().contains(u"<img"));
    QVERIFY(!choice(0)->text().contains(QChar(0x202e)));
    QVERIFY2(m_dialog->width() < 1400, qPrintable(QString::number(m_dialog->width())));
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || !label->pixmap().isNull());
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
