// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/answershape.h"

namespace clusterdeck
{

QString shapeFault(const QByteArray &body)
{
    int depth = 0;
    int values = 0;
    bool inText = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body.at(i);
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
            continue;
        }
        if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            ++values;
            if (++depth > MaxAnswerDepth)
                return QStringLiteral("the answer is nested too deep");
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',' && ++values > MaxAnswerValues) {
            break;
        }
    }
    return values > MaxAnswerValues ? QStringLiteral("the answer holds too many values")
                                    : QString();
}

} // namespace clusterdeck
