// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

/// A process that ends with its owner, and with a test that is killed.
class OwnProcess : public QProcess
{
    Q_OBJECT

public:
    OwnProcess();
    ~OwnProcess() override;
};

/// A separate desktop session: a home folder, a D-Bus and, on request, a real gnome-keyring, a
/// screen and the real prompter. Everything ends with this object.
class PrivateDesktop
{
public:
    enum class Bus { Private, None };
    enum class Keyring { Unlocked, NoneYet };

    explicit PrivateDesktop(Bus bus = Bus::Private);
    ~PrivateDesktop();

    /// Starts the daemon, with its login keyring unlocked by "test" or without any keyring. False
    /// when the daemon did not start.
    [[nodiscard]] bool startKeyring(Keyring keyring = Keyring::Unlocked);
    /// SIGKILL.
    void killKeyring();
    void killBus();
    void killPrompter();
    /// Locks the login keyring through another program.
    [[nodiscard]] bool lock();
    /// Unlocks the login keyring without a prompt.
    [[nodiscard]] bool unlock();
    /// A screen and GNOME's own prompter on it; false when this machine lacks them.
    [[nodiscard]] bool startPrompter();
    /// Whether the prompt's window is on the screen.
    [[nodiscard]] bool promptShows() const;
    void type(const QByteArray &text);
    void press(const QByteArray &key);

    /// Runs a program in this session and waits for its end; returns its standard output, or its
    /// error when it fails.
    QByteArray run(const QString &program, const QStringList &arguments,
                   const QByteArray &input = {}) const;
    /// The secret that secret-tool finds under the test's service and `key`.
    QByteArray secretFromOutside(const QString &key) const;
    /// Files below the home that hold `text`.
    QStringList filesWith(const QByteArray &text) const;

    [[nodiscard]] QProcessEnvironment environment() const { return m_environment; }
    void setEnvironment(const QString &name, const QString &value);

private:
    [[nodiscard]] QDBusConnection bus() const;
    [[nodiscard]] bool hasOwner(const QString &name) const;

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    std::unique_ptr<OwnProcess> m_bus;
    std::unique_ptr<OwnProcess> m_keyring;
    std::unique_ptr<OwnProcess> m_screen;
    std::unique_ptr<OwnProcess> m_prompter;
};
