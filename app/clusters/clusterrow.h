// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/clusterfields.h"

#include <QByteArray>

#include <array>

namespace clusterdeck
{

/// A ClusterRecord packed into one byte array, for listings and the table: about 300 bytes instead
/// of 2,000, compared as bytes, shared by copies. record() equals the original record, whatever its
/// texts contain. (Exception: a software name with a line break becomes two names.)
class ClusterRow
{
public:
    static constexpr int TextCount = int(FieldsOf<QString>.size());
    static constexpr int CountCount = int(FieldsOf<std::optional<int>>.size());
    static constexpr int AmountCount = int(FieldsOf<std::optional<double>>.size());
    static constexpr int TimeCount = int(FieldsOf<QDateTime>.size());
    static constexpr int ListCount = int(FieldsOf<QStringList>.size());
    /// The number of texts that the filter searches. They are the first texts.
    static constexpr int SearchedTexts =
        int(std::count_if(ClusterFields.begin(), ClusterFields.end(),
                          [](const ClusterField &field) { return field.searched; }));

    /// A text, number or time of a row, named by the member of ClusterRecord.
    // NOLINTBEGIN(google-explicit-constructor)
    struct Text {
        consteval Text(QString ClusterRecord::*member)
            : place(placeOf(member))
        {
        }
        constexpr explicit Text(int at)
            : place(at)
        {
        }
        int place;
        bool operator==(const Text &) const = default;
    };
    struct Number {
        consteval Number(std::optional<int> ClusterRecord::*member)
            : place(placeOf(member))
        {
        }
        consteval Number(std::optional<double> ClusterRecord::*member)
            : place(CountCount + placeOf(member))
        {
        }
        [[nodiscard]] constexpr bool isWhole() const { return place < CountCount; }
        int place;
        bool operator==(const Number &) const = default;
    };
    struct Time {
        consteval Time(QDateTime ClusterRecord::*member)
            : place(placeOf(member))
        {
        }
        int place;
        bool operator==(const Time &) const = default;
    };
    // NOLINTEND(google-explicit-constructor)

    ClusterRow() = default;
    ClusterRow(const ClusterRecord &record); // NOLINT(google-explicit-constructor)

    [[nodiscard]] ClusterRecord record() const;

    /// The id as it is stored: equal exactly for rows with the same id.
    [[nodiscard]] QByteArrayView idBytes() const { return bytesOf(&ClusterRecord::id); }
    /// idBytes() of a row with this id.
    [[nodiscard]] static QByteArray idBytes(const QString &id);
    /// The text for which bytesOf() returns these bytes.
    [[nodiscard]] static QString textOf(QByteArrayView bytes);

    /// Only record() tells a text that is not stated from an empty one.
    [[nodiscard]] QString text(Text which) const;
    /// UTF-8; for a text with unpaired surrogates its UTF-16 after a byte that never occurs in
    /// UTF-8.
    [[nodiscard]] QByteArrayView bytesOf(Text which) const;
    /// std::nullopt when not known.
    [[nodiscard]] std::optional<double> number(Number which) const;
    /// UTC; invalid when not known.
    [[nodiscard]] QDateTime time(Time which) const;
    /// Milliseconds since 1970, UTC; std::nullopt when not known.
    [[nodiscard]] std::optional<qint64> msecs(Time which) const;

    /// The searched texts, each followed by a space, so that a word is not found across two texts.
    [[nodiscard]] QByteArrayView searched() const;
    /// All bytes, for a file on this machine. Not for a default-constructed row.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// A number for the layout of bytes(), which changes when a change of ClusterFields changes the
    /// layout. 1: the first release.
    [[nodiscard]] static quint32 layout();
    /// std::nullopt when the bytes are not a row with an id. Safe for any bytes.
    [[nodiscard]] static std::optional<ClusterRow> fromBytes(const QByteArray &bytes);

    /// Whether searched() can be compared as bytes.
    enum class Script : quint8 {
        Ascii,
        Utf8, ///< letters outside ASCII with two cases have different bytes
        Odd,  ///< unpaired surrogates, or a letter whose other case is an ASCII letter
    };
    [[nodiscard]] Script script() const;

    bool operator==(const ClusterRow &other) const
    {
        return m_bytes.constData() == other.m_bytes.constData() || m_bytes == other.m_bytes;
    }

private:
    static constexpr int PieceCount = TextCount + ListCount; ///< with variable length
    using Ends = std::array<qsizetype, PieceCount>;
    const char *findTexts(Ends &ends, int last) const;

    QByteArray m_bytes;
};

} // namespace clusterdeck
