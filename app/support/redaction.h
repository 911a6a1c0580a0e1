// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <bitset>

namespace clusterdeck
{

/// Takes secrets out of text that somebody may read: logs, error texts, reports. A value: holds
/// what it guards, and nothing else of it ever leaves.
///
/// A guarded secret is found as it is, percent-encoded in whole or in part and up to four times
/// over, behind backslashes or as \u00XX, and in Base64, also where it stands inside a longer text
/// that was encoded. [redacted] takes its place; of an access key id the last four characters stay.
/// One of 4 or 5 characters is found only as a whole word, a shorter one not at all: no real one is
/// that short, and the text must stay readable. Line breaks in the middle hide a secret.
///
/// Takes time in proportion to the text, returns text without a finding unchanged, and may be used
/// on what it has returned. Whatever the text is, it never fails.
class Redactor
{
public:
    /// Either may be empty.
    void guardKey(const QString &accessKeyId, const QString &secretAccessKey);
    void guardSecret(const QString &secret);

    /// Without what is guarded.
    [[nodiscard]] QString withoutKeys(const QString &text) const;

    /// Also without what the text itself names as secret, whoever's it is: the values of signature,
    /// authorization, access_key_id (but its last four characters), and of names that hold
    /// "secret", "passw" or "passphrase", as name=value (also of an encoded query), "name": "value"
    /// and name: value. Not for text that goes back to where it came from.
    [[nodiscard]] QString redacted(const QString &text) const;

    /// Whether withoutKeys() would find something; quick, for the bytes of a whole answer.
    [[nodiscard]] bool finds(const QByteArray &utf8) const;

private:
    struct Needle {
        QByteArray bytes;
        QByteArray standIn;
        bool base64 = false;
        bool wholeWord = false;

        [[nodiscard]] qsizetype endIn(const QByteArray &text, qsizetype at) const;
    };
    struct Span;

    void add(Needle needle);
    void addWithBase64(const QByteArray &bytes, const QByteArray &standIn);
    [[nodiscard]] Span findAt(const QByteArray &text, qsizetype at) const;
    [[nodiscard]] QList<Span> spansOfKeys(const QByteArray &text) const;
    static void widen(Span &span, const QByteArray &text);
    static void append(QList<Span> &spans, const Span &span);
    [[nodiscard]] static QString without(const QList<Span> &spans, const QString &text,
                                         const QByteArray &utf8);

    QList<Needle> m_needles;
    std::bitset<256> m_firsts; ///< bytes that a finding can begin with
};

} // namespace clusterdeck
