// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <tl/expected.hpp>

namespace clusterdeck
{

/// A value or an error. C++20 has no std::expected: this is tl::expected, with [[nodiscard]] so
/// that no caller ignores an error.
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
