// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

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
    /// The texts, those that a filter searches first.
    enum class Text {
        Name,
        Id,
        Owner,
        RunUser,
        Type,
        Status,
        Billing,
        MountPoint,
        Transition,
        Description,
        AppClusterId,
        NasId,
        NasPath,
        NasSharedPath,
        Scheduler,
        SharedStatus,
        ProjectRole,
        CreatedText,
        Software, ///< lines
    };
    static constexpr int TextCount = 19;

    enum class Number {
        Nodes,
        PendingJobs,
        RunningJobs,
        FinishedJobs,
        StoppedJobs,
        DeletedJobs,
        CpuHours,
        MemoryHours
    };
    static constexpr int NumberCount = 8;

    ClusterRow() = default;
    /// Implicit: it is the same thing in another form.
    ClusterRow(const ClusterRecord &record); // NOLINT(google-explicit-constructor)

    [[nodiscard]] ClusterRecord record() const;

    /// The id as it stands in memory: equal for rows of the same id, and for nothing else.
    [[nodiscard]] QByteArrayView idBytes() const { return bytesOf(Text::Id); }
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
    [[nodiscard]] QDateTime created() const;
    /// Milliseconds since 1970, UTC; nothing when not known.
    [[nodiscard]] std::optional<qint64> createdMsecs() const;

    /// The texts up to Description, a space behind each: no word that holds no space is found
    /// across two of them.
    [[nodiscard]] QByteArrayView searched() const;
    /// The whole, for a file on this machine. Not when default-constructed.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
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
    using Ends = std::array<qsizetype, TextCount>;
    const char *findTexts(Ends &ends) const;

    QByteArray m_bytes;
};

} // namespace clusterdeck
