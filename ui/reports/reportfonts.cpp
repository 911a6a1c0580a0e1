// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportfonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

QStringList installed(std::initializer_list<const char *> names)
{
    QStringList families;
    for (const char *name : names) {
        if (QFontDatabase::hasFamily(QLatin1String(name)))
            families.append(QLatin1String(name));
    }
    return families;
}

/// The program's own, unless it is a Chinese font: Qt 6.4 embeds the digits of those as shapes
/// without their characters, so that no ID could be copied or searched in the PDF.
QStringList latinFamilies()
{
    const QString own = QFontInfo(QGuiApplication::font()).family();
    const QFontDatabase::WritingSystem chinese = QFontDatabase::SimplifiedChinese;
    if (!QFontDatabase::writingSystems(own).contains(chinese))
        return {own};
    return installed({"DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial"}).mid(0, 1);
}

/// The installed Simplified Chinese fonts, by name: otherwise a system may choose a font with the
/// Japanese forms of the characters. Empty in languages with other forms.
QStringList chineseFamilies()
{
    if (QLocale().language() == QLocale::Japanese || QLocale().language() == QLocale::Korean ||
        QLocale().script() == QLocale::TraditionalChineseScript)
        return {};
    return installed({"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
                      "WenQuanYi Micro Hei", "PingFang SC", "Microsoft YaHei"});
}

} // namespace

ReportFonts ReportFonts::standard()
{
    QFont base;
    base.setFamilies(latinFamilies() + chineseFamilies());
    // Any letter spacing turns ligatures off: "fi" in an ID stays two letters.
    base.setLetterSpacing(QFont::AbsoluteSpacing, 0.01);
    const auto sized = [&](qreal points, bool bold) {
        QFont font = base;
        font.setPointSizeF(points);
        font.setBold(bold);
        return font;
    };
    return {sized(15, true),   sized(10, true),   sized(9, false),
            sized(7.5, false), sized(7.5, false), sized(7.5, true)};
}

BrokenText::BrokenText(const QString &text, const QFont &font, QPaintDevice *device, qreal width,
                       int mostLines, Qt::Alignment alignment)
{
    QString lines = text;
    lines.replace(u'\n', QChar::LineSeparator);
    QTextOption option(alignment | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // At most twice: the text that was cut fits.
    for (;;) {
        m_layout = std::make_unique<QTextLayout>(lines, font, device);
        m_layout->setTextOption(option);
        const int end = breakInto(width, mostLines);
        if (end >= lines.size() || end < 2)
            return;
        lines = lines.left(end - 1).trimmed() + u'…';
    }
}

/// Lays out at most `mostLines` lines; returns the position at which the last one ends.
int BrokenText::breakInto(qreal width, int mostLines)
{
    int end = 0;
    m_height = 0;
    m_layout->beginLayout();
    for (int count = 0; count < mostLines; ++count) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height();
        end = line.textStart() + line.textLength();
    }
    m_layout->endLayout();
    return end;
}

void BrokenText::paint(QPainter *painter, const QPointF &at) const
{
    m_layout->draw(painter, at);
}

} // namespace clusterdeck
