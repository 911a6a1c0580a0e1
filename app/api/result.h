// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <tl/expected.hpp>

namespace clusterdeck
{

/// A value, or the error that took its place. C++20 has no std::expected; this is the kept
/// stand-in, with [[nodiscard]] added so that no caller overlooks a failure.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, ApiError>
{
public:
    using tl::expected<T, ApiError>::expected;

    Result(ApiError error)
        : tl::expected<T, ApiError>(tl::unexpect, std::move(error))
    {
    }
};

} // namespace clusterdeck
