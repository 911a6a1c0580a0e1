// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"

#include <QWidget>

#include <algorithm>
#include <cmath>
#include <vector>

namespace clusterdeck
{

namespace
{

constexpr int Scale = 4;

double luminance(QRgb color)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) +
           0.0722 * linear(qBlue(color));
}

/// The value that at least `share` of all values reach.
double reachedBy(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto place = values.begin() + std::ptrdiff_t(double(values.size() - 1) * share);
    std::nth_element(values.begin(), place, values.end(), std::greater<>());
    return *place;
}

} // namespace

double contrast(QRgb a, QRgb b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QImage picture(QWidget *widget, QRect part)
{
    const QRect where = part.isNull() ? widget->rect() : part & widget->rect();
    QImage image(where.size() * Scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(Scale);
    image.fill(widget->palette().color(widget->backgroundRole()));
    widget->render(&image, {}, where);
    return image;
}

double prominence(const QImage &with, const QImage &without)
{
    std::vector<double> values;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (with.pixel(x, y) != without.pixel(x, y))
                values.push_back(contrast(with.pixel(x, y), without.pixel(x, y)));
        }
    }
    return reachedBy(std::move(values), 0.2);
}

double prominence(QWidget *widget, const std::function<void()> &without, QRect part)
{
    const QImage with = picture(widget, part);
    without();
    return prominence(with, picture(widget, part));
}

double prominence(const QImage &picture, QRgb ground)
{
    std::vector<double> values;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            values.push_back(contrast(picture.pixel(x, y), ground));
    }
    return reachedBy(std::move(values), 0.02);
}

} // namespace clusterdeck
