// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/clustertable.h"

#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace clusterdeck
{

/// Filter and sort as one writes them with what Qt has: the words are looked for in the text
/// columns of the source, and it sorts by locale.
class PlainProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PlainProxy(QAbstractItemModel &source, QObject *parent = nullptr);

    void setWords(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

/// What our table is compared with: a table of Qt's over a proxy of Qt's, with the same columns,
/// rows and settings as `like`, and a field to type the filter into. It shows bare values, without
/// glyphs and units, so it has less to paint.
class PlainPeer : public QWidget
{
    Q_OBJECT

public:
    PlainPeer(ClusterModel &clusters, const ClusterTable &like);

    [[nodiscard]] QLineEdit *field() { return &m_field; }
    [[nodiscard]] QTableView *table() { return &m_table; }

private:
    PlainProxy m_proxy;
    QLineEdit m_field;
    QTableView m_table;
};

} // namespace clusterdeck
