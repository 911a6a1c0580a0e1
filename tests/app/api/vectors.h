// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apicall.h"
#include "tests/support/utc.h"

#include <QList>

/// The test vectors of app/api/README.md §2: A is the published vector.
namespace vectors
{

struct Vector {
    const char *name;
    clusterdeck::ApiRequest request; ///< without the parameters that signing adds
    QByteArray bodyDigest;
    QByteArray signature; ///< as sent
};

inline clusterdeck::Credentials credentials()
{
    return {QStringLiteral("QYACCESSKEYIDEXAMPLE"), QStringLiteral("SECRETACCESSKEY")};
}

inline QDateTime moment()
{
    return clusterdeck::utc(QDate(2021, 8, 19), QTime(16, 44, 40));
}

inline QList<Vector> all()
{
    using clusterdeck::Method;
    const QString zone = QStringLiteral("jn1a");
    const QByteArray noBody = "d41d8cd98f00b204e9800998ecf8427e";
    return {
        {"A",
         {Method::Get, "/api/cluster/list", {{"zone", zone}}, {}},
         noBody,
         "W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D"},
        {"B",
         {Method::Get,
          "/api/cluster/list",
          {{"zone", zone},
           {"limit", "100"},
           {"offset", "0"},
           {"owner", "usr-IuZxPyn2"},
           {"search_word", QString::fromUtf8("my cluster/测试")}},
          {}},
         noBody,
         "M%252BM86KD2W4k%252FZL09lom2jMt0qz7SEnhqcSX4ABfR44Y%253D"},
        {"C",
         {Method::Post,
          "/api/cluster/deleteCluster",
          {{"zone", zone}},
          R"({"cluster_ids": ["hpc-6o2qc9tl"], "run_user": "usr-IuZxPyn2", "zone": "jn1a"})"},
         "ccf2c7cce0f2554651fb439caacd5d47",
         "bgstQzASrmD41Jiq0DDEV6vM227DVHnJ6GDutiyrKkY%253D"},
        {"D",
         {Method::Post,
          "/api/cluster/modifyCluster",
          {{"zone", zone}},
          R"({"cluster_id": "ehpc-h15dp0b1", "description": "\u6d4b\u8bd5", "zone": "jn1a"})"},
         "86bddfd9fe910d53b14ef8e4c21b6690",
         "iWhPRN148MtJ5Sk7q7N2Q20xmMgZcBsXP1NOc0VbHaw%253D"},
    };
}

/// Everything before "&signature=", byte for byte.
inline QByteArray canonicalQuery(const Vector &vector)
{
    const QByteArray front = "access_key_id=QYACCESSKEYIDEXAMPLE";
    const QByteArray middle = QByteArray(vector.name) == "B"
                                  ? "&limit=100&offset=0&owner=usr-IuZxPyn2"
                                    "&search_word=my%20cluster/%E6%B5%8B%E8%AF%95"
                                  : "";
    return front + middle +
           "&signature_method=HmacSHA256&signature_version=1"
           "&timestamp=2021-08-19T16%3A44%3A40Z&version=1&zone=jn1a";
}

} // namespace vectors
