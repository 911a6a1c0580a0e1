// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/tombstone.h"

#include <QJsonObject>

/// How the journal writes values down. Words and keys are part of the file format: they may be
/// added to, never changed. Reading is tolerant: what cannot be understood becomes the honest
/// default.
namespace clusterdeck::journalforms
{

[[nodiscard]] QString word(Verb verb);
[[nodiscard]] QString word(ItemState state);
[[nodiscard]] QString word(ItemEvent event);
[[nodiscard]] QString word(ItemReason reason);
[[nodiscard]] QString word(NodeLayout::Read read);

[[nodiscard]] std::optional<Verb> verbFrom(const QString &word);
/// A word that is not known is read as Unknown: nothing is claimed, and nothing is ever sent for
/// it.
[[nodiscard]] ItemState stateFrom(const QString &word);
[[nodiscard]] ItemReason reasonFrom(const QString &word);
[[nodiscard]] NodeLayout::Read layoutReadFrom(const QString &word);

[[nodiscard]] QString timeText(const QDateTime &utc);
[[nodiscard]] QDateTime timeFrom(const QString &text);

[[nodiscard]] QString clusterText(const ClusterRecord &cluster);
[[nodiscard]] ClusterRecord clusterFrom(const QString &text);

[[nodiscard]] QString nodeGroupsText(const QList<NodeGroup> &groups);
[[nodiscard]] QList<NodeGroup> nodeGroupsFrom(const QString &text);

[[nodiscard]] QString errorText(const std::optional<ApiError> &error);
[[nodiscard]] std::optional<ApiError> errorFrom(const QString &text);

/// What the item's standing rests on, for the story of the batch.
[[nodiscard]] QString evidenceText(const BatchItem &item);

} // namespace clusterdeck::journalforms
