// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

#include <QJsonObject>

namespace clusterdeck::demo
{

/// Reads what a call was given, from its query or its JSON body. Each reader returns something
/// usable; the first thing that was wrong is kept, to be asked for once all has been read.
class Arguments
{
public:
    explicit Arguments(const QueryItems &query);
    explicit Arguments(const QJsonObject &body);

    [[nodiscard]] QString text(const QString &name);         ///< empty when it is not there
    [[nodiscard]] QString requiredText(const QString &name); ///< wrong when missing or empty
    [[nodiscard]] std::optional<QString> optionalText(const QString &name);
    [[nodiscard]] QStringList requiredTexts(const QString &name); ///< an array of texts, not empty
    /// Ids in one text, separated by commas or spaces, or in several of the same name.
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
