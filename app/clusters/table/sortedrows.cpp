// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/sortedrows.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace clusterdeck
{

namespace
{

std::optional<double> figureIn(const ClusterModel &model, int number, const ColumnSource &source)
{
    const ClusterRow &row = model.rowAt(number);
    if (const auto *count = std::get_if<ClusterRow::Number>(&source))
        return row.number(*count);
    if (const auto *derived = std::get_if<Derived>(&source))
        return (*derived)(model, number);
    const auto msecs = row.msecs(std::get<TimeOrText>(source).time);
    return msecs ? std::optional(double(*msecs)) : std::nullopt;
}

QByteArrayView bytesIn(const ClusterRow &row, const ColumnSource &source)
{
    return row.bytesOf(std::get<ClusterRow::Text>(source));
}

QString wordsIn(const ClusterModel &model, int row, const ColumnSource &source)
{
    if (const auto *label = std::get_if<QString AccountLabel::*>(&source))
        return model.labelAt(row).**label;
    return model.rowAt(row).text(std::get<ClusterRow::Text>(source));
}

/// The first 16 bytes as numbers that compare like the bytes.
std::pair<quint64, quint64> beginningOf(QByteArrayView letters)
{
    char bytes[16] = {};
    std::memcpy(bytes, letters.data(), size_t(qMin<qsizetype>(letters.size(), 16)));
    return {qFromBigEndian<quint64>(bytes), qFromBigEndian<quint64>(bytes + 8)};
}

/// The rank or number of a row, and the row.
using Place = std::pair<double, int>;

QList<int> sorted(std::vector<Place> places)
{
    std::sort(places.begin(), places.end());
    QList<int> rows;
    rows.reserve(qsizetype(places.size()));
    for (const Place &place : places)
        rows.append(place.second);
    return rows;
}

std::vector<Place> numbered(const ClusterModel &model, const ColumnSource &source)
{
    std::vector<Place> places;
    places.reserve(size_t(model.rowCount()));
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const auto number = figureIn(model, row, source))
            places.emplace_back(*number, row);
    }
    return places;
}

/// Makes one sort key per different text: most columns have few different texts.
std::vector<Place> rankedByWords(const ClusterModel &model, const ColumnSource &source,
                                 const QCollator &collator)
{
    QHash<QString, int> numbers;
    std::vector<QCollatorSortKey> keys;
    std::vector<int> textOfRow(size_t(model.rowCount()), -1);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = wordsIn(model, row, source);
        if (text.isEmpty())
            continue;
        auto known = numbers.constFind(text);
        if (known == numbers.cend()) {
            known = numbers.insert(text, int(keys.size()));
            keys.push_back(collator.sortKey(text));
        }
        textOfRow[size_t(row)] = *known;
    }
    std::vector<int> order(keys.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = int(i);
    const auto compare = [&](int a, int b) { return keys[size_t(a)].compare(keys[size_t(b)]); };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return compare(a, b) < 0; });
    std::vector<int> ranks(keys.size());
    for (size_t i = 1; i < order.size(); ++i) {
        const bool equal = compare(order[i - 1], order[i]) == 0;
        ranks[size_t(order[i])] = ranks[size_t(order[i - 1])] + (equal ? 0 : 1);
    }
    std::vector<Place> places;
    places.reserve(textOfRow.size());
    for (int row = 0; row < model.rowCount(); ++row) {
        if (textOfRow[size_t(row)] >= 0)
            places.emplace_back(ranks[size_t(textOfRow[size_t(row)])], row);
    }
    return places;
}

/// Sorts by the first 16 bytes, and reads the rows only where these are equal.
QList<int> sortedByBytes(const ClusterModel &model, const ColumnSource &source)
{
    const auto bytesOf = [&](int row) { return bytesIn(model.rowAt(row), source); };
    std::vector<std::pair<std::pair<quint64, quint64>, int>> all;
    all.reserve(size_t(model.rowCount()));
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!bytesOf(row).isEmpty())
            all.emplace_back(beginningOf(bytesOf(row)), row);
    }
    std::sort(all.begin(), all.end(), [&](const auto &a, const auto &b) {
        if (a.first != b.first)
            return a.first < b.first;
        const int order = bytesOf(a.second).compare(bytesOf(b.second));
        return order != 0 ? order < 0 : a.second < b.second;
    });
    QList<int> rows;
    rows.reserve(qsizetype(all.size()));
    for (const auto &[beginning, row] : all)
        rows.append(row);
    return rows;
}

} // namespace

struct SortedRows::Value {
    int row = 0;
    bool known = false;
    double number = 0;
    QByteArrayView letters;
    QString words;
};

SortedRows::SortedRows(ClusterColumn column)
    : m_column(column)
    , m_collator(collatorForPeople())
{
}

SortedRows::Value SortedRows::valueOf(const ClusterModel &model, int row) const
{
    const ColumnSource &source = specOf(m_column).source;
    Value value;
    value.row = row;
    switch (orderOf(specOf(m_column))) {
    case ColumnOrder::Figures: {
        const auto number = figureIn(model, row, source);
        value.known = number.has_value();
        value.number = number.value_or(0);
        break;
    }
    case ColumnOrder::Bytes:
        value.letters = bytesIn(model.rowAt(row), source);
        value.known = !value.letters.isEmpty();
        break;
    case ColumnOrder::Words:
        value.words = wordsIn(model, row, source);
        value.known = !value.words.isEmpty();
        break;
    }
    return value;
}

bool SortedRows::isBefore(const Value &left, const Value &right) const
{
    if (left.known != right.known)
        return left.known;
    if (left.number != right.number)
        return left.number < right.number;
    if (const int letters = left.letters.compare(right.letters); letters != 0)
        return letters < 0;
    if (left.words != right.words) {
        if (const int words = m_collator.compare(left.words, right.words); words != 0)
            return words < 0;
    }
    return left.row < right.row;
}

void SortedRows::build(const ClusterModel &model)
{
    const ColumnSource &source = specOf(m_column).source;
    switch (orderOf(specOf(m_column))) {
    case ColumnOrder::Figures:
        m_rows = sorted(numbered(model, source));
        break;
    case ColumnOrder::Bytes:
        m_rows = sortedByBytes(model, source);
        break;
    case ColumnOrder::Words:
        m_rows = sorted(rankedByWords(model, source, m_collator));
        break;
    }
    m_known = int(m_rows.size());
    if (m_known == model.rowCount())
        return;
    std::vector<bool> placed(size_t(model.rowCount()));
    for (const int row : std::as_const(m_rows))
        placed[size_t(row)] = true;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!placed[size_t(row)])
            m_rows.append(row);
    }
}

void SortedRows::applyUpdate(const ClusterModel &model, const ClusterUpdate &update)
{
    // With more changes than this share of the rows, sorting everything is faster.
    constexpr int Share = 3;
    const qsizetype touched = update.changed.size() + update.arrived;
    if (touched > model.rowCount() / Share)
        return build(model);

    const QList<int> numbers = update.newNumbers();
    std::vector<bool> isTouched(size_t(model.rowCount()));
    std::vector<Value> moving;
    moving.reserve(size_t(touched));
    const auto take = [&](int row) {
        isTouched[size_t(row)] = true;
        moving.push_back(valueOf(model, row));
    };
    for (const int row : update.changed)
        take(numbers.at(row));
    for (int row = model.rowCount() - update.arrived; row < model.rowCount(); ++row)
        take(row);
    const auto before = [this](const Value &a, const Value &b) { return isBefore(a, b); };
    if (!std::is_sorted(moving.begin(), moving.end(), before)) // a saved table is sorted by name
        std::sort(moving.begin(), moving.end(), before);

    QList<int> staying;
    staying.reserve(m_rows.size());
    for (const int row : std::as_const(m_rows)) {
        const int number = numbers.at(row);
        if (number >= 0 && !isTouched[size_t(number)])
            staying.append(number);
    }
    merge(model, staying, moving);
}

void SortedRows::merge(const ClusterModel &model, const QList<int> &staying,
                       const std::vector<Value> &moving)
{
    m_rows.clear();
    m_rows.reserve(model.rowCount());
    auto from = staying.begin();
    const Value last = staying.isEmpty() ? Value() : valueOf(model, staying.last());
    for (const Value &value : moving) {
        const bool atEnd = from == staying.end() || isBefore(last, value);
        const auto place =
            atEnd
                ? staying.end()
                : std::upper_bound(from, staying.end(), value, [&](const Value &inserted, int row) {
                      return isBefore(inserted, valueOf(model, row));
                  });
        std::copy(from, place, std::back_inserter(m_rows));
        m_rows.append(value.row);
        from = place;
    }
    std::copy(from, staying.end(), std::back_inserter(m_rows));
    const auto firstUnknown = std::partition_point(
        m_rows.cbegin(), m_rows.cend(), [&](int row) { return valueOf(model, row).known; });
    m_known = int(firstUnknown - m_rows.cbegin());
}

/// Whether two neighbouring rows have the same value. Words are compared without case instead of
/// with the collator, which would take as long as sorting.
bool SortedRows::isLikeBefore(const ClusterModel &model, int row, int before) const
{
    const ColumnSource &source = specOf(m_column).source;
    switch (orderOf(specOf(m_column))) {
    case ColumnOrder::Figures:
        return figureIn(model, row, source) == figureIn(model, before, source);
    case ColumnOrder::Bytes:
        return bytesIn(model.rowAt(row), source) == bytesIn(model.rowAt(before), source);
    case ColumnOrder::Words:
        break;
    }
    if (std::holds_alternative<QString AccountLabel::*>(source))
        return wordsIn(model, row, source)
                   .compare(wordsIn(model, before, source), Qt::CaseInsensitive) == 0;
    const QByteArrayView here = bytesIn(model.rowAt(row), source);
    const QByteArrayView there = bytesIn(model.rowAt(before), source);
    return here == there ||
           ClusterRow::textOf(here).compare(ClusterRow::textOf(there), Qt::CaseInsensitive) == 0;
}

QList<int> SortedRows::sortedWith(const ClusterModel &model, Qt::SortOrder order,
                                  const QList<int> &second) const
{
    // The group of equal rows of each row, and the position of the next row of each group.
    std::vector<int> groupOf(size_t(m_rows.size()));
    std::vector<int> next;
    int group = -1;
    for (int place = 0; place < m_rows.size(); ++place) {
        const int row = m_rows.at(place);
        const bool begins = place == 0 || place == m_known ||
                            (place < m_known && !isLikeBefore(model, row, m_rows.at(place - 1)));
        if (begins) {
            next.push_back(place);
            ++group;
        }
        groupOf[size_t(row)] = group;
    }
    if (order == Qt::DescendingOrder) {
        // The last group with values comes first; rows without a value stay last.
        for (size_t i = 0; i < next.size() && next[i] < m_known; ++i) {
            const bool last = i + 1 == next.size();
            next[i] = m_known - (last ? m_known : qMin(next[i + 1], m_known));
        }
    }
    QList<int> rows(m_rows.size());
    for (const int row : second)
        rows[next[size_t(groupOf[size_t(row)])]++] = row;
    return rows;
}

QList<int> SortedRows::descending() const
{
    QList<int> rows = m_rows;
    std::reverse(rows.begin(), rows.begin() + m_known);
    return rows;
}

} // namespace clusterdeck
