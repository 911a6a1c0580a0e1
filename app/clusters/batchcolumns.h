// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace clusterdeck
{

/// The columns of an exported batch, in their order. A pasted list may be such a table. The names
/// never change.
inline constexpr std::array BatchColumns{
    "batch",         "confirmed_at", "verb",          "account",      "zone",
    "user",          "cluster_id",   "cluster_name",  "shown_status", "shown_nodes",
    "shown_running", "shown_queued", "shown_billing", "state",        "reason",
    "job_id",        "sent_at",      "ended_at",      "code",         "provider_text",
    "story",         "given_reason", "approval_code"};

} // namespace clusterdeck
