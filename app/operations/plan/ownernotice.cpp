// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/ownernotice.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace clusterdeck
{

QList<OwnerNotice> ownerNotices(const Plan &plan)
{
    QList<OwnerNotice> notices;
    for (qsizetype place = 0; place < plan.items.size(); ++place) {
        const Cluster &cluster = plan.items.at(place).cluster;
        const QString owner =
            cluster.record.owner.isEmpty() ? cluster.record.runUser : cluster.record.owner;
        auto notice = std::find_if(notices.begin(), notices.end(), [&](const OwnerNotice &each) {
            return each.account == cluster.account && each.owner == owner;
        });
        if (notice == notices.end()) {
            notices.append({cluster.account, owner, mailAddressIn(owner), {}});
            notice = std::prev(notices.end());
        }
        notice->items.append(place);
    }
    std::stable_partition(notices.begin(), notices.end(),
                          [](const OwnerNotice &each) { return !each.owner.isEmpty(); });
    return notices;
}

QString mailAddressIn(const QString &owner)
{
    // Less than RFC 5322 allows: no character that could add a recipient or a header.
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")));
    return owner.size() <= 254 && form.match(owner).hasMatch() ? owner : QString();
}

std::optional<QUrl> mailUrl(const QString &address, const QString &subject, const QString &body)
{
    // Encoded here, since QUrlQuery would decode "%41" in a text to "A".
    const auto encoded = [](QString text) {
        text.replace(u'\n', QStringLiteral("\r\n"));
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("subject"), encoded(subject));
    query.addQueryItem(QStringLiteral("body"), encoded(body));
    const QByteArray whole = "mailto:" + QUrl::toPercentEncoding(address, "@") + '?' +
                             query.toString(QUrl::FullyEncoded).toLatin1();
    if (whole.size() > LongestMailUrl)
        return {};
    return QUrl::fromEncoded(whole, QUrl::StrictMode);
}

} // namespace clusterdeck
