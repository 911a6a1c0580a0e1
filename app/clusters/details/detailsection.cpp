// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/detailsection.h"

#include "app/api/paging.h"

namespace clusterdeck
{

SectionStatus asked(SectionStatus status)
{
    status.state = ReadState::Loading;
    status.error.reset();
    return status;
}

SectionStatus pageRead(SectionStatus status, int offset, int rows, std::optional<int> total,
                       const QDateTime &begun)
{
    if (offset == 0)
        status.asOf = begun;
    status.state = ReadState::Ready;
    status.error.reset();
    status.total = total;
    status.sent = offset + rows;
    status.atEnd = endOf(status.sent, rows, total) != PageEnd::More;
    return status;
}

SectionStatus pageFailed(SectionStatus status, const ApiError &error)
{
    status.state = error.kind == ErrorKind::NotFound ? ReadState::Gone : ReadState::Failed;
    status.error = error;
    return status;
}

SectionStatus withheld(SectionStatus status)
{
    status.state = ReadState::Withheld;
    status.error.reset();
    return status;
}

} // namespace clusterdeck
