// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/answershape.h"

namespace clusterdeck
{

QString shapeFault(const QByteArray &body)
{
    int depth = 0;
    int values = 0;
    bool inText = false;
    const char *const end = body.constData() + body.size();
    for (const char *at = body.constData(); at < end; ++at) {
        const char c = *at;
        if (inText) {
            if (c == '\\')
                ++at;
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
