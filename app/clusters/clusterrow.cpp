// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterrow.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace clusterdeck
{

namespace
{

constexpr char NotUtf8 = '\xFF'; ///< begins a text that is kept as UTF-16
constexpr qint64 NoTime = std::numeric_limits<qint64>::min();
constexpr int SearchedTexts = int(ClusterRow::Text::Description) + 1;
constexpr int CountCount = int(ClusterRow::Number::CpuHours);

/// What has the same size in every row. Behind it: the lengths of the texts, then the texts.
struct Fixed {
    qint64 created = NoTime;
    double hours[2] = {};
    qint32 counts[CountCount] = {};
    quint8 known = 0;  ///< bit n: Number n
    quint8 script = 0; ///< Script of the searched texts
    quint8 unused[2] = {};
    quint32 stated = 0; ///< bit n: Text n was told, even where it is empty
};
static_assert(ClusterRow::TextCount <= 32);
// Rows are compared as bytes: none of them may be left to chance.
static_assert(std::has_unique_object_representations_v<decltype(Fixed::counts)> &&
              sizeof(Fixed) == 8 + 16 + 4 * CountCount + 8);

Fixed fixedOf(const QByteArray &bytes)
{
    Fixed fixed;
    if (bytes.size() >= qsizetype(sizeof fixed))
        std::memcpy(&fixed, bytes.constData(), sizeof fixed);
    return fixed;
}

constexpr std::array<QString ClusterRecord::*, ClusterRow::TextCount - 1> TextFields{
    &ClusterRecord::name,         &ClusterRecord::id,
    &ClusterRecord::owner,        &ClusterRecord::runUser,
    &ClusterRecord::type,         &ClusterRecord::status,
    &ClusterRecord::billing,      &ClusterRecord::mountPoint,
    &ClusterRecord::transition,   &ClusterRecord::description,
    &ClusterRecord::appClusterId, &ClusterRecord::nasId,
    &ClusterRecord::nasPath,      &ClusterRecord::nasSharedPath,
    &ClusterRecord::scheduler,    &ClusterRecord::sharedStatus,
    &ClusterRecord::projectRole,  &ClusterRecord::createdText};

constexpr std::array<std::optional<int> ClusterRecord::*, CountCount> CountFields{
    &ClusterRecord::nodes,        &ClusterRecord::pendingJobs, &ClusterRecord::runningJobs,
    &ClusterRecord::finishedJobs, &ClusterRecord::stoppedJobs, &ClusterRecord::deletedJobs};

constexpr std::array<std::optional<double> ClusterRecord::*, 2> HourFields{
    &ClusterRecord::cpuHours, &ClusterRecord::memoryHours};

QByteArray packed(QStringView text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    return NotUtf8 + QByteArray(reinterpret_cast<const char *>(text.utf16()),
                                text.size() * qsizetype(sizeof(char16_t)));
}

QString unpacked(QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.front() != NotUtf8)
        return QString::fromUtf8(bytes);
    QString text((bytes.size() - 1) / qsizetype(sizeof(char16_t)), Qt::Uninitialized);
    std::memcpy(text.data(), bytes.data() + 1, size_t(bytes.size() - 1));
    return text;
}

constexpr int MostLengthBytes = 5;

/// Seven bits a byte, the lowest first; the eighth says that more follow.
void appendLength(QByteArray &bytes, qsizetype length)
{
    for (; length > 0x7F; length >>= 7)
        bytes.append(char(length | 0x80));
    bytes.append(char(length));
}

qsizetype takeLength(const char *&at)
{
    qsizetype length = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = quint8(*at++);
        length |= qsizetype(byte & 0x7F) << shift;
        if (byte < 0x80)
            return length;
    }
}

/// `packed` is what became of `text`.
ClusterRow::Script scriptOf(QStringView text, const QByteArray &packed)
{
    constexpr QChar Kelvin(0x212A);
    constexpr QChar LongS(0x017F);
    if (std::all_of(packed.begin(), packed.end(), [](char byte) { return quint8(byte) < 0x80; }))
        return ClusterRow::Script::Ascii;
    const bool odd = packed.front() == NotUtf8 || text.contains(Kelvin) || text.contains(LongS);
    return odd ? ClusterRow::Script::Odd : ClusterRow::Script::Utf8;
}

/// A record's software is a list: kept as one text, a line each. An entry that holds a line break
/// would come back as two; no version has one, and a filter does not search it.
QString softwareText(const QStringList &software)
{
    return software.join(u'\n');
}

QStringList softwareFrom(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}

} // namespace

ClusterRow::ClusterRow(const ClusterRecord &record)
{
    Fixed fixed;
    if (record.created.isValid())
        fixed.created = record.created.toMSecsSinceEpoch();
    for (size_t i = 0; i < CountFields.size(); ++i) {
        const auto count = record.*CountFields[i];
        fixed.counts[i] = count.value_or(0);
        fixed.known |= quint8(count.has_value() << i);
    }
    for (size_t i = 0; i < HourFields.size(); ++i) {
        const auto hours = record.*HourFields[i];
        fixed.hours[i] = hours.value_or(0);
        fixed.known |= quint8(hours.has_value() << (CountCount + i));
    }
    QByteArray lengths;
    QByteArray texts;
    for (int i = 0; i < TextCount; ++i) {
        const bool last = i == int(Text::Software);
        const QString text = last ? softwareText(record.software) : record.*TextFields[size_t(i)];
        const QByteArray bytes = packed(text);
        fixed.stated |= text.isNull() ? 0U : 1U << i;
        appendLength(lengths, bytes.size());
        texts.append(bytes);
        if (i >= SearchedTexts)
            continue;
        texts.append(' ');
        fixed.script = std::max(fixed.script, quint8(scriptOf(text, bytes)));
    }
    m_bytes.reserve(qsizetype(sizeof fixed) + lengths.size() + texts.size());
    m_bytes.append(reinterpret_cast<const char *>(&fixed), sizeof fixed);
    m_bytes.append(lengths);
    m_bytes.append(texts);
}

ClusterRecord ClusterRow::record() const
{
    ClusterRecord record;
    if (m_bytes.isEmpty())
        return record;
    const Fixed fixed = fixedOf(m_bytes);
    record.created = created();
    for (size_t i = 0; i < CountFields.size(); ++i) {
        if (fixed.known & (1 << i))
            record.*CountFields[i] = fixed.counts[i];
    }
    for (size_t i = 0; i < HourFields.size(); ++i) {
        if (fixed.known & (1 << (CountCount + i)))
            record.*HourFields[i] = fixed.hours[i];
    }
    Ends ends;
    const char *texts = findTexts(ends);
    qsizetype begin = 0;
    for (int i = 0; i < TextCount; ++i) {
        QString text = unpacked({texts + begin, ends[size_t(i)] - begin});
        if (text.isEmpty())
            text = fixed.stated & (1U << i) ? QStringLiteral("") : QString();
        if (i == int(Text::Software))
            record.software = softwareFrom(text);
        else
            record.*TextFields[size_t(i)] = text;
        begin = ends[size_t(i)] + (i < SearchedTexts ? 1 : 0);
    }
    return record;
}

/// Where the texts begin, and where each of them ends, counted from there.
const char *ClusterRow::findTexts(Ends &ends) const
{
    const char *at = m_bytes.constData() + sizeof(Fixed);
    qsizetype end = 0;
    for (int i = 0; i < TextCount; ++i) {
        end += takeLength(at);
        ends[size_t(i)] = end;
        end += i < SearchedTexts ? 1 : 0;
    }
    return at;
}

QByteArray ClusterRow::idBytes(const QString &id)
{
    return packed(id);
}

QString ClusterRow::textOf(QByteArrayView bytes)
{
    return unpacked(bytes);
}

QByteArrayView ClusterRow::bytesOf(Text which) const
{
    if (m_bytes.isEmpty())
        return {};
    Ends ends;
    const char *texts = findTexts(ends);
    const auto i = size_t(which);
    const qsizetype begin = i == 0 ? 0 : ends[i - 1] + (i <= SearchedTexts ? 1 : 0);
    return {texts + begin, ends[i] - begin};
}

QString ClusterRow::text(Text which) const
{
    return unpacked(bytesOf(which));
}

std::optional<double> ClusterRow::number(Number which) const
{
    const Fixed fixed = fixedOf(m_bytes);
    const int i = int(which);
    if (!(fixed.known & (1 << i)))
        return {};
    return i < CountCount ? fixed.counts[i] : fixed.hours[i - CountCount];
}

std::optional<qint64> ClusterRow::createdMsecs() const
{
    const qint64 created = fixedOf(m_bytes).created;
    return created == NoTime ? std::nullopt : std::optional(created);
}

QDateTime ClusterRow::created() const
{
    const auto msecs = createdMsecs();
    return msecs ? QDateTime::fromMSecsSinceEpoch(*msecs).toUTC() : QDateTime();
}

QByteArrayView ClusterRow::searched() const
{
    if (m_bytes.isEmpty())
        return {};
    Ends ends;
    const char *texts = findTexts(ends);
    return {texts, ends[SearchedTexts - 1] + 1};
}

/// Every length is there and all of them together fill the bytes: then nothing is read outside.
std::optional<ClusterRow> ClusterRow::fromBytes(const QByteArray &bytes)
{
    const char *at = bytes.constData() + sizeof(Fixed);
    const char *const end = bytes.constData() + bytes.size();
    if (bytes.size() < qsizetype(sizeof(Fixed)) || fixedOf(bytes).script > quint8(Script::Odd))
        return {};
    qsizetype texts = SearchedTexts; // a space behind each
    for (int i = 0; i < TextCount; ++i) {
        const char *const last =
            std::find_if(at, end, [](char byte) { return quint8(byte) < 0x80; });
        if (last == end || last - at >= MostLengthBytes)
            return {};
        texts += takeLength(at);
    }
    ClusterRow row;
    row.m_bytes = bytes;
    return texts == end - at && !row.idBytes().isEmpty() ? std::optional(row) : std::nullopt;
}

ClusterRow::Script ClusterRow::script() const
{
    return Script(fixedOf(m_bytes).script);
}

} // namespace clusterdeck
