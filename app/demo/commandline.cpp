// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/commandline.h"

#include <QCommandLineParser>

#include <limits>

namespace clusterdeck::demo
{

namespace
{

/// Reads the values of options and keeps the first error.
class Values
{
public:
    Values(const QCommandLineParser &parser, QString &complaint)
        : m_parser(parser)
        , m_complaint(complaint)
    {
    }

    template <class Number>
    void read(const char *option, Number low, Number high, Number &value)
    {
        const QString name = QLatin1String(option);
        if (!m_parser.isSet(name) || !m_complaint.isEmpty())
            return;
        bool isNumber = false;
        const Number number = convert(m_parser.value(name), isNumber, value);
        if (isNumber && number >= low && number <= high)
            value = number;
        else
            m_complaint = QStringLiteral("--%1 must be a number from %2 to %3, not \"%4\".")
                              .arg(name)
                              .arg(low)
                              .arg(high)
                              .arg(m_parser.value(name));
    }

private:
    static int convert(const QString &text, bool &isNumber, int) { return text.toInt(&isNumber); }
    static quint64 convert(const QString &text, bool &isNumber, quint64)
    {
        return text.toULongLong(&isNumber);
    }
    static double convert(const QString &text, bool &isNumber, double)
    {
        return text.toDouble(&isNumber);
    }

    const QCommandLineParser &m_parser;
    QString &m_complaint;
};

void addOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const char *value, const char *what) {
        parser.addOption({QLatin1String(name), QLatin1String(what), QLatin1String(value)});
    };
    add("port", "N", "Port on 127.0.0.1; 0, the default, takes any free port.");
    add("clusters", "N", "Number of clusters (default: 60).");
    add("seed", "N",
        "Seed of the sample data; the same number gives the same clusters (default: 1).");
    add("job-seconds", "S", "Approximate duration of an operation (default: 6).");
    parser.addOption({QStringLiteral("extremes"),
                      QStringLiteral("Give the newest three clusters 500 nodes and 5,000 jobs, one "
                                     "node and one job, and none.")});
    add("latency", "MS", "Delay every answer by this time in milliseconds.");
    add("fail-percent", "P", "Refuse this percentage of the writes.");
    add("lose-percent", "P", "Carry out this percentage of the writes and answer with an error.");
    add("fail-reads", "P", "Answer this percentage of the reads with an error.");
    add("fail-reads-of", "PATH", "Do so only for reads of this path, such as listNodes.");
    add("quota", "N", "Number of calls left in the hour (default: 2000).");
    add("clock-skew", "S", "Seconds by which the service's clock is ahead.");
}

void readValues(const QCommandLineParser &parser, CommandLine &line)
{
    Values values(parser, line.complaint);
    int port = 0;
    values.read("port", 0, 65535, port);
    line.service.port = static_cast<quint16>(port);
    values.read("clusters", 1, 100000, line.service.clusters);
    values.read("seed", quint64(0), std::numeric_limits<quint64>::max(), line.service.seed);
    values.read("job-seconds", 0.0, 86400.0, line.service.jobSeconds);
    values.read("latency", 0, 600000, line.faults.latencyMs);
    values.read("fail-percent", 0.0, 100.0, line.faults.refusePercent);
    values.read("lose-percent", 0.0, 100.0, line.faults.losePercent);
    values.read("fail-reads", 0.0, 100.0, line.faults.failReadsPercent);
    line.faults.failReadsOf = parser.value(QStringLiteral("fail-reads-of")).toUtf8();
    line.service.extremes = parser.isSet(QStringLiteral("extremes"));
    values.read("clock-skew", -86400, 86400, line.faults.clockSkewSeconds);
    int quota = 0;
    values.read("quota", 0, 1000000, quota);
    if (parser.isSet(QStringLiteral("quota")))
        line.faults.callsLeft = quota;
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("A practice EHPC cloud for scripts and courses, on 127.0.0.1 only."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    addOptions(parser);

    CommandLine line;
    if (!parser.parse(arguments)) {
        line.complaint = parser.errorText();
        if (!line.complaint.endsWith(u'.'))
            line.complaint += u'.';
    } else if (parser.isSet(help)) {
        line.text = parser.helpText();
    } else if (parser.isSet(version)) {
        line.text = QStringLiteral("clusterdeck-demo-service " CLUSTERDECK_VERSION "\n");
    } else if (!parser.positionalArguments().isEmpty()) {
        line.complaint = QStringLiteral("\"%1\" is not an option; see --help.")
                             .arg(parser.positionalArguments().constFirst());
    } else {
        readValues(parser, line);
    }
    return line;
}

} // namespace clusterdeck::demo
