// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "ui/clusters/details/detailmodel.h"

namespace clusterdeck
{

/// The machines of a cluster.
class NodesModel : public DetailModel
{
    Q_OBJECT

public:
    enum { Name, Role, Status, PrivateIp, Cpu, Memory, Gpu, Health, PublicIp, Model, Created, Id };

    explicit NodesModel(QObject *parent = nullptr);
    void setRows(const QList<NodeRecord> &rows);
    [[nodiscard]] const QList<NodeRecord> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString cell(int row, int column) const override;
    [[nodiscard]] std::optional<StateLook> look(int row, int column) const override;

private:
    QList<NodeRecord> m_rows;
};

/// The jobs of its scheduler.
class JobsModel : public DetailModel
{
    Q_OBJECT

public:
    enum { Name, Status, Number, User, Queue, Submitted, Started, Ended };

    explicit JobsModel(QObject *parent = nullptr);
    void setRows(const QList<SchedulerJobRecord> &rows);
    [[nodiscard]] const QList<SchedulerJobRecord> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString cell(int row, int column) const override;
    [[nodiscard]] std::optional<StateLook> look(int row, int column) const override;

private:
    QList<SchedulerJobRecord> m_rows;
};

/// Who can log in to it.
class UsersModel : public DetailModel
{
    Q_OBJECT

public:
    enum { Name, Role, Id };

    explicit UsersModel(QObject *parent = nullptr);
    void setRows(const QList<LoginRecord> &rows);
    [[nodiscard]] const QList<LoginRecord> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString cell(int row, int column) const override;

private:
    QList<LoginRecord> m_rows;
};

/// What is installed on it.
class SoftwareModel : public DetailModel
{
    Q_OBJECT

public:
    enum { Name, Description, Id };

    explicit SoftwareModel(QObject *parent = nullptr);
    void setRows(const QList<SoftwareRecord> &rows);
    [[nodiscard]] const QList<SoftwareRecord> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString cell(int row, int column) const override;

private:
    QList<SoftwareRecord> m_rows;
};

} // namespace clusterdeck
