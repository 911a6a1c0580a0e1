// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

#include <QJsonObject>

namespace clusterdeck::demo
{

/// Reads the parameters of a call, from its query or its JSON body. Each function returns a usable
/// value, also for a wrong parameter; refusal() has the first error. Check it after all were read.
class Arguments
{
public:
    explicit Arguments(const QueryItems &query);
    explicit Arguments(const QJsonObject &body);

    [[nodiscard]] QString text(const QString &name);         ///< empty when missing
    [[nodiscard]] QString requiredText(const QString &name); ///< must not be missing or empty
    [[nodiscard]] std::optional<QString> optionalText(const QString &name);
    [[nodiscard]] QStringList requiredTexts(const QString &name); ///< an array of texts, not empty
    /// Ids separated by commas or spaces, in one or more parameters of this name.
    [[nodiscard]] QStringList idList(const QString &name);
    [[nodiscard]] std::optional<qint64> time(const QString &name); ///< whole seconds since 1970
    [[nodiscard]] bool flag(const QString &name, bool otherwise);  ///< 0 or 1
    [[nodiscard]] Paging paging(); ///< limit (10, at most 100), offset, sort_key, reverse

    [[nodiscard]] const std::optional<Refusal> &refusal() const { return m_refusal; }

private:
    [[nodiscard]] QString queryText(const QString &name) const;
    [[nodiscard]] int number(const QString &name, int otherwise);
    void refuse(const QString &name, const QString &what);

    QueryItems m_query;
    QJsonObject m_body;
    std::optional<Refusal> m_refusal;
};

} // namespace clusterdeck::demo
