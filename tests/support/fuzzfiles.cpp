// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fuzzfiles.h"

#include <QDir>
#include <QFile>

namespace clusterdeck
{

namespace
{

const QString Folder = QStringLiteral(CLUSTERDECK_TESTS_DIR "/fuzz/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

} // namespace

QList<QByteArray> fuzzCorpus(const QString &target, const QString &wildcard)
{
    const QDir folder(Folder + QStringLiteral("corpus/") + target);
    QList<QByteArray> inputs;
    for (const QString &name : folder.entryList({wildcard}, QDir::Files, QDir::Name))
        inputs.append(contentOf(folder.filePath(name)));
    if (inputs.isEmpty())
        qFatal("no %s in %s", qPrintable(wildcard), qPrintable(folder.path()));
    return inputs;
}

QList<QByteArray> fuzzWords(const QString &target)
{
    QList<QByteArray> words;
    for (const QByteArray &line :
         contentOf(Folder + target + QStringLiteral(".dict")).split('\n')) {
        if (!line.startsWith('"'))
            continue;
        QByteArray word;
        for (qsizetype at = 1; at < line.lastIndexOf('"'); ++at) {
            if (line.at(at) != '\\') {
                word += line.at(at);
            } else if (line.at(at + 1) == 'x') {
                word += QByteArray::fromHex(line.mid(at + 2, 2));
                at += 3;
            } else {
                word += line.at(++at);
            }
        }
        words.append(word);
    }
    return words;
}

} // namespace clusterdeck
