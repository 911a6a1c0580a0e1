// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/service.h"
#include "tests/app/api/vectors.h"
#include "tests/support/faultserver.h"
#include "tests/ui/parts.h"
#include "ui/accounts/checkdialog.h"
#include "ui/accounts/checkreport.h"
#include "ui/accounts/checktext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/resources.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QNetworkProxy>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStyle>
#include <QTcpSocket>
#include <QTest>
#include <QTextLayout>

using namespace clusterdeck;

namespace
{

constexpr int LastReason = int(CheckReason::SecondPageFailed);

/// An answer that repeats parts of the request.
QByteArray indiscreet(const ApiSettings &settings)
{
    const QByteArray key = settings.credentials.accessKeyId.toUtf8();
    const QByteArray secret = settings.credentials.secretAccessKey.toUtf8();
    return R"({"ret_code": 1200, "message": "AuthFailure, access key [)" + key + "] secret " +
           secret + " or " + secret.toBase64() + " or " + secret.toPercentEncoding() +
           R"( does not match <b>x</b> signature=W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2"})";
}

ApiSettings settingsFor(const QUrl &url)
{
    ApiSettings settings;
    settings.baseUrl = url;
    settings.zone = QStringLiteral("jn1a");
    settings.credentials = {QStringLiteral("QYACCESSKEYIDEXAMPLE"),
                            QStringLiteral("SECRET/ACCESS+KEY~")};
    return settings;
}

ApiSettings settingsOf(const demo::Service &service)
{
    ApiSettings settings = settingsFor(service.url());
    settings.zone = service.zone();
    settings.owner = service.owner();
    settings.credentials = {service.accessKeyId(), service.secretAccessKey()};
    return settings;
}

/// As a style lays out text: with fractions of pixels, which font metrics round.
int heightOf(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return qCeil(height);
}

} // namespace

class TestCheckDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { delete m_dialog; }
    void everyReasonHasItsSentence();
    void clockInWords();
    void allGood();
    void running();
    void checkAgain();
    void byKeyboard();
    void holdsNoSecret();
    void escapeGivesUp();
    void whatIsForeignStaysText();
    void sentencesAreWholeAtEveryWidth();

private:
    void open(const ApiSettings &settings, const QString &name = QStringLiteral("prod-lab"))
    {
        m_dialog = new CheckDialog(settings, name, m_clock, nullptr);
        m_checked = std::make_unique<QSignalSpy>(m_dialog, &CheckDialog::checked);
        m_called = std::make_unique<QSignalSpy>(m_dialog, &CheckDialog::called);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return part<T>(m_dialog, name);
    }
    [[nodiscard]] QString label(const char *name) const { return child<QLabel>(name)->text(); }
    [[nodiscard]] QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    [[nodiscard]] QString cell(CheckStep step, const char *key, int role = Qt::DisplayRole) const
    {
        const RecordModelBase *model = child<RecordTable>("Steps")->recordModel();
        return model->index(int(step), model->columnOf(key)).data(role).toString();
    }

    SystemClock m_clock;
    QPointer<CheckDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_checked;
    std::unique_ptr<QSignalSpy> m_called;
};

void TestCheckDialog::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    loadResources(*qApp);
}

/// Each reason has its own sentence; those of the clock are created separately.
void TestCheckDialog::everyReasonHasItsSentence()
{
    QSet<QString> seen;
    for (int reason = 0; reason <= LastReason; ++reason) {
        CheckFinding finding;
        finding.verdict = CheckVerdict::Bad;
        finding.reason = CheckReason(reason);
        finding.number = 1;
        const QString text = findingText(finding);
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
    QSet<QString> steps;
    for (int step = 0; step < CheckStepCount; ++step)
        steps.insert(stepText(CheckStep(step)));
    QCOMPARE(steps.size(), CheckStepCount);
    const auto says = [](CheckReason reason, qint64 number, const QString &words) {
        const QString text = findingText({{}, CheckVerdict::Bad, reason, number, 2000, {}});
        return text.contains(words) || (qWarning("%s", qPrintable(text)), false);
    };
    for (const CheckReason reason :
         {CheckReason::ReachedByProxy, CheckReason::ProxyInTheWay, CheckReason::ProxySilent}) {
        const QString text = findingText(
            {{}, CheckVerdict::Bad, reason, 0, 0, QStringLiteral("proxy.example:%1\n")});
        QVERIFY2(text.contains(u" proxy.example:%1") || text.contains(u"(proxy.example:%1"),
                 qPrintable(text));
    }
    // The text does not state more than is known.
    QVERIFY(says(CheckReason::KeyOrSecretWrong, 0, QStringLiteral("does not say which")));
    QVERIFY(says(CheckReason::MayRead, 0, QStringLiteral("only shows when you try")));
    QVERIFY(says(CheckReason::QuotaGood, 2, QLocale().toString(2000)));
    QVERIFY(says(CheckReason::ListRefused, 2400, QStringLiteral("(code 2400)")));
    QVERIFY(says(CheckReason::GatewayFault, 502, QStringLiteral("HTTP 502")));
    QVERIFY(findingText({CheckStep::Paging, CheckVerdict::Good, CheckReason::OnePage, 0, 0, {}})
                .contains(u"clusters: 0"));
}

void TestCheckDialog::clockInWords()
{
    using Reason = CheckReason;
    for (const auto &[reason, seconds, words] : {std::tuple{Reason::ClockGood, 1, "agrees"},
                                                 {Reason::ClockGood, 12, "12 s slow"},
                                                 {Reason::ClockGood, -12, "12 s fast"},
                                                 {Reason::ClockOff, 300, "5 min slow"},
                                                 {Reason::ClockOff, -7200, "2 h fast"},
                                                 {Reason::ClockOff, 86'400 * 3, "3 d slow"}})
        QVERIFY2(findingText({CheckStep::Clock, CheckVerdict::Bad, reason, seconds, 0, {}})
                     .contains(QLatin1String(words)),
                 words);
}

void TestCheckDialog::allGood()
{
    demo::Service service({});
    QVERIFY(service.listen());
    open(settingsOf(service));
    QTRY_COMPARE(m_checked->count(), 1);
    QCOMPARE(m_checked->first().first().value<CheckVerdict>(), CheckVerdict::Good);
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Connection check – prod-lab"));
    QCOMPARE(label("Summary"), QStringLiteral("Everything is in order."));
    QVERIFY(!child<QLabel>("Provider")->isVisible());
    const QString subject = label("Subject");
    QVERIFY(subject.contains(u"127.0.0.1") && subject.contains(u"jn1a"));
    QVERIFY(subject.endsWith(QStringLiteral("…") + service.accessKeyId().right(4)));
}

void TestCheckDialog::running()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::of(Fault::Hang); });
    open(settingsFor(server.url()));
    QAbstractItemModelTester tester(child<RecordTable>("Steps")->model());
    QCOMPARE(label("Summary"), QStringLiteral("Checking…"));
    QVERIFY(child<QProgressBar>("Progress")->isVisible());
    QVERIFY(!button("Copy report")->isEnabled() && !button("Check again")->isEnabled());
    QVERIFY(button("Close")->isEnabled());
    QCOMPARE(cell(CheckStep::Address, "result"), QStringLiteral("Good"));
    QCOMPARE(cell(CheckStep::Reachable, "result"), QStringLiteral("Waiting"));
    QCOMPARE(cell(CheckStep::Reachable, "meaning"), QString());
}

/// A problem is corrected, and checked again.
void TestCheckDialog::checkAgain()
{
    FaultServer server;
    server.setDateAhead(0);
    server.answerWith([](const RecordedRequest &) {
        return FaultAnswer::json(R"({"ret_code": 1200, "message": "AuthFailure, no such key"})");
    });
    open(settingsFor(server.url()));
    const auto spoken = [](QWidget *widget) {
        return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
    };
    QCOMPARE(spoken(child<QLabel>("Summary")), QStringLiteral("Checking…"));
    QTRY_COMPARE(m_checked->count(), 1);
    // The announcement at the end says what to do.
    QVERIFY(spoken(child<QLabel>("Summary")).startsWith(u"Failed: Access key."));
    QVERIFY(spoken(child<QLabel>("Summary")).contains(u"does not say which"));
    QCOMPARE(spoken(child<RecordTable>("Steps")), QStringLiteral("Steps of the check"));
    QVERIFY(!cell(CheckStep::Key, "result", Qt::AccessibleTextRole).isEmpty());
    QCOMPARE(m_checked->first().first().value<CheckVerdict>(), CheckVerdict::Bad);
    QCOMPARE(label("Summary"), QStringLiteral("Failed: Access key."));
    QCOMPARE(cell(CheckStep::Key, "result"), QStringLiteral("Problem"));
    QCOMPARE(cell(CheckStep::Zone, "result"), QStringLiteral("Not checked"));
    QCOMPARE(label("Provider").remove(QChar(0x200b)),
             QStringLiteral("Provider: “AuthFailure, no such key” (code 1200)"));
    server.answerWith([](const RecordedRequest &) {
        return FaultAnswer::json(
            R"({"ret_code": 0, "total_count": 0, "cluster_set": [], "job_set": []})");
    });
    QTest::mouseClick(button("Check again"), Qt::LeftButton);
    QVERIFY(child<QProgressBar>("Progress")->isVisible());
    QTRY_COMPARE(m_checked->count(), 2);
    QCOMPARE(label("Summary"), QStringLiteral("It works, with warnings: Zone."));
    QVERIFY(!child<QLabel>("Provider")->isVisible());
    QCOMPARE(m_called->count(), server.requests().size()); // each counts against the quota
}

void TestCheckDialog::byKeyboard()
{
    FaultServer server;
    open(settingsFor(server.url()));
    QTRY_COMPARE(m_checked->count(), 1);
    auto *steps = child<RecordTable>("Steps");
    QVERIFY(button("Close")->hasFocus());
    QList<QWidget *> order;
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order.append(QApplication::focusWidget());
    }
    QCOMPARE(order, (QList<QWidget *>{button("Help"), steps, button("Copy report"),
                                      button("Check again"), button("Close")}));
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(button("Copy report"), Qt::Key_Space);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"prod-lab"));
    QTest::keyClick(steps, Qt::Key_Down);
    QVERIFY(steps->currentIndex().isValid());
    QTest::keyClick(steps, Qt::Key_Return); // the default button
    QTRY_VERIFY(!m_dialog);
}

/// A secret appears neither in the dialog nor in the report, whichever field contains it and
/// whatever the server repeats.
void TestCheckDialog::holdsNoSecret()
{
    FaultServer server;
    const ApiSettings sound = settingsFor(server.url());
    const QByteArray answer = indiscreet(sound);
    server.answerWith([answer](const RecordedRequest &) { return FaultAnswer::json(answer); });
    const QString secret = sound.credentials.secretAccessKey;
    const QString key = sound.credentials.accessKeyId;
    for (const QString &astray : {secret, key}) {
        for (const bool inAddress : {false, true}) {
            ApiSettings settings = sound;
            settings.zone = astray;
            if (inAddress) // no connection is made to such an address
                settings.baseUrl.setUserName(secret);
            open(settings, astray + QStringLiteral(" lab"));
            QTRY_COMPARE(m_checked->count(), 1);
            QStringList shown{m_dialog->windowTitle()};
            for (const QLabel *each : m_dialog->findChildren<QLabel *>())
                shown << each->text() << each->accessibleName();
            for (int step = 0; step < CheckStepCount; ++step)
                shown << cell(CheckStep(step), "meaning");
            QTest::mouseClick(button("Copy report"), Qt::LeftButton);
            const QString report = QGuiApplication::clipboard()->text();
            QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
            const QString all = report + shown.join(u'\n').remove(QChar(0x200b));
            const QByteArray bytes = secret.toUtf8();
            for (const QByteArray &leak : {bytes, bytes.toBase64(), bytes.toPercentEncoding(),
                                           QByteArray("QYACCESSKEYID"), QByteArray("W68niby0THV")})
                QVERIFY2(!all.contains(QString::fromUtf8(leak)), qPrintable(all));
            QVERIFY(shown.join(u'\n').contains(u"…MPLE"));
            if (inAddress)
                continue;
            for (const char *part :
                 {"Clusterdeck " CLUSTERDECK_VERSION, qVersion(), "127.0.0.1", "…MPLE",
                  "ret_code=1200", "kind=Unauthorized",
                  "[Problem] Access key: ", "[Not checked] Zone: ", "does not match <b>x</b>"})
                QVERIFY2(report.contains(QString::fromUtf8(part)), part);
            delete m_dialog;
        }
        delete m_dialog;
    }
}

void TestCheckDialog::escapeGivesUp()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::of(Fault::Hang); });
    open(settingsFor(server.url()));
    QTRY_COMPARE(server.complete(), 1);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QTRY_COMPARE(server.findChildren<QTcpSocket *>().size(), 0);
}

void TestCheckDialog::whatIsForeignStaysText()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) {
        return FaultAnswer::json("{\"ret_code\": 2400, \"message\": \"<img src=/dev/zero> "
                                 "\xe2\x80\xaeorders\"}");
    });
    open(settingsFor(server.url()), QStringLiteral("<b>lab</b>[*]\u202e"));
    QTRY_COMPARE(m_checked->count(), 1);
    for (const QLabel *each : m_dialog->findChildren<QLabel *>())
        QVERIFY(each->textFormat() == Qt::PlainText || !each->pixmap().isNull());
    QVERIFY(label("Provider").contains(u"<img"));
    QVERIFY(!label("Provider").contains(QChar(0x202e)));
    QVERIFY(!m_dialog->windowTitle().contains(QChar(0x202e)));
    QTest::mouseClick(button("Copy report"), Qt::LeftButton);
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QChar(0x202e)));
}

/// No sentence is cut off: each row is as high as its text at the column's width.
void TestCheckDialog::sentencesAreWholeAtEveryWidth()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::code(1200); });
    open(settingsFor(server.url()));
    QTRY_COMPARE(m_checked->count(), 1);
    const auto *steps = child<RecordTable>("Steps");
    // The cell's padding and the style's margin around text.
    const int margin = steps->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
    const auto cutOff = [&] {
        const int room = steps->columnWidth(steps->recordModel()->columnOf("meaning")) -
                         2 * (space::Medium - space::Hair + margin);
        QStringList cut;
        for (int step = 0; step < CheckStepCount; ++step) {
            const QString text = cell(CheckStep(step), "meaning");
            if (steps->rowHeight(step) < heightOf(text, steps->font(), room))
                cut += text;
        }
        return cut.join(u'\n');
    };
    for (const int width : {1100, 980, 900, 800, 720, 620}) {
        m_dialog->resize(width, 700);
        QTRY_VERIFY(qAbs(m_dialog->width() - width) < 2);
        QTRY_COMPARE(cutOff(), QString());
    }
}

QTEST_MAIN(TestCheckDialog)
#include "tst_checkdialog.moc"
