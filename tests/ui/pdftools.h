// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace clusterdeck
{

/// Reads a PDF with other programs.
class PdfReader
{
public:
    [[nodiscard]] static bool isThere()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty();
    }

    explicit PdfReader(const QByteArray &pdf)
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly))
            file.write(pdf);
    }

    /// The text of each page, in page layout. Qt's PDFs may contain another character that looks
    /// the same (U+2F13 for U+6C14), so compatibility forms are normalised.
    [[nodiscard]] QStringList pages() const
    {
        QStringList pages =
            QString::fromUtf8(run(QStringLiteral("pdftotext"),
                                  {QStringLiteral("-layout"), path(), QStringLiteral("-")}))
                .normalized(QString::NormalizationForm_KC)
                .split(u'\f');
        pages.removeLast(); // each page ends with a form feed
        return pages;
    }

    /// One line per font: name, type, whether it is embedded.
    [[nodiscard]] QString fonts() const
    {
        return QString::fromUtf8(run(QStringLiteral("pdffonts"), {path()}));
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("report.pdf")); }
    [[nodiscard]] static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }

    QTemporaryDir m_folder;
};

} // namespace clusterdeck
