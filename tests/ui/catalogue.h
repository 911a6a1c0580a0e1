// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>
#include <QXmlStreamReader>

namespace clusterdeck
{

/// A text of a catalogue in resources/translations.
struct Message {
    QString context;
    QString source;
    QString comment;
    bool numbered = false;
    bool unfinished = false;
    QStringList translations; ///< one, or one for each plural form

    [[nodiscard]] QString id() const { return context + u'|' + source + u'|' + comment; }
};

inline QString catalogues()
{
    return QStringLiteral(CLUSTERDECK_SOURCE_DIR "/resources/translations");
}

/// Empty when the file cannot be read.
inline QList<Message> readCatalogue(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(&file);
    QList<Message> all;
    QString context;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attribute = [&](const char *name) {
            return reader.attributes().value(QLatin1String(name));
        };
        if (reader.name() == u"name") {
            context = reader.readElementText();
        } else if (reader.name() == u"message") {
            all.append(Message{context, {}, {}, attribute("numerus") == u"yes", false, {}});
        } else if (reader.name() == u"source") {
            all.last().source = reader.readElementText();
        } else if (reader.name() == u"comment") {
            all.last().comment = reader.readElementText();
        } else if (reader.name() == u"translation") {
            all.last().unfinished = attribute("type") == u"unfinished";
            if (!all.last().numbered)
                all.last().translations.append(reader.readElementText());
        } else if (reader.name() == u"numerusform") {
            all.last().translations.append(reader.readElementText());
        }
    }
    return reader.hasError() ? QList<Message>() : all;
}

} // namespace clusterdeck
