// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/damagedanswers.h"

#include "tests/support/fuzzfiles.h"
#include "tests/support/mutations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace clusterdeck
{

namespace
{

/// Values that QJsonDocument would never write. A text "@raw N@" in the tree is replaced by the
/// N-th value.
const QList<QByteArray> &rawValues()
{
    static const QList<QByteArray> values = fuzzWords(QStringLiteral("replies"));
    return values;
}

QString raw(int index)
{
    return QStringLiteral("@raw %1@").arg(index);
}

QByteArray withRawValues(QByteArray json)
{
    for (int i = 0; i < rawValues().size(); ++i)
        json.replace(QByteArray("\"@raw ") + QByteArray::number(i) + "@\"", rawValues().at(i));
    return json;
}

QJsonValue nested(QJsonValue value, int depth, bool inObjects)
{
    for (int i = 0; i < depth; ++i) {
        if (inObjects)
            value = QJsonObject{{QStringLiteral("app_cluster"), value}};
        else
            value = QJsonArray{value};
    }
    return value;
}

QString longText(Mutations &random)
{
    const QStringList pieces{QStringLiteral("a"), QStringLiteral("[{\""), QStringLiteral("测试"),
                             QStringLiteral("<img src=/dev/zero>"), QString(QChar(0x202e))};
    return random.anyOf(pieces).repeated(1 + random.below(20000));
}

QJsonValue otherType(const QJsonValue &value, Mutations &random)
{
    switch (random.below(14)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return random.oneIn(2);
    case 2:
        return QJsonArray{};
    case 3:
        return QJsonObject{};
    case 4:
        return QJsonArray{value, value};
    case 5:
        return QJsonObject{{QStringLiteral("0"), value}, {QStringLiteral("1"), value}};
    case 6:
        return value.isDouble() ? QJsonValue(QString::number(value.toDouble()))
                                : QJsonValue(value.toString().size());
    case 7:
        return random.anyOf<double>(
            {0, -1, 0.5, 1e300, 9007199254740993.0, 1300, 1400, 2100, 5000});
    case 8:
        return random.anyOf<QString>({"", " ", "0", "1300", " 7 ", "1e5", "-1", "null", "inf"});
    case 9:
        return longText(random);
    case 10:
        return nested(value, 1 + random.below(600), random.oneIn(2));
    default:
        return raw(random.below(int(rawValues().size())));
    }
}

QJsonValue changed(const QJsonValue &value, Mutations &random);

QJsonValue changedObject(QJsonObject object, Mutations &random)
{
    const QStringList names = object.keys();
    const QString name = random.anyOf(names);
    const QJsonValue value = object.value(name);
    switch (random.below(6)) {
    case 0:
        object.remove(name);
        break;
    case 1:
        object.remove(name);
        object.insert(random.anyOf<QString>({name.toUpper(), name + u'2', u' ' + name, QString()}),
                      value);
        break;
    case 2: // the value of another field
        object.insert(name, object.value(random.anyOf(names)));
        break;
    default:
        object.insert(name, changed(value, random));
    }
    return object;
}

QJsonValue changedArray(QJsonArray array, Mutations &random)
{
    const int at = random.below(int(array.size()));
    if (random.oneIn(6)) {
        const QJsonValue copy = array.at(at);
        for (int left = random.below(300); left > 0; --left)
            array.append(copy);
    } else {
        array.replace(at, changed(array.at(at), random));
    }
    return array;
}

/// The tree with one change at a random place.
QJsonValue changed(const QJsonValue &value, Mutations &random)
{
    if (value.isObject() && !value.toObject().isEmpty() && !random.oneIn(6))
        return changedObject(value.toObject(), random);
    if (value.isArray() && !value.toArray().isEmpty() && !random.oneIn(6))
        return changedArray(value.toArray(), random);
    return otherType(value, random);
}

QByteArray asBytes(const QJsonValue &value)
{
    if (value.isObject())
        return withRawValues(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return withRawValues(list.mid(1, list.size() - 2));
}

/// Complete bodies that are not an answer, or more than one.
QByteArray otherBody(const QByteArray &good, Mutations &random)
{
    switch (random.below(8)) {
    case 0:
        return {};
    case 1:
        return "<html><head><title>502</title></head><body>" + good + "</body></html>";
    case 2:
        return random.anyOf<QByteArray>(
            {"null", "0", "\"ret_code\"", "[]", "{}", " ", "\n\n", "OK"});
    case 3:
        return good + good;
    case 4:
        return QByteArray("[").repeated(1 + random.below(100000));
    case 5:
        return QByteArray("{\"ret_code\":").repeated(1 + random.below(20000)) + "0";
    case 6: // more than one ret_code
        return "{\"ret_code\": " + QByteArray::number(random.below(2) * 1400) + ", " + good.mid(1);
    default:
        return "callback(" + good + ");";
    }
}

QByteArray damagedBody(const QByteArray &good, Mutations &random)
{
    switch (random.below(8)) {
    case 0:
        return otherBody(good, random);
    case 1:
        return random.inAnotherEncoding(good);
    case 2:
    case 3: {
        QByteArray bytes = good;
        for (int left = 1 + random.below(3); left > 0; --left)
            bytes = random.damaged(bytes);
        return bytes;
    }
    default: {
        QJsonValue tree = QJsonDocument::fromJson(good).object();
        for (int left = 1 + random.below(3); left > 0; --left)
            tree = changed(tree, random);
        return asBytes(tree);
    }
    }
}

} // namespace

/// Uses the corpus of tests/fuzz/run.sh. The file for a read has the name of its list.
QByteArray goodAnswer(Call call)
{
    const bool second = (int(call) - ReadCount) % 2 == 1; // every second verb gets the other form
    const QLatin1String name = !isWrite(call)         ? *specOf(readOf(call)).lists.begin()
                               : call == Call::Modify ? QLatin1String("modified")
                               : second               ? QLatin1String("accepted_list")
                                                      : QLatin1String("accepted");
    return fuzzCorpus(QStringLiteral("replies"), name)
        .constFirst()
        .mid(1); // after the digit that encodes the HTTP status
}

FaultAnswer damagedAnswer(quint32 seed)
{
    Mutations random(seed);
    FaultAnswer answer;
    answer.body = damagedBody(goodAnswer(callOf(seed)), random);
    if (random.oneIn(4)) {
        answer.status = random.anyOf<int>({201, 202, 204, 206, 299, 300, 301, 302, 304, 307, 400,
                                           401, 403, 404, 407, 413, 429, 500, 502, 503, 504, 599});
    }
    // With these statuses a body would be read as the next answer.
    answer.closeAfterwards = answer.status == 204 || answer.status == 304;
    if (random.oneIn(20))
        answer.headers.append(random.anyOf<QByteArray>(
            {"Content-Encoding: gzip", "Location: http://127.0.0.1:1/", "Retry-After: 3600",
             "WWW-Authenticate: Basic realm=\"x\"", "Set-Cookie: a=b", "Connection: close"}));
    if (random.oneIn(20))
        answer.fault = random.anyOf<Fault>(
            {Fault::CloseInBody, Fault::ResetInBody, Fault::CloseInHeader, Fault::ReadAndClose});
    return answer;
}

} // namespace clusterdeck
