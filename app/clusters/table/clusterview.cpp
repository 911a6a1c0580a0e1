// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clusterview.h"

#include "app/clusters/clusterstate.h"
#include "app/support/parallel.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Whether a row matches the text. Rows of an account mostly follow each other, so what its label
/// says is compared once for all of them.
class TextMatch
{
public:
    TextMatch(const ClusterModel &model, const ClusterSearch &search)
        : m_model(model)
        , m_search(search)
    {
    }
    bool operator()(int row)
    {
        const AccountLabel &label = m_model.labelAt(row);
        if (m_label != &label) {
            m_label = &label;
            m_inAccount = m_search.without(label);
        }
        return m_inAccount.matches(m_model.rowAt(row));
    }

private:
    const ClusterModel &m_model;
    const ClusterSearch &m_search;
    const AccountLabel *m_label = nullptr;
    ClusterSearch m_inAccount;
};

/// Bits of m_matches.
constexpr char ByText = 1;
constexpr char ByChips = 2;
constexpr char Chosen = 4;
constexpr char Selected = 8;

} // namespace

ClusterView::ClusterView(ClusterModel &model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
    , m_byName(ClusterColumn::Name)
{
    setSourceModel(&model);
    connect(&model, &ClusterModel::updateEnds, this, &ClusterView::sourceUpdated);
    connect(&model, &ClusterModel::firstRead, this, &ClusterView::repaint);
    connect(&model, &ClusterModel::labelsChanged, this, &ClusterView::labelsChanged);
    connect(&model, &ClusterModel::lastUseChanged, this, &ClusterView::lastUseChanged);
    m_byName.build(model);
    m_matches.assign(size_t(model.rowCount()), ByText | ByChips);
    searchChips();
    setOrder(arrange());
}

void ClusterView::setSurroundings(Surroundings surroundings)
{
    m_surroundings = std::move(surroundings);
    searchChips();
    show(arrange());
}

void ClusterView::setFilter(const QString &text)
{
    setFilter(text, m_criteria);
}

void ClusterView::setCriteria(const FilterCriteria &criteria)
{
    setFilter(m_filter, criteria);
}

void ClusterView::setFilter(const QString &text, const FilterCriteria &criteria)
{
    if (text == m_filter && criteria == m_criteria && !m_onlyChosen)
        return;
    if (text != m_filter) {
        // With more typed text fewer rows are found, and more with less text.
        const Searched searched = text.startsWith(m_filter)   ? Searched::Found
                                  : m_filter.startsWith(text) ? Searched::Others
                                                              : Searched::All;
        m_filter = text;
        m_search = ClusterSearch(text);
        searchText(searched);
    }
    if (criteria != m_criteria) {
        m_criteria = criteria;
        m_chips = ClusterFilter(criteria);
        searchChips();
    }
    m_onlyChosen = false;
    show(arrange());
}

void ClusterView::showOnly(const QList<ClusterKey> &keys)
{
    for (char &matches : m_matches)
        matches &= char(~Chosen);
    for (const ClusterKey &key : keys) {
        if (const auto row = m_model.rowOf(key))
            m_matches[size_t(*row)] |= Chosen;
    }
    m_onlyChosen = true;
    show(arrange());
}

void ClusterView::showFiltered()
{
    m_onlyChosen = false;
    show(arrange());
}

void ClusterView::filterAgain()
{
    if (!m_chips.dependsOnTime() && !m_chips.locked())
        return;
    searchChips();
    show(arrange());
}

void ClusterView::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ClusterColumnCount)
        return;
    if (column != m_column)
        m_second.reset();
    m_column = column;
    m_sortOrder = order;
    show(arrange());
}

void ClusterView::sortSecond(std::optional<SortLevel> level)
{
    if (level && level->column == ClusterColumn(m_column))
        level.reset();
    m_second = level;
    show(arrange());
}

void ClusterView::selectShown(const QList<int> &rows)
{
    for (const int row : std::as_const(m_order))
        m_matches[size_t(row)] &= char(~Selected);
    for (const int row : rows)
        m_matches[size_t(m_order.at(row))] |= Selected;
}

void ClusterView::select(const QList<ClusterKey> &keys)
{
    for (char &matches : m_matches)
        matches &= char(~Selected);
    for (const ClusterKey &key : keys) {
        const auto row = m_model.rowOf(key);
        if (row && (m_inverse.at(*row) >= 0 || !isDeleted(m_model.rowAt(*row))))
            m_matches[size_t(*row)] |= Selected;
    }
}

void ClusterView::deselectHidden()
{
    for (size_t row = 0; row < m_matches.size(); ++row) {
        if (m_inverse.at(qsizetype(row)) < 0)
            m_matches[row] &= char(~Selected);
    }
}

bool ClusterView::isSelected(int row) const
{
    return (m_matches[size_t(m_order.at(row))] & Selected) != 0;
}

QList<int> ClusterView::hiddenSelected() const
{
    QList<int> rows;
    for (int row = 0; row < int(m_matches.size()); ++row) {
        if ((m_matches[size_t(row)] & Selected) && m_inverse.at(row) < 0)
            rows.append(row);
    }
    return rows;
}

AttendedClusters ClusterView::attended(int first, int last, int most) const
{
    AttendedClusters attended;
    for (int row = first; row <= last; ++row) {
        attended.shown.append(keyAt(row));
        if (isSelected(row))
            attended.selected.append(attended.shown.constLast());
    }
    QHash<const QString *, int> taken; // of each account: with all rows selected keys take long
    const auto take = [&](int sourceRow) {
        if (++taken[&m_model.accountAt(sourceRow)] <= most)
            attended.selected.append(m_model.keyAt(sourceRow));
    };
    for (const int row : m_order) {
        if (m_matches[size_t(row)] & Selected)
            take(row);
    }
    for (const int row : hiddenSelected())
        take(row);
    return attended;
}

Cluster ClusterView::clusterAt(int row) const
{
    return m_model.clusterAt(m_order.at(row));
}

ClusterKey ClusterView::keyAt(int row) const
{
    return m_model.keyAt(m_order.at(row));
}

const AccountLabel &ClusterView::labelAt(int row) const
{
    return m_model.labelAt(m_order.at(row));
}

std::optional<int> ClusterView::rowOf(const ClusterKey &key) const
{
    const auto source = m_model.rowOf(key);
    if (!source || m_inverse.value(*source, -1) < 0)
        return std::nullopt;
    return m_inverse.at(*source);
}

bool ClusterView::isShown(char matches) const
{
    constexpr char Both = ByText | ByChips;
    return m_onlyChosen ? (matches & Chosen) != 0 : (matches & Both) == Both;
}

QDateTime ClusterView::now() const
{
    return m_chips.dependsOnTime() && m_surroundings.now ? m_surroundings.now() : QDateTime();
}

bool ClusterView::matchesChips(int sourceRow, const QDateTime &now) const
{
    const ClusterRow &row = m_model.rowAt(sourceRow);
    if (!m_chips.matches(row, m_model.accountAt(sourceRow), now))
        return false;
    if (m_chips.unusedDays() > 0 &&
        m_model.daysUnused(sourceRow).value_or(0) < m_chips.unusedDays())
        return false;
    if (!m_chips.locked())
        return true;
    // Last, since it is the slowest check.
    const bool locked =
        m_surroundings.isLocked &&
        m_surroundings.isLocked(m_model.keyAt(sourceRow), row.text(&ClusterRecord::name));
    return locked == *m_chips.locked();
}

void ClusterView::searchText(Searched searched)
{
    inParallel(m_model.rowCount(), [&](int begin, int end) {
        TextMatch matchesText(m_model, m_search);
        for (int row = begin; row < end; ++row) {
            char &matches = m_matches[size_t(row)];
            const auto found = matches & ByText ? Searched::Found : Searched::Others;
            if (searched == Searched::All || searched == found)
                matches = char(matchesText(row) ? matches | ByText : matches & ~ByText);
        }
    });
}

void ClusterView::searchChips()
{
    const QDateTime time = now();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        char &matches = m_matches[size_t(row)];
        matches = char(matchesChips(row, time) ? matches | ByChips : matches & ~ByChips);
    }
}

void ClusterView::searchChanged(const ClusterUpdate &update, const QList<int> &newNumbers)
{
    std::vector<char> matches(size_t(m_model.rowCount()));
    for (int row = 0; row < newNumbers.size(); ++row) {
        if (newNumbers.at(row) >= 0)
            matches[size_t(newNumbers.at(row))] = m_matches[size_t(row)];
    }
    const QDateTime time = now();
    TextMatch matchesText(m_model, m_search);
    const auto look = [&](int row) {
        char &found = matches[size_t(row)];
        found = char((found & (Chosen | Selected)) | (matchesText(row) ? ByText : 0) |
                     (matchesChips(row, time) ? ByChips : 0));
    };
    for (const int row : update.changed)
        look(newNumbers.at(row));
    for (int row = m_model.rowCount() - update.arrived; row < m_model.rowCount(); ++row)
        look(row);
    m_matches = std::move(matches);
}

void ClusterView::sourceUpdated(const ClusterUpdate &update)
{
    const QList<int> newNumbers = update.newNumbers();
    searchChanged(update, newNumbers);
    m_byName.applyUpdate(m_model, update);
    for (SortedRows &rows : m_byOthers)
        rows.applyUpdate(m_model, update);
    if (show(arrange(), newNumbers))
        return;
    QList<int> changed;
    for (const int row : update.changed)
        changed.append(newNumbers.at(row));
    repaint(changed);
}

void ClusterView::labelsChanged()
{
    m_byOthers.clear();
    searchText(Searched::All);
    show(arrange());
    if (!m_order.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_order.size()) - 1, ClusterColumnCount - 1));
}

void ClusterView::lastUseChanged()
{
    constexpr ClusterColumn Unused = ClusterColumn::Unused;
    std::erase_if(m_byOthers, [](const SortedRows &rows) { return rows.column() == Unused; });
    if (m_chips.unusedDays() > 0)
        searchChips();
    if (m_chips.unusedDays() > 0 || first().column == Unused ||
        (m_second && m_second->column == Unused))
        show(arrange());
    if (!m_order.isEmpty())
        emit dataChanged(index(0, int(ClusterColumn::Unused)),
                         index(int(m_order.size()) - 1, int(ClusterColumn::Unused)));
}

/// The reference is valid until a call with another column.
SortedRows &ClusterView::sortedBy(ClusterColumn column)
{
    if (column == m_byName.column())
        return m_byName;
    const auto found = std::find_if(m_byOthers.begin(), m_byOthers.end(),
                                    [&](const auto &rows) { return rows.column() == column; });
    if (found != m_byOthers.end())
        return *found;
    // Orders that are no longer used are dropped.
    std::erase_if(m_byOthers, [this](const SortedRows &rows) {
        return rows.column() != ClusterColumn(m_column) &&
               !(m_second && rows.column() == m_second->column);
    });
    m_byOthers.emplace_back(column).build(m_model);
    return m_byOthers.back();
}

/// The model rows to show, in order.
QList<int> ClusterView::arrange()
{
    const auto in = [](const SortedRows &sorted, Qt::SortOrder order) {
        return order == Qt::AscendingOrder ? sorted.rows() : sorted.descending();
    };
    QList<int> rows;
    if (m_second) {
        const QList<int> second = in(sortedBy(m_second->column), m_second->order);
        rows = sortedBy(ClusterColumn(m_column)).sortedWith(m_model, m_sortOrder, second);
    } else {
        rows = in(sortedBy(ClusterColumn(m_column)), m_sortOrder);
    }
    // Also without a filter: clusters listed as deleted are hidden.
    rows.removeIf([this](int row) { return !isShown(m_matches[size_t(row)]); });
    return rows;
}

void ClusterView::setOrder(QList<int> order)
{
    m_order = std::move(order);
    m_inverse.fill(-1, m_model.rowCount());
    for (int row = 0; row < m_order.size(); ++row)
        m_inverse[m_order.at(row)] = row;
    for (const int row : hiddenSelected()) {
        if (isDeleted(m_model.rowAt(row))) // a hidden deleted cluster is not selected
            m_matches[size_t(row)] &= char(~Selected);
    }
}

/// Returns whether the shown rows or their order have changed. `newNumbers`: see
/// ClusterUpdate::newNumbers(); empty when the model's rows have not moved.
bool ClusterView::show(QList<int> order, const QList<int> &newNumbers)
{
    const auto moved = [&](int row) { return newNumbers.isEmpty() ? row : newNumbers.at(row); };
    const bool same = std::equal(m_order.begin(), m_order.end(), order.begin(), order.end(),
                                 [&](int before, int now) { return moved(before) == now; });
    if (same) {
        setOrder(std::move(order));
        return false;
    }
    // The model has changed already, but no view has used the old rows since: this runs inside the
    // model's update.
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<int> rows;
    rows.reserve(before.size());
    for (const QModelIndex &index : before)
        rows.append(moved(m_order.at(index.row())));
    setOrder(std::move(order));
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rows.at(i) < 0 ? -1 : m_inverse.at(rows.at(i));
        after.append(row < 0 ? QModelIndex() : createIndex(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
    return true;
}

void ClusterView::repaint(const QList<int> &sourceRows)
{
    int first = int(m_order.size());
    int last = -1;
    for (const int source : sourceRows) {
        const int row = m_inverse.at(source);
        if (row < 0)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ClusterColumnCount - 1));
}

QModelIndex ClusterView::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || proxyIndex.row() >= m_order.size())
        return {};
    return m_model.index(m_order.at(proxyIndex.row()), proxyIndex.column());
}

QModelIndex ClusterView::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || m_inverse.value(sourceIndex.row(), -1) < 0)
        return {};
    return index(m_inverse.at(sourceIndex.row()), sourceIndex.column());
}

QModelIndex ClusterView::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ClusterView::parent(const QModelIndex &) const
{
    return {};
}

int ClusterView::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ClusterView::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ClusterColumnCount;
}

QVariant ClusterView::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? m_model.data(source, role) : QVariant();
}

Qt::ItemFlags ClusterView::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace clusterdeck
