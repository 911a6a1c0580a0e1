// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/risk.h"
#include "ui/theme/palette.h"

#include <QObject>
#include <QVariant>

#include <limits>
#include <type_traits>

namespace clusterdeck
{

/// A value that is kept from one run to the next. A number or enum outside of `least` to `most`
/// counts as not set; a text or bytes that are not set are empty.
template <class T>
struct Setting {
    const char *key; ///< in the file: stays for good
    T fallback{};    ///< holds when nothing was set
    T least{};
    T most{};
    bool shared = false; ///< by the accounts' windows and the practice cloud's
};

/// The table of all settings.
namespace setting
{

inline const Setting<QString> Language{.key = "language", .shared = true}; ///< empty: the desktop's
inline constexpr Setting<Theme> ColorTheme{"theme", Theme::System, Theme::System, Theme::Dark};
/// Of the desktop, while no window of ours is in front.
inline constexpr Setting<bool> Notifications{"notifications", true};
inline constexpr Setting<bool> Tray{"tray", false};
/// See SafetySettings.
inline constexpr Setting<int> LowestTier{"lowestTier", 0, 0, 3};
inline constexpr Setting<std::chrono::seconds> LeastUndoWindow{
    "leastGrace", {}, {}, LongestUndoWindow};
inline constexpr Setting<int> CallsInFlight{"callsInFlight", 2, 1, 4}; ///< of a new account

/// Presenter mode is on. It stays on at the next start, so that a start shows no real name to an
/// audience. The View menu has it.
inline constexpr Setting<bool> Presenter{.key = "presenter", .shared = true};
inline const Setting<QByteArray> PresenterKey{.key = "presenterKey", .shared = true};

// How the main window was left. The dialog does not have these.
inline const Setting<QByteArray> Geometry{"geometry"};
inline const Setting<QByteArray> State{"state"}; ///< of docks and tool bar
inline const Setting<QByteArray> Columns{"columns"};
inline const Setting<QByteArray> View{"view"};
inline constexpr Setting<bool> DetailsShown{"details", false};
inline constexpr Setting<int> DetailsWidth{"detailsWidth", 0, 0, std::numeric_limits<int>::max()};

/// The practice cloud shows the first steps no more. The dialog does not have it either.
inline constexpr Setting<bool> FirstStepsDone{"firstStepsDone", false};

} // namespace setting

/// The values of the settings. Reads the file once, on construction; a value is on disk when set()
/// returns. The windows of the practice cloud and of presenter mode have their own settings.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// With None every setting begins with its fallback and nothing is written.
    enum class Memory { Kept, None };

    explicit Settings(bool demo, Memory memory = Memory::Kept, QObject *parent = nullptr);

    /// Whose values these are: the practice cloud's or the accounts'.
    void setDemo(bool demo);
    /// They are presenter mode's instead: those of the accounts may have names in their filters.
    void setPresenting();

    template <class T>
    [[nodiscard]] T value(const Setting<T> &setting) const
    {
        const QVariant kept = m_values.value(path(setting.key, setting.shared));
        if constexpr (std::is_same_v<T, bool>) {
            return truthIn(kept).value_or(setting.fallback);
        } else if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QByteArray>) {
            return kept.value<T>();
        } else {
            bool isNumber = false;
            const T number = T(kept.toInt(&isNumber));
            const bool makesSense = isNumber && number >= setting.least && number <= setting.most;
            return makesSense ? number : setting.fallback;
        }
    }

    template <class T>
    void set(const Setting<T> &setting, const std::type_identity_t<T> &value)
    {
        if (value != this->value(setting))
            write(path(setting.key, setting.shared), stored(value));
    }

    /// Calls `then` with the value now, and with each other value from then on while `context`
    /// lives.
    template <class T, class Then>
    void follow(const Setting<T> &setting, const QObject *context, Then then) const
    {
        then(value(setting));
        connect(this, &Settings::changed, context,
                [this, &setting, then, last = value(setting)]() mutable {
                    const T now = value(setting);
                    if (now != std::exchange(last, now))
                        then(now);
                });
    }

    /// A value as the file has it.
    template <class T>
    [[nodiscard]] static QVariant stored(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return int(value);
        else if constexpr (requires { value.count(); })
            return int(value.count());
        else
            return value;
    }

    /// In front of the keys of what only this window keeps; empty: nothing is kept.
    [[nodiscard]] QString prefix() const;

    /// The folder of the file. It holds the accounts, too.
    [[nodiscard]] static QString folder();

signals:
    /// A setting has another value now.
    void changed();

private:
    [[nodiscard]] QString path(const char *key, bool shared) const;
    [[nodiscard]] static std::optional<bool> truthIn(const QVariant &stored);
    void write(const QString &path, const QVariant &value);

    [[nodiscard]] QLatin1String owner() const;

    bool m_demo;
    bool m_presenting = false;
    Memory m_memory;
    QVariantHash m_values;
};

/// The confirmation settings.
[[nodiscard]] SafetySettings safetyFrom(const Settings &settings);

} // namespace clusterdeck
