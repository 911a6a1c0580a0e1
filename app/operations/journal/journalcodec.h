// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/deletedcluster.h"

/// Converts values to the texts in the journal's columns and back. Words and keys are part of the
/// file format: new ones may be added, existing ones never change. Reading is tolerant: an unknown
/// word becomes NotUnderstood, or the default of a type that has no such value.
namespace clusterdeck::journalcodec
{

[[nodiscard]] QString word(ItemState state);
[[nodiscard]] QString word(ItemEvent event);
[[nodiscard]] QString word(ItemReason reason);
[[nodiscard]] QString word(NodeLayout::Read read);

/// The words of the states that are an end, as a list in SQL.
[[nodiscard]] QString endWords();

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

[[nodiscard]] QString knownOperationsText(const QMap<QString, QByteArray> &operations);
/// Nothing when it cannot be understood.
[[nodiscard]] std::optional<QMap<QString, QByteArray>> knownOperationsFrom(const QString &text);

/// The evidence for the item's state, as JSON, for JournalEvent::evidence.
[[nodiscard]] QString evidenceText(const BatchItem &item);
/// Sets what evidenceText() writes. False when `text` cannot be understood; `item` is then
/// unchanged.
[[nodiscard]] bool readEvidence(const QString &text, BatchItem &item);

} // namespace clusterdeck::journalcodec
