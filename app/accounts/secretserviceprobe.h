// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QDBusServiceWatcher;

namespace clusterdeck
{

/// What the Secret Service itself has under a key.
enum class KeychainEntry {
    Nothing,
    Locked,
    Open,
    NoService, ///< no Secret Service runs: another keychain is used, or none
    NoAnswer,
};

/// Checks what QtKeychain does not report: whether there is a session bus, a Secret Service, an
/// entry that is only locked. Reads no secret and opens no prompt. Answers come from the event loop
/// within 5 s, unless `context` is destroyed. Only for systems whose keychain uses D-Bus.
class SecretServiceProbe : public QObject
{
    Q_OBJECT

public:
    explicit SecretServiceProbe(QObject *parent = nullptr);
    ~SecretServiceProbe() override;

    /// Why no keychain can be used from this process, in technical words; empty if it can. The bus
    /// is not used before the first call.
    [[nodiscard]] QString obstacle();
    /// Whether libsecret can be loaded.
    [[nodiscard]] static bool libraryLoads();
    /// Makes libsecret begin a new session: it keeps the session with a service that has ended, and
    /// all later calls fail. Running calls are not affected.
    static void forgetSession();

    void findEntry(const QString &service, const QString &key, QObject *context,
                   const std::function<void(KeychainEntry)> &then);
    /// Whether a Secret Service runs; false also when this is not known.
    void findService(QObject *context, const std::function<void(bool there)> &then);
    /// Whether there is a keyring for new entries; true also when this is not known.
    void findKeyring(QObject *context, const std::function<void(bool there)> &then);

signals:
    /// The Secret Service or the bus has ended. Another service may run already.
    void serviceLost();

private:
    void watch();

    std::unique_ptr<QDBusServiceWatcher> m_watcher;
};

} // namespace clusterdeck
