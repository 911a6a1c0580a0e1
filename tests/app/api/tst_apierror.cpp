// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apierror.h"

#include <QSet>
#include <QTest>

using namespace clusterdeck;

class TestApiError : public QObject
{
    Q_OBJECT

private slots:
    void everyCode_data();
    void everyCode();
    void readsThatMayBeRetried();
    void numbersAndNames();
};

void TestApiError::everyCode_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    const auto rows = [](std::initializer_list<int> codes, ErrorKind kind, Outcome outcome) {
        for (const int code : codes)
            QTest::addRow("%d", code) << code << kind << outcome;
    };
    const Outcome refused = Outcome::Refused;
    const Outcome unknown = Outcome::Unknown;
    // Copied from app/api/README.md §7, not from the code.
    rows({1100, 1101}, ErrorKind::Rejected, refused);
    rows({1200}, ErrorKind::Unauthorized, refused);
    rows({1300}, ErrorKind::ClockSkew, refused);
    rows({1400}, ErrorKind::Forbidden, refused);
    rows({1600, 1601, 1630, 1661, 1662, 2000}, ErrorKind::Unauthorized, refused);
    rows({2100}, ErrorKind::NotFound, refused);
    rows({2300}, ErrorKind::Rejected, unknown);
    rows({2400}, ErrorKind::Rejected, refused);
    rows({2500}, ErrorKind::RateLimited, refused);
    rows({3300, 4000, 4001, 4002, 4003, 4004, 4005}, ErrorKind::Rejected, refused);
    rows({5000, 5100}, ErrorKind::ServerFault, unknown);
    rows({5200}, ErrorKind::Rejected, refused);
    rows({5300}, ErrorKind::Maintenance, refused);
    rows({5400}, ErrorKind::Conflict, refused);
    rows({8000, 8001, 8002, 8003, 8004}, ErrorKind::Rejected, refused);
    // Undocumented codes, including the neighbours of documented ones.
    rows({-1,   1,    200,  1099, 1102, 1199, 1201, 1301, 1401, 1599, 1663, 1999, 2001,
          2101, 2501, 3999, 4006, 4999, 5001, 5101, 5301, 5401, 7999, 8005, 99999},
         ErrorKind::Rejected, unknown);
}

void TestApiError::everyCode()
{
    QFETCH(int, code);
    QFETCH(ErrorKind, kind);
    QFETCH(Outcome, outcome);
    const ApiError error = errorForCode(code);
    QCOMPARE(error.retCode, code);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.outcome, outcome);
}

void TestApiError::readsThatMayBeRetried()
{
    const QSet<ErrorKind> retried{ErrorKind::Network,           ErrorKind::Timeout,
                                  ErrorKind::ConnectionRefused, ErrorKind::Protocol,
                                  ErrorKind::ServerFault,       ErrorKind::Maintenance};
    for (const ErrorSpec &spec : ErrorSpecs)
        QCOMPARE(spec.retried, retried.contains(spec.kind));
}

/// Numbers and names are unique: the journal and reports store them.
void TestApiError::numbersAndNames()
{
    QSet<int> numbers;
    QSet<QString> names;
    for (const ErrorSpec &spec : ErrorSpecs) {
        numbers.insert(spec.number);
        names.insert(QLatin1String(spec.name));
        QCOMPARE(&specOf(spec.kind), &spec);
    }
    QCOMPARE(numbers.size(), ErrorKindCount);
    QCOMPARE(names.size(), ErrorKindCount);
    QCOMPARE(specOf(ErrorKind::Proxy).number, 17);
}

QTEST_GUILESS_MAIN(TestApiError)
#include "tst_apierror.moc"
