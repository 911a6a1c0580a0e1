// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QDBusServiceWatcher;

namespace clusterdeck
{

/// What the Secret Service itself holds under a key.
enum class KeychainEntry {
    Nothing,
    Locked,
    Open,
    NoService, ///< nobody offers the Secret Service: the keychain is another one, or gone
    NoAnswer,
};

/// Looks at the keychain's surroundings, beside QtKeychain, which does not tell enough: is there a
/// bus, a Secret Service, an entry that is merely locked? It reads no secret and opens no prompt.
/// Answers come from the event loop, within AnswerLimit, unless `context` is gone. Where keychains
/// do not live on D-Bus everything is reported as being in order.
class SecretServiceProbe : public QObject
{
    Q_OBJECT

public:
    explicit SecretServiceProbe(QObject *parent = nullptr);
    ~SecretServiceProbe() override;

    /// Why no keychain can be asked from here at all, in technical words; empty if one can. The bus
    /// is not touched before the first call.
    [[nodiscard]] QString obstacle();
    /// Whether the library loads that the Secret Service is spoken to with.
    [[nodiscard]] static bool libraryLoads();
    /// libsecret keeps its session with a service that has died and fails with the next one for
    /// ever after. This makes it begin anew; calls under way are not disturbed.
    static void forgetSession();

    void findEntry(const QString &service, const QString &key, QObject *context,
                   const std::function<void(KeychainEntry)> &then);
    void findService(QObject *context, const std::function<void(bool there)> &then);
    /// Whether there is a keyring for new entries; true also when that cannot be told.
    void findKeyring(QObject *context, const std::function<void(bool there)> &then);

signals:
    /// Whoever offered the Secret Service is gone from the bus, or the bus is gone. Another may be
    /// there already.
    void serviceLost();

private:
    void watch();

    std::unique_ptr<QDBusServiceWatcher> m_watcher;
};

} // namespace clusterdeck
