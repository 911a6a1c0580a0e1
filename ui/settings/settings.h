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

/// A value that is saved from one run to the next. A number or enum outside of `least` to `most`
/// counts as not set. A text or bytes that are not set are empty, without `fallback`.
template <class T>
struct Setting {
    const char *key; ///< in the file; never changes
    T fallback{};    ///< the value if none was set
    T least{};
    T most{};
    bool shared = false; ///< one value for the accounts, the practice cloud and presenter mode
};

/// The table of all settings.
namespace setting
{

inline const Setting<QString> Language{.key = "language", .shared = true}; ///< empty: the system's
inline constexpr Setting<Theme> ColorTheme{"theme", Theme::System, Theme::System, Theme::Dark};
/// Desktop notifications, while no window of the program is active.
inline constexpr Setting<bool> Notifications{"notifications", true};
inline constexpr Setting<bool> Tray{"tray", false};
/// See SafetySettings.
inline constexpr Setting<int> LowestTier{"lowestTier", 0, 0, 3};
inline constexpr Setting<std::chrono::seconds> LeastUndoWindow{
    "leastGrace", {}, {}, LongestUndoWindow};
inline constexpr Setting<int> CallsInFlight{"callsInFlight", 2, 1, 4}; ///< of a new account

/// Presenter mode is on. It stays on at the next start, so that a start shows no real name to an
/// audience. It is set in the View menu, not in the settings dialog.
inline constexpr Setting<bool> Presenter{.key = "presenter", .shared = true};
/// Random bytes from which the pseudonyms of presenter mode are derived; made once.
inline const Setting<QByteArray> PresenterKey{.key = "presenterKey", .shared = true};

// The last state of the main window. Not in the settings dialog.
inline const Setting<QByteArray> Geometry{"geometry"};
inline const Setting<QByteArray> State{"state"}; ///< docks and tool bar
inline const Setting<QByteArray> Columns{"columns"};
inline const Setting<QByteArray> View{"view"};
inline constexpr Setting<bool> DetailsShown{"details", false};
inline constexpr Setting<int> DetailsWidth{"detailsWidth", 0, 0, std::numeric_limits<int>::max()};

/// The practice cloud no longer shows the first steps. Not in the settings dialog.
inline constexpr Setting<bool> FirstStepsDone{"firstStepsDone", false};

} // namespace setting

/// The values of the settings. Reads the file once, on construction; set() writes a value to disk
/// before it returns. The practice cloud and presenter mode have their own values, except of
/// settings that are shared.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// None: every setting begins with its fallback, and nothing is read from or written to disk.
    enum class Memory { Kept, None };

    explicit Settings(bool demo, Memory memory = Memory::Kept, QObject *parent = nullptr);

    /// Switches between the values of the practice cloud and those of the accounts.
    void setDemo(bool demo);
    /// Switches to the values of presenter mode: those of the accounts may have names in their
    /// filters. Takes precedence over setDemo().
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

    /// Calls `then` with the value now, and again after each change of it, until `context` is
    /// destroyed. `setting` is kept by reference: one of the constants above.
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

    /// The form in which a value is saved in the file.
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

    /// The prefix of keys that are not shared, such as "main/"; empty with Memory::None. For
    /// WindowContext::settingsPrefix.
    [[nodiscard]] QString prefix() const;

    /// The folder of the settings file; the file of the accounts is below it.
    [[nodiscard]] static QString folder();

signals:
    /// One or more settings have another value.
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

/// The settings that raise the confirmation level.
[[nodiscard]] SafetySettings safetyFrom(const Settings &settings);

} // namespace clusterdeck
