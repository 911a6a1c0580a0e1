// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/plandocument.h"

#include "app/clusters/pastedlist/listmatching.h"
#include "app/operations/journal/journalcodec.h"
#include "app/support/jsontext.h"
#include "app/support/visibletext.h"
#include "app/support/wordtable.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <limits>

namespace clusterdeck
{

namespace
{

/// Format 1 had no hash.
constexpr int Format = 2;
/// With an approval code, and valid as long as it says.
constexpr int ApprovedFormat = 3;

/// The largest age of the facts when a plan is made: they were just read.
constexpr std::chrono::seconds OldestFacts{300};
/// The same for a plan that needs approval: a dialog may be open for so long.
constexpr std::chrono::seconds OldestFactsToApprove{3600};

constexpr std::array Flags{
    std::pair{RiskFlag::HasJobs, "has-jobs"},
    std::pair{RiskFlag::Prepaid, "prepaid"},
    std::pair{RiskFlag::Shared, "shared"},
    std::pair{RiskFlag::NotMine, "not-yours"},
    std::pair{RiskFlag::LastOnMount, "last-on-mount"},
    std::pair{RiskFlag::Unknown, "fact-unknown"},
    std::pair{RiskFlag::LooksLocked, "looks-locked"},
    std::pair{RiskFlag::MountUnknown, "mount-use-unknown"},
};
static_assert(Flags.size() == AllRiskFlags.size());

constexpr std::array Exclusions{
    std::pair{Exclusion::Gone, "gone"},
    std::pair{Exclusion::Busy, "busy"},
    std::pair{Exclusion::WrongState, "wrong-state"},
    std::pair{Exclusion::UnderWay, "under-way"},
    std::pair{Exclusion::Locked, "locked"},
    std::pair{Exclusion::Kept, "kept"},
    std::pair{Exclusion::ReadOnly, "account-read-only"},
    std::pair{Exclusion::AccountClosed, "account-closed"},
    std::pair{Exclusion::NotRead, "not-read"},
    std::pair{Exclusion::NotFound, "not-found"},
    std::pair{Exclusion::DamagedId, "damaged-id"},
    std::pair{Exclusion::Changed, "changed"},
};
static_assert(Exclusions.size() == enumCount<Exclusion>());

const QString FormatKey = QStringLiteral("clusterdeck_plan");
const QString MadeKey = QStringLiteral("made_at");
const QString FactsKey = QStringLiteral("facts_as_of");
const QString VerbKey = QStringLiteral("verb");
const QString LowestKey = QStringLiteral("lowest_tier");
const QString LeastUndoWindowKey = QStringLiteral("least_grace_seconds");
const QString LargestKey = QStringLiteral("largest_before");
const QString ReasonKey = QStringLiteral("given_reason");
const QString ItemsKey = QStringLiteral("items");
const QString AccountKey = QStringLiteral("account");
const QString ClusterKeyKey = QStringLiteral("cluster");
const QString FlagsKey = QStringLiteral("flags");
const QString FreshKey = QStringLiteral("fresh");
const QString DaysUnusedKey = QStringLiteral("days_unused"); // since December 2026, when known
const QString HashKey = QStringLiteral("hash");
const QString ApprovalKey = QStringLiteral("approval_code");
const QString ValidKey = QStringLiteral("valid_until");
const QString AccountNameKey = QStringLiteral("account_name");
const QString ZoneKey = QStringLiteral("zone");

QJsonArray flagWords(RiskFlags flags)
{
    QJsonArray words;
    for (const auto &[flag, word] : Flags) {
        if (flags.testFlag(flag))
            words.append(QLatin1String(word));
    }
    return words;
}

std::optional<RiskFlags> flagsFrom(const QJsonValue &value)
{
    RiskFlags flags;
    if (!value.isArray())
        return std::nullopt;
    for (const QJsonValue each : value.toArray()) {
        const auto flag = valueIn(Flags, each.toString());
        if (!flag)
            return std::nullopt;
        flags |= *flag;
    }
    return flags;
}

QJsonObject itemObject(const PlanItem &item, const AccountLabel &label)
{
    const QByteArray cluster = journalcodec::clusterText(item.cluster.record).toUtf8();
    QJsonObject object{{AccountKey, item.cluster.account},
                       {AccountNameKey, label.name},
                       {ZoneKey, label.zone},
                       {ClusterKeyKey, QJsonDocument::fromJson(cluster).object()},
                       {FlagsKey, flagWords(item.flags)},
                       {FreshKey, item.fresh}};
    if (item.daysUnused)
        object.insert(DaysUnusedKey, *item.daysUnused);
    return object;
}

AccountLabel labelFrom(const QJsonObject &item)
{
    AccountLabel label;
    label.name = item.value(AccountNameKey).toString();
    label.zone = item.value(ZoneKey).toString();
    return label;
}

QJsonObject checkObject(const AccountCheck &check)
{
    QJsonObject object{{AccountKey, check.account},
                       {QStringLiteral("calls_needed"), check.callsNeeded}};
    if (check.callsLeft)
        object.insert(QStringLiteral("calls_left"), *check.callsLeft);
    if (check.serverAhead)
        object.insert(QStringLiteral("server_ahead_ms"), qint64(check.serverAhead->count()));
    return object;
}

std::optional<PlanItem> itemFrom(const QJsonObject &object)
{
    const QJsonValue cluster = object.value(ClusterKeyKey);
    const auto flags = flagsFrom(object.value(FlagsKey));
    const QString account = object.value(AccountKey).toString();
    const QJsonValue days = object.value(DaysUnusedKey);
    if (!cluster.isObject() || !flags || account.isEmpty() || !object.value(FreshKey).isBool() ||
        (!days.isUndefined() && days.toInt(-1) < 0))
        return std::nullopt;
    const QByteArray text = QJsonDocument(cluster.toObject()).toJson(QJsonDocument::Compact);
    PlanItem item{{account, journalcodec::clusterFrom(QString::fromUtf8(text))},
                  object.value(FreshKey).toBool(),
                  *flags,
                  false,
                  {}};
    if (!days.isUndefined())
        item.daysUnused = days.toInt();
    return item.cluster.record.id.isEmpty() ? std::nullopt : std::optional(item);
}

/// The members that follow from a plan's facts, from the time it was made, and from its format.
QJsonObject consequences(const Plan &plan, const QDateTime &madeAt, int format,
                         std::chrono::seconds life)
{
    const ConfirmationLevel confirmationLevel = plan.confirmationLevel();
    return {{FormatKey, format},
            {MadeKey, journalcodec::timeText(madeAt)},
            {ValidKey, journalcodec::timeText(madeAt.addSecs(life.count()))},
            {QStringLiteral("tier"), confirmationLevel.tier},
            {QStringLiteral("asks_for_count"), confirmationLevel.typed},
            {QStringLiteral("asks_whether_data_is_saved"), confirmationLevel.tick},
            {QStringLiteral("grace_seconds"), qint64(confirmationLevel.undoWindow.count())}};
}

QString hashOf(QJsonObject object)
{
    object.remove(HashKey);
    object.remove(ApprovalKey);
    const QByteArray canonical = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(
        QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

/// The first member that does not match the facts; empty when all match.
QString contradiction(const QJsonObject &object, const WrittenPlan &written)
{
    const QJsonObject expected =
        consequences(written.plan, written.madeAt, object.value(FormatKey).toInt(), written.life);
    for (auto member = expected.begin(); member != expected.end(); ++member) {
        if (object.value(member.key()) != member.value())
            return member.key();
    }
    // If nothing was read, no fact may be marked as fresh.
    const bool fresh = std::ranges::any_of(written.plan.items, &PlanItem::fresh);
    const qint64 age = written.plan.factsAsOf.secsTo(written.madeAt);
    const auto oldest = written.needsApproval() ? OldestFactsToApprove : OldestFacts;
    const bool fits = written.plan.factsAsOf.isValid() ? std::abs(age) <= oldest.count() : !fresh;
    return fits ? QString() : FactsKey;
}

tl::unexpected<PlanProblem> damaged(const QString &part)
{
    return tl::unexpected(PlanProblem{PlanProblem::Kind::Damaged, part});
}

tl::unexpected<PlanProblem> problem(PlanProblem::Kind kind)
{
    return tl::unexpected(PlanProblem{kind, {}});
}

} // namespace

QByteArray planDocument(const Plan &plan, const QHash<QString, AccountLabel> &labels,
                        const QDateTime &madeAt, std::optional<Validity> validity)
{
    QJsonArray items;
    for (const PlanItem &item : plan.items)
        items.append(itemObject(item, labels.value(item.cluster.account)));
    QJsonArray excluded;
    for (const ExcludedItem &item : plan.excluded) {
        excluded.append(QJsonObject{{AccountKey, item.key.account},
                                    {QStringLiteral("cluster_id"), item.key.id},
                                    {QStringLiteral("cluster_name"), item.name},
                                    {QStringLiteral("status"), item.status},
                                    {QStringLiteral("reason"), wordIn(Exclusions, item.reason)}});
    }
    QJsonArray checks;
    for (const AccountCheck &check : plan.checks)
        checks.append(checkObject(check));
    QJsonObject object = validity
                             ? consequences(plan, madeAt, ApprovedFormat, *validity)
                             : consequences(plan, madeAt, Format, std::chrono::seconds(PlanLife));
    object.insert(FactsKey, journalcodec::timeText(plan.factsAsOf));
    object.insert(VerbKey, wordOf(plan.verb));
    object.insert(LowestKey, plan.safety.lowestTier);
    object.insert(LeastUndoWindowKey, qint64(plan.safety.leastUndoWindow.count()));
    if (plan.largestBefore)
        object.insert(LargestKey, *plan.largestBefore);
    if (!plan.givenReason.isEmpty())
        object.insert(ReasonKey, plan.givenReason);
    object.insert(ItemsKey, items);
    object.insert(QStringLiteral("left_out"), excluded);
    object.insert(QStringLiteral("accounts"), checks);
    const QString hash = hashOf(object);
    object.insert(HashKey, hash);
    if (validity)
        object.insert(ApprovalKey, approvalCode(hash));
    return jsonText(object, DataKind::Real);
}

QString planHash(const QByteArray &document)
{
    const QJsonObject object = QJsonDocument::fromJson(document).object();
    return object.isEmpty() ? QString() : hashOf(object);
}

namespace
{

QString hashDigits(const QString &given)
{
    const QString digits = given.trimmed().toLower();
    return digits.startsWith(u"sha256:") ? digits.sliced(7) : digits;
}

} // namespace

bool isHash(const QString &given)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(QStringLiteral("[0-9a-f]{16,64}")));
    return form.match(hashDigits(given)).hasMatch();
}

bool isHashOf(const QString &given, const QString &hash)
{
    return isHash(given) && hash.startsWith(hashDigits(given));
}

namespace
{

/// Crockford's Base32: without U and the letters that look like digits.
constexpr QLatin1String CodeLetters{"0123456789ABCDEFGHJKMNPQRSTVWXYZ"};
constexpr qsizetype CodeLength = 16;
constexpr qsizetype CodeGroup = 4;

} // namespace

QString approvalCode(const QString &hash)
{
    const QByteArray bytes = QByteArray::fromHex(hash.toLatin1());
    QString code;
    for (int bit = 0; bit < int(CodeLength) * 5; bit += 5) {
        // Five bits lie in one byte or in two.
        const auto two = uint(uchar(bytes.at(bit / 8))) << 8U |
                         (bit / 8 + 1 < bytes.size() ? uint(uchar(bytes.at(bit / 8 + 1))) : 0U);
        if (bit > 0 && bit % (int(CodeGroup) * 5) == 0)
            code += u'-';
        code += CodeLetters.at(two >> uint(11 - bit % 8) & 31U);
    }
    return code;
}

QString approvalCodeFrom(const QString &given)
{
    QString letters;
    for (QChar letter : given.toUpper()) {
        if (letter == u'-' || letter.isSpace())
            continue;
        if (letter == u'O')
            letter = u'0';
        else if (letter == u'I' || letter == u'L')
            letter = u'1';
        if (!QString(CodeLetters).contains(letter))
            return {};
        letters += letter;
    }
    if (letters.size() != CodeLength)
        return {};
    for (qsizetype at = CodeLength - CodeGroup; at > 0; at -= CodeGroup)
        letters.insert(at, u'-');
    return letters;
}

std::optional<Validity> validityFrom(const QString &given)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(QStringLiteral("([0-9]{1,3})([dh])")));
    const auto match = form.match(given.trimmed());
    if (!match.hasMatch())
        return {};
    const Validity validity(match.captured(1).toInt() * (match.captured(2) == u"d" ? 24 : 1));
    return validity.count() > 0 && validity <= LongestValidity ? std::optional(validity)
                                                               : std::nullopt;
}

bool WrittenPlan::isOver(const QDateTime &now) const
{
    // One minute in the future is allowed: the clock may have been set since.
    return now > madeAt.addSecs(life.count()) || now < madeAt.addSecs(-60);
}

tl::expected<WrittenPlan, PlanProblem> planFrom(const QByteArray &document)
{
    using Kind = PlanProblem::Kind;
    const QJsonObject object = QJsonDocument::fromJson(document).object(); // empty after an error
    if (!object.contains(FormatKey))
        return problem(Kind::NotAPlan);
    const int format = object.value(FormatKey).toInt();
    if (format != Format && format != ApprovedFormat)
        return problem(Kind::OtherVersion);
    if (object.value(HashKey).toString() != hashOf(object))
        return problem(Kind::Changed);
    WrittenPlan written;
    written.hash = hashOf(object);
    const QJsonValue code = object.value(ApprovalKey);
    if (format == ApprovedFormat ? code != approvalCode(written.hash) : !code.isUndefined())
        return problem(Kind::Changed);
    const auto verb = verbFrom(object.value(VerbKey).toString());
    written.madeAt = journalcodec::timeFrom(object.value(MadeKey).toString());
    written.plan.factsAsOf = journalcodec::timeFrom(object.value(FactsKey).toString());
    if (!verb)
        return damaged(VerbKey);
    if (!written.madeAt.isValid())
        return damaged(MadeKey);
    written.plan.verb = *verb;
    written.plan.approval.validUntil =
        written.madeAt.addSecs(std::chrono::seconds(PlanLife).count());
    if (format == ApprovedFormat) {
        const QDateTime until = journalcodec::timeFrom(object.value(ValidKey).toString());
        written.life = std::chrono::seconds(written.madeAt.secsTo(until));
        if (!until.isValid() || written.life < Validity(1) || written.life > LongestValidity)
            return damaged(ValidKey);
        written.plan.approval = {code.toString(), written.madeAt, until};
    }
    written.plan.safety.lowestTier = qBound(0, object.value(LowestKey).toInt(), 3);
    written.plan.safety.leastUndoWindow = std::chrono::seconds(
        qBound(0, object.value(LeastUndoWindowKey).toInt(), int(LongestUndoWindow.count())));
    if (object.contains(LargestKey)) // not a number: 0, so any batch is larger
        written.plan.largestBefore = object.value(LargestKey).toInt();
    const QJsonValue reason = object.value(ReasonKey);
    written.plan.givenReason = reason.toString();
    if (!(reason.isUndefined() || reason.isString()) || !written.plan.hasValidReason())
        return damaged(ReasonKey);
    QSet<ClusterKey> seen;
    for (const QJsonValue value : object.value(ItemsKey).toArray()) {
        const auto item = itemFrom(value.toObject());
        const QString part =
            QStringLiteral("%1 %2").arg(ItemsKey).arg(written.plan.items.size() + 1);
        if (!item || seen.contains(item->cluster.key()))
            return damaged(part);
        seen.insert(item->cluster.key());
        written.plan.items.append(*item);
        const AccountLabel label = labelFrom(value.toObject());
        if (written.labels.value(item->cluster.account, label) != label)
            return damaged(part); // two names or zones for one account
        written.labels.insert(item->cluster.account, label);
    }
    if (written.plan.items.isEmpty())
        return problem(Kind::Empty);
    if (const QString member = contradiction(object, written); !member.isEmpty())
        return damaged(member);
    return written;
}

namespace
{

IdListProblem::Kind kindOf(ListTextProblem problem)
{
    switch (problem) {
    case ListTextProblem::Binary:
        return IdListProblem::Kind::Binary;
    case ListTextProblem::Encoding:
        return IdListProblem::Kind::Encoding;
    }
    Q_UNREACHABLE();
}

/// Why a line is not accepted as IDs.
std::optional<IdListProblem> problemOf(const ListLine &line, bool table)
{
    const QStringList cells = table ? QStringList{line.text} : cutAnywhere(line.whole);
    const bool ids = std::all_of(cells.begin(), cells.end(),
                                 [](const QString &cell) { return cell.isEmpty() || idOf(cell); });
    if (ids && line.doubt == ListDoubt::None)
        return {};
    const bool mayLeaveOut =
        line.because > 0 || (line.doubt != ListDoubt::None && !idsWithin(line.whole).isEmpty());
    return IdListProblem{mayLeaveOut ? IdListProblem::Kind::MayLeaveOut
                                     : IdListProblem::Kind::NotAnId,
                         line.line, line.because, line.whole};
}

} // namespace

tl::expected<QStringList, IdListProblem> idsFrom(const QByteArray &bytes)
{
    using Result = ListLine::Result;
    const auto text = listText(bytes);
    if (!text)
        return tl::unexpected(IdListProblem{kindOf(text.error()), 0, 0, {}});
    // The clusters are not known yet: IDs are recognized by their form.
    const ListIndex noClusters;
    ListMatcher matcher(noClusters, text->text);
    while (!matcher.advance(std::numeric_limits<int>::max() / 16)) {
    }
    QStringList ids;
    for (const ListLine &line : matcher.lines()) {
        if (line.result == Result::Blank || line.result == Result::Header ||
            line.result == Result::Comment)
            continue;
        if (const auto problem = problemOf(line, matcher.isTable()))
            return tl::unexpected(*problem);
        const QString id = idOf(line.text).value_or(QString());
        if (!line.again && !id.isEmpty())
            ids.append(id);
    }
    if (ids.isEmpty())
        return tl::unexpected(IdListProblem{IdListProblem::Kind::Empty, 0, 0, {}});
    return ids;
}

} // namespace clusterdeck
