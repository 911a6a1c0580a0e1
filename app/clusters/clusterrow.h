// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/clusterfields.h"

#include <QByteArray>

#include <array>

namespace clusterdeck
{

/// A ClusterRecord folded into one piece of memory, as listings and the table keep it: some 300
/// bytes instead of 2,000, compared as bytes, shared when copied. What goes in comes out: record()
/// equals the record it was made of, whatever its texts hold. (But for a line break in the name of
/// a piece of software: it makes two of it.)
class ClusterRow
{
public:
    static constexpr int TextCount = int(FieldsOf<QString>.size());
    static constexpr int CountCount = int(FieldsOf<std::optional<int>>.size());
    static constexpr int AmountCount = int(FieldsOf<std::optional<double>>.size());
    static constexpr int TimeCount = int(FieldsOf<QDateTime>.size());
    static constexpr int ListCount = int(FieldsOf<QStringList>.size());
    /// The first texts are those that a filter searches.
    static constexpr int SearchedTexts =
        int(std::count_if(ClusterFields.begin(), ClusterFields.end(),
                          [](const ClusterField &field) { return field.searched; }));

    /// Which text, number or time of a row. Implicit: given as the member of the record that it is.
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
    /// Implicit: it is the same thing in another form.
    ClusterRow(const ClusterRecord &record); // NOLINT(google-explicit-constructor)

    [[nodiscard]] ClusterRecord record() const;

    /// The id as it stands in memory: equal for rows of the same id, and for nothing else.
    [[nodiscard]] QByteArrayView idBytes() const { return bytesOf(&ClusterRecord::id); }
    /// What idBytes() of a row with this id would be.
    [[nodiscard]] static QByteArray idBytes(const QString &id);
    /// The text that bytesOf() would be these bytes of.
    [[nodiscard]] static QString textOf(QByteArrayView bytes);

    [[nodiscard]] QString text(Text which) const;
    /// UTF-8, or, for a text that is not well formed, its UTF-16 behind a byte that UTF-8 never
    /// holds.
    [[nodiscard]] QByteArrayView bytesOf(Text which) const;
    /// Nothing when it is not known.
    [[nodiscard]] std::optional<double> number(Number which) const;
    /// UTC; invalid when not known.
    [[nodiscard]] QDateTime time(Time which) const;
    /// Milliseconds since 1970, UTC; nothing when not known.
    [[nodiscard]] std::optional<qint64> msecs(Time which) const;

    /// The searched texts, a space behind each: no word that holds no space is found across two of
    /// them.
    [[nodiscard]] QByteArrayView searched() const;
    /// The whole, for a file on this machine. Not when default-constructed.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// A number for how bytes() are laid out, another with every change of ClusterFields that
    /// changes that; 1 for the first release's.
    [[nodiscard]] static quint32 layout();
    /// Nothing when they are no row's with an id: safe with whatever a file holds.
    [[nodiscard]] static std::optional<ClusterRow> fromBytes(const QByteArray &bytes);

    /// How far searched() can be compared as bytes.
    enum class Script : quint8 {
        Ascii,
        Utf8, ///< of letters outside ASCII those of two cases have other bytes in each
        Odd,  ///< not well formed, or with a letter that is the other case of an ASCII one
    };
    [[nodiscard]] Script script() const;

    bool operator==(const ClusterRow &) const = default;

private:
    static constexpr int PieceCount = TextCount + ListCount; ///< of varying length
    using Ends = std::array<qsizetype, PieceCount>;
    const char *findTexts(Ends &ends) const;

    QByteArray m_bytes;
};

} // namespace clusterdeck
