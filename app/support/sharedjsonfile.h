// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/privatefile.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLockFile>

#include <functional>
#include <memory>

namespace clusterdeck
{

/// The JSON object in `bytes`, or the error, in technical words. Stricter than QJsonDocument: a
/// duplicate member and U+0000 in a member's name are errors.
[[nodiscard]] tl::expected<QJsonObject, QString> strictJsonObject(const QByteArray &bytes);

/// The lock file of the file at `path`. It exists while a process writes that file.
[[nodiscard]] QString lockPathOf(const QString &path);

/// The change of one row of a list that several processes change. `before`: as this process last
/// read the row, empty for a new row. `after`: empty to remove the row.
struct RowChange {
    QJsonObject before;
    QJsonObject after;
};
/// The key of a row; empty for a row that is not understood.
using RowName = std::function<QString(const QJsonValue &row)>;

/// Applies `changes` to `rows`, which another process may have changed meanwhile. Only members that
/// differ between `before` and `after` are set: changes of others and unknown members stay. A
/// changed row that is missing in `rows` is added as `after`.
[[nodiscard]] QJsonArray withChanges(QJsonArray rows, const QList<RowChange> &changes,
                                     const RowName &nameOf);

/// One JSON object in a file of mode 0600 that several processes read and write. A write reads the
/// file again, applies the change, and replaces the file atomically, under a lock.
class SharedJsonFile
{
public:
    /// `limit`: the largest file that is read, in bytes. Does not read yet.
    SharedJsonFile(QString path, qint64 limit);

    /// Reads the file again if it has changed, or changed less than two seconds before the last
    /// reading; otherwise only compares stampOf(). True when object(), problem() or hasExisted()
    /// changed.
    bool refresh();

    /// The last valid content, also while there is a problem. Empty before the first.
    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    /// Why object() differs from the file; nothing when it does not, or when there never was a
    /// file. If an invalid file vanishes, the problem stays.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }
    /// The value of the member "version" that this program writes.
    static constexpr int Version = 1;
    /// Whether "version" is another one, or missing.
    [[nodiscard]] std::optional<FileProblem> versionProblem() const;
    /// The file existed in this run, valid or not.
    [[nodiscard]] bool hasExisted() const { return m_existed; }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// While it exists, no other process writes the file.
    using Turn = std::unique_ptr<QLockFile>;
    /// Waits at most half a second for other processes, makes the folder private, and reads the
    /// file again.
    [[nodiscard]] tl::expected<Turn, FileProblem> beginWrite();
    /// Replaces the file. Call while a Turn exists.
    [[nodiscard]] std::optional<FileProblem> write(const QJsonObject &object);
    /// Keeps an invalid file under another name before it is replaced. Returns that name; empty
    /// without a file.
    [[nodiscard]] tl::expected<QString, FileProblem> keepAside() const;

private:
    [[nodiscard]] std::optional<FileProblem> read(const FileStamp &before);

    QString m_path;
    qint64 m_limit;
    QJsonObject m_object;
    std::optional<FileProblem> m_problem;
    FileStamp m_stamp;
    bool m_known = false; ///< m_stamp belongs to the content that was read last
    bool m_existed = false;
};

} // namespace clusterdeck
