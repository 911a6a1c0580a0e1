// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterrow.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>
#include <numeric>
#include <type_traits>

namespace clusterdeck
{

namespace
{

constexpr char NotUtf8 = '\xFF'; ///< the first byte of a text that is stored as UTF-16
constexpr qint64 NoTime = std::numeric_limits<qint64>::min();
constexpr int CountCount = ClusterRow::CountCount;
constexpr int NumberCount = CountCount + ClusterRow::AmountCount;
constexpr int PieceCount = ClusterRow::TextCount + ClusterRow::ListCount;

/// The part with the same size in every row. After it come the lengths of the texts and lists, then
/// the texts and lists.
struct Fixed {
    Fixed() { std::fill(std::begin(times), std::end(times), NoTime); }

    using Known = std::conditional_t<NumberCount <= 8, quint8, quint16>;
    qint64 times[ClusterRow::TimeCount];
    double amounts[ClusterRow::AmountCount] = {};
    qint32 counts[CountCount + CountCount % 2] = {};
    Known known = 0;   ///< bit n: the number of place n
    quint8 script = 0; ///< ClusterRow::Script of the searched texts
    quint8 unused[3 - sizeof(Known)] = {};
    quint32 stated = 0; ///< bit n: text n is not null, even if it is empty
};
static_assert(PieceCount <= 32 && NumberCount <= 16);
// Rows are compared as bytes: there must be no padding with undefined bytes.
static_assert(sizeof(Fixed) ==
              sizeof(Fixed::times) + sizeof(Fixed::amounts) + sizeof(Fixed::counts) + 8);

Fixed fixedOf(const QByteArray &bytes)
{
    Fixed fixed;
    if (bytes.size() >= qsizetype(sizeof fixed))
        std::memcpy(&fixed, bytes.constData(), sizeof fixed);
    return fixed;
}

QDateTime timeOf(qint64 msecs)
{
    return msecs == NoTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(msecs).toUTC();
}

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

/// Seven bits per byte, the lowest first; the eighth bit means that another byte follows.
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

/// `packed`: packed(text).
ClusterRow::Script scriptOf(QStringView text, const QByteArray &packed)
{
    constexpr QChar Kelvin(0x212A);
    constexpr QChar LongS(0x017F);
    if (std::all_of(packed.begin(), packed.end(), [](char byte) { return quint8(byte) < 0x80; }))
        return ClusterRow::Script::Ascii;
    const bool odd = packed.front() == NotUtf8 || text.contains(Kelvin) || text.contains(LongS);
    return odd ? ClusterRow::Script::Odd : ClusterRow::Script::Utf8;
}

/// A list is stored as one text with one entry per line. An entry with a line break becomes two,
/// but names of software have none.
QString listText(const QStringList &list)
{
    return list.join(u'\n');
}

QStringList listFrom(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}

/// FNV-1a hash of the keys in their storage order, kind by kind.
constexpr quint32 fingerprint()
{
    quint32 hash = 2166136261;
    const auto add = [&](char byte) { hash = (hash ^ quint8(byte)) * 16777619; };
    const auto addKind = [&](const auto &members) {
        for (const auto member : members) {
            const auto field = std::find_if(
                ClusterFields.begin(), ClusterFields.end(),
                [&](const ClusterField &each) { return each.member == ClusterMember(member); });
            for (const char *key = field->key; *key; ++key)
                add(*key);
            add(field->searched ? '+' : ',');
        }
        add(';');
    };
    addKind(FieldsOf<QDateTime>);
    addKind(FieldsOf<std::optional<double>>);
    addKind(FieldsOf<std::optional<int>>);
    addKind(FieldsOf<QString>);
    addKind(FieldsOf<QStringList>);
    return hash;
}

} // namespace

quint32 ClusterRow::layout()
{
    constexpr quint32 FirstRelease = 0xf8fa3f2f;
    constexpr quint32 Now = fingerprint();
    return Now == FirstRelease ? 1 : Now;
}

ClusterRow::ClusterRow(const ClusterRecord &record)
{
    Fixed fixed;
    for (size_t i = 0; i < FieldsOf<QDateTime>.size(); ++i) {
        const QDateTime &time = record.*FieldsOf<QDateTime>[i];
        fixed.times[i] = time.isValid() ? time.toMSecsSinceEpoch() : NoTime;
    }
    for (size_t i = 0; i < FieldsOf<std::optional<int>>.size(); ++i) {
        const auto count = record.*FieldsOf<std::optional<int>>[i];
        fixed.counts[i] = count.value_or(0);
        fixed.known |= Fixed::Known(count.has_value() << i);
    }
    for (size_t i = 0; i < FieldsOf<std::optional<double>>.size(); ++i) {
        const auto amount = record.*FieldsOf<std::optional<double>>[i];
        fixed.amounts[i] = amount.value_or(0);
        fixed.known |= Fixed::Known(amount.has_value() << (CountCount + i));
    }
    QByteArray lengths;
    QByteArray texts;
    const auto add = [&](const QString &text, int piece) {
        const QByteArray bytes = packed(text);
        fixed.stated |= text.isNull() ? 0U : 1U << piece;
        appendLength(lengths, bytes.size());
        texts.append(bytes);
        if (piece < SearchedTexts) {
            texts.append(' ');
            fixed.script = std::max(fixed.script, quint8(scriptOf(text, bytes)));
        }
    };
    int piece = 0;
    for (const auto member : FieldsOf<QString>)
        add(record.*member, piece++);
    for (const auto member : FieldsOf<QStringList>)
        add(listText(record.*member), piece++);
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
    for (size_t i = 0; i < FieldsOf<QDateTime>.size(); ++i)
        record.*FieldsOf<QDateTime>[i] = timeOf(fixed.times[i]);
    for (size_t i = 0; i < FieldsOf<std::optional<int>>.size(); ++i) {
        if (fixed.known & (1 << i))
            record.*FieldsOf<std::optional<int>>[i] = fixed.counts[i];
    }
    for (size_t i = 0; i < FieldsOf<std::optional<double>>.size(); ++i) {
        if (fixed.known & (1 << (CountCount + i)))
            record.*FieldsOf<std::optional<double>>[i] = fixed.amounts[i];
    }
    Ends ends;
    const char *texts = findTexts(ends, PieceCount - 1);
    qsizetype begin = 0;
    const auto take = [&](int piece) {
        const qsizetype end = ends[size_t(piece)];
        const QString text = unpacked({texts + begin, end - begin});
        begin = end + (piece < SearchedTexts ? 1 : 0);
        if (!text.isEmpty())
            return text;
        return fixed.stated & (1U << piece) ? QStringLiteral("") : QString();
    };
    int piece = 0;
    for (const auto member : FieldsOf<QString>)
        record.*member = take(piece++);
    for (const auto member : FieldsOf<QStringList>)
        record.*member = listFrom(take(piece++));
    return record;
}

/// Returns the start of the texts and lists; `ends`, up to that of piece `last`, are relative to
/// it.
const char *ClusterRow::findTexts(Ends &ends, int last) const
{
    const char *at = m_bytes.constData() + sizeof(Fixed);
    // Mostly every length is one byte: only those before the wanted text are added up then.
    const char *const behind = at + PieceCount;
    const bool bytes = std::accumulate(at, behind, quint8(0), std::bit_or<quint8>()) < 0x80;
    qsizetype end = 0;
    for (int i = 0; i < (bytes ? last + 1 : PieceCount); ++i) {
        end += takeLength(at);
        ends[size_t(i)] = end;
        end += i < SearchedTexts ? 1 : 0;
    }
    return bytes ? behind : at;
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
    const char *texts = findTexts(ends, which.place);
    const auto i = size_t(which.place);
    const qsizetype begin = i == 0 ? 0 : ends[i - 1] + (which.place <= SearchedTexts ? 1 : 0);
    return {texts + begin, ends[i] - begin};
}

QString ClusterRow::text(Text which) const
{
    return unpacked(bytesOf(which));
}

std::optional<double> ClusterRow::number(Number which) const
{
    const Fixed fixed = fixedOf(m_bytes);
    if (!(fixed.known & (1 << which.place)))
        return {};
    return which.isWhole() ? fixed.counts[which.place] : fixed.amounts[which.place - CountCount];
}

std::optional<qint64> ClusterRow::msecs(Time which) const
{
    const qint64 msecs = fixedOf(m_bytes).times[which.place];
    return msecs == NoTime ? std::nullopt : std::optional(msecs);
}

QDateTime ClusterRow::time(Time which) const
{
    return timeOf(fixedOf(m_bytes).times[which.place]);
}

QByteArrayView ClusterRow::searched() const
{
    if (m_bytes.isEmpty())
        return {};
    Ends ends;
    const char *texts = findTexts(ends, SearchedTexts - 1);
    return {texts, ends[SearchedTexts - 1] + 1};
}

/// Checks that all lengths exist and add up to the size, so that nothing is read out of bounds.
std::optional<ClusterRow> ClusterRow::fromBytes(const QByteArray &bytes)
{
    const char *at = bytes.constData() + sizeof(Fixed);
    const char *const end = bytes.constData() + bytes.size();
    if (bytes.size() < qsizetype(sizeof(Fixed)) || fixedOf(bytes).script > quint8(Script::Odd))
        return {};
    qsizetype texts = SearchedTexts; // a space after each
    for (int i = 0; i < PieceCount; ++i) {
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
