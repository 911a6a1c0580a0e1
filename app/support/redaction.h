// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <bitset>

namespace clusterdeck
{

/// Removes secrets from text that somebody may read: logs, error texts, reports. A value type.
///
/// A secret is found as plain text, percent-encoded completely or partly and up to four times, with
/// backslash escapes or as \u00XX, and in Base64, also inside a longer text that was encoded. It is
/// replaced by [redacted]; of an access key id the last four characters stay. A secret of 4 or 5
/// characters is found only as a whole word, a shorter one not at all, to keep texts readable: real
/// secrets are longer. A secret with line breaks inside is not found.
///
/// Linear time. A text without secrets is returned unchanged. Idempotent. Never fails.
class Redactor
{
public:
    /// Either may be empty.
    void guardKey(const QString &accessKeyId, const QString &secretAccessKey);
    void guardSecret(const QString &secret);

    /// The text without the secrets that were added.
    [[nodiscard]] QString withoutKeys(const QString &text) const;

    /// Also without the values of secret names: those that end in "signature", "authorization" or
    /// "access_key_id" (its last four characters stay), or contain "secret", "passw" or
    /// "passphrase", ignoring case, "_", "-" and "."; written as name=value (also percent-encoded),
    /// "name": "value" or name: value. Only for text that people read: it can remove values that
    /// are not secret.
    [[nodiscard]] QString redacted(const QString &text) const;

    /// Whether withoutKeys() would change the text. Fast enough for whole answers.
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
    std::bitset<256> m_firsts; ///< bytes with which a match can begin
};

} // namespace clusterdeck
