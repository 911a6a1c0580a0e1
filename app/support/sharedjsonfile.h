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

/// The JSON object in `bytes`, or what is wrong with them, in technical words. Stricter than
/// QJsonDocument: a member that stands twice in one object, of which that takes the last, and
/// U+0000 in a member's name are errors.
[[nodiscard]] tl::expected<QJsonObject, QString> strictJsonObject(const QByteArray &bytes);

/// The file that is there while a copy of the program writes the one at `path`.
[[nodiscard]] QString lockPathOf(const QString &path);

/// One row of a list that several copies of the program keep: as this copy last read it and as it
/// is to be. `before` empty: a new one; `after` empty: it is taken away.
struct RowChange {
    QJsonObject before;
    QJsonObject after;
};
/// The name of a row; empty for one that is not understood.
using RowName = std::function<QString(const QJsonValue &row)>;

/// `rows`, as another copy may have written them meanwhile, with `changes`. Of a row only the
/// members that differ between `before` and `after` are set: what others changed in it, and what
/// this version does not know, stays. A row that is not in `rows` any more comes back as `after`.
[[nodiscard]] QJsonArray withChanges(QJsonArray rows, const QList<RowChange> &changes,
                                     const RowName &nameOf);

/// One JSON object on disk, mode 0600, which several copies of the program read and write: to write
/// is to read again, apply the change, and replace the file in one step, while no other copy does
/// so.
class SharedJsonFile
{
public:
    /// `limit`: bytes of the largest file that is read. Reads nothing yet.
    SharedJsonFile(QString path, qint64 limit);

    /// Reads the file again when it is not as it was; else it costs one fstat(). True when
    /// object(), problem() or hasExisted() has changed.
    bool refresh();

    /// What was last understood, also while there is a problem. Empty before that.
    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    /// Why object() is not what is on disk now. Nothing when it is, or when there was never a file.
    /// What was not understood stays so when the file vanishes.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }
    /// There was a file in this run, understood or not.
    [[nodiscard]] bool hasExisted() const { return m_existed; }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// While it lives, no other copy of the program writes the file.
    using Turn = std::unique_ptr<QLockFile>;
    /// Waits for other copies half a second at most, then reads the file again.
    [[nodiscard]] tl::expected<Turn, FileProblem> beginWrite();
    /// Replaces the file, within a turn. The folder is made private.
    [[nodiscard]] std::optional<FileProblem> write(const QJsonObject &object);
    /// Keeps the file under another name beside it, for what is not understood and is to be
    /// replaced. Returns that name; none when there is no file.
    [[nodiscard]] tl::expected<QString, FileProblem> keepAside() const;

private:
    [[nodiscard]] std::optional<FileProblem> read(const FileStamp &before);

    QString m_path;
    qint64 m_limit;
    QJsonObject m_object;
    std::optional<FileProblem> m_problem;
    FileStamp m_stamp;
    bool m_known = false; ///< m_stamp is that of what was read last
    bool m_existed = false;
};

} // namespace clusterdeck
