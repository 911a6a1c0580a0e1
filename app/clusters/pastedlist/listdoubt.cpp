// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/pastedlist/listdoubt.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Words that mean that something is kept or left out. "*" stands for any ending.
const QStringList KeepingWords{
    // English
    "keep*", "kept", "retain*", "preserv*", "leave*", "leaving", "left", "skip", "skips", "skipped",
    "skipping", "exclud*", "exclusion*", "except*", "spare*", "sparing", "protect*", "ignor*",
    "omit*", "in use", "used by", "being used", "needed", "needs", "required", "reserved", "stay*",
    "remain*", "hands off", "donot*", "on hold", "still", "used", "using", "occupied", "exempt*",
    "lock", "locked", "freeze", "frozen", "whitelist*", "allowlist*", "safelist*",
    // German
    "behalten*", "behalte", "behalt", "beibehalten", "außer", "ausser", "ausgenommen*", "ausnahme*",
    "ausnehmen", "bleiben*", "bleibt", "belassen", "verschonen", "überspringen", "auslassen",
    "ausschließen", "benötigt*", "gebraucht", "in benutzung", "in gebrauch", "schützen",
    "geschützt",
    // French, Spanish, Italian
    "garder", "gardez", "garde", "conserver", "conservez", "conservar", "mantener", "sauf",
    "excepté", "hormis", "salvo", "excepto", "tranne", "mantenere",
    // Russian
    "кроме", "оставить", "сохранить"};

/// Words that negate or limit a request in the same line.
const QStringList LimitingWords{
    // English
    "not", "no", "never", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "couldnt",
    "wouldnt", "neednt", "hasnt", "havent", "none", "nor", "neither", "cannot", "dont", "cant",
    "wont", "shouldnt", "mustnt", "without", "but", "however", "unless", "until", "till", "instead",
    "rather than", "other than", "apart from", "aside from", "besides", "avoid*", "refrain*",
    "hold", "wait*", "postpone*", "later", "cancel*", "reject*", "denied", "deny", "veto*",
    "withdrawn", "revoke*", "undo", "restore*", "need", "when", "once", "after", "before", "save*",
    "careful*", "yet", "reference only", "wrong*", "maybe", "perhaps", "possibly", "probably",
    "unsure", "uncertain", "unclear", "tbd", "tbc", "pending", "doubt*", "nope", "ask", "mistake*",
    "save", "only if", "if",
    // German
    "nicht", "nichts", "kein", "keine*", "nie", "niemals", "ohne", "noch", "aber", "sondern",
    "lassen", "lasst", "lass", "wenn", "falls", "sobald", "bis auf", "statt", "warten", "erst",
    "aufheben", "erhalten", "nein", "vielleicht", "eventuell", "unklar", "zurückstellen", "später",
    // French, Spanish, Italian
    "pas", "jamais", "sans", "laisser", "laissez", "mais", "ne", "sin", "nunca", "pero", "menos",
    "non", "ma", "senza",
    // Russian
    "не", "нет"};

/// The same in languages without spaces between words.
const QStringList KeepingSigns{
    "保留", "留着", "留下", "留用", "不要删", "不要刪", "别删", "別刪", "勿删", "勿刪", "不删",
    "不刪", "不能删", "不能刪", "不可删", "不可刪", "禁止删", "禁止刪", "请勿", "請勿", "跳过",
    "跳過", "排除", "剔除", "除外", "除了", "以外", "之外", "在用", "使用中", "占用", "不动",
    "不動", "别动", "別動", "勿动", "需要", "白名单", "唯独", "保护", "保護", "忽略",
    // Japanese, Korean
    "残す", "残して", "除く", "除いて", "削除しない", "제외", "유지"};
const QStringList LimitingSigns{
    "不",     "别",   "別",   "勿",   "未",       "没",       "沒",   "莫",   "非",
    "仍",     "还",   "還",   "留",   "免",       "但",       "然而", "暂",   "暫",
    "缓",     "緩",   "稍后", "稍後", "等",       "取消",     "撤销", "撤銷", "恢复",
    "恢復",   "拒绝", "拒絕", "禁",   "慎",       "除非",     "可能", "也许", "待定",
    "待确认", "吗",   "正在", "ない", "しないで", "いません", "말"};

const QStringList RequestWords{
    "delet*",     "remov*",   "terminat*", "destroy*", "drop*",     "kill*",      "clean*",
    "eras*",      "purg*",    "stop*",     "start*",   "shut down", "tear down",  "decommission*",
    "get rid of", "retire*",  "löschen*",  "lösche",   "gelöscht",  "entfernen*", "stoppen",
    "beenden",    "supprim*", "borrar",    "eliminar", "eliminare", "удалить",    "удалять"};
const QStringList RequestSigns{"删", "刪",   "清理", "释放", "釋放", "销毁", "銷毀", "移除",
                               "停", "关机", "關機", "关闭", "關閉", "启动", "啟動", "삭제"};

QRegularExpression compiled(const QString &pattern)
{
    QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

QString alternatives(const QStringList &signs)
{
    QStringList parts;
    for (const QString &sign : signs)
        parts.append(QRegularExpression::escape(sign));
    return parts.join(u'|');
}

/// The words of a line, with a space before and after each. A word consists only of letters:
/// do_not-delete2 has three words. An apostrophe within a word is removed: dont.
QString wordsOf(const QString &line)
{
    static const QString Apostrophes = QStringLiteral("'’‘`´ʼ");
    QString words(1, u' ');
    words.reserve(line.size() + 2);
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar unit = line.at(at);
        if (unit.isLetter() || unit.isMark())
            words += unit;
        else if (words.back() != u' ' && !(Apostrophes.contains(unit) && at + 1 < line.size() &&
                                           line.at(at + 1).isLetter()))
            words += u' ';
    }
    if (words.back() != u' ')
        words += u' ';
    return words;
}

/// Words, beginnings of words ("keep*"), phrases, and words of languages without spaces (signs).
class Vocabulary
{
public:
    Vocabulary(const QStringList &words, const QStringList &signs)
    {
        for (const QString &word : words) {
            if (word.contains(u' '))
                m_phrases.append(u' ' + word + u' ');
            else if (word.endsWith(u'*'))
                m_stems.insert(word.chopped(1));
            else
                m_words.insert(word);
        }
        for (const QString &stem : std::as_const(m_stems))
            m_shortest = qMin(m_shortest, stem.size());
        if (!signs.isEmpty())
            m_signs = compiled(alternatives(signs));
    }

    /// `words`: from wordsOf().
    [[nodiscard]] bool isIn(const QString &words, bool ascii) const
    {
        for (qsizetype begin = 1; begin < words.size();) {
            const qsizetype end = words.indexOf(u' ', begin);
            const QString word = words.mid(begin, end - begin);
            begin = end + 1;
            if (m_words.contains(word))
                return true;
            for (qsizetype size = m_shortest; size <= word.size(); ++size) {
                if (m_stems.contains(word.left(size)))
                    return true;
            }
        }
        const auto holds = [&words](const QString &phrase) { return words.contains(phrase); };
        return std::any_of(m_phrases.begin(), m_phrases.end(), holds) ||
               (!ascii && !m_signs.pattern().isEmpty() && m_signs.match(words).hasMatch());
    }

private:
    QSet<QString> m_words;
    QSet<QString> m_stems;
    QStringList m_phrases;
    QRegularExpression m_signs;
    qsizetype m_shortest = 1000;
};

bool isAscii(const QString &line)
{
    return std::all_of(line.begin(), line.end(), [](QChar unit) { return unit.unicode() < 0x80; });
}

/// The meaning of the words of a line.
struct Said {
    bool keeps = false;  ///< a keeping word
    bool limits = false; ///< a limiting word
    bool asks = false;   ///< a word for an operation

    [[nodiscard]] bool doubtful() const { return keeps || limits; }
    /// A keeping word, or a negated request.
    [[nodiscard]] bool keepsPlainly() const { return keeps || (limits && asks); }
};

Said saidBy(const QString &text)
{
    static const Vocabulary Keeping(KeepingWords, KeepingSigns);
    static const Vocabulary Limiting(LimitingWords, LimitingSigns);
    static const Vocabulary Request(RequestWords, RequestSigns);
    static const QRegularExpression AllBut = compiled(QStringLiteral("除.{0,40}外"));
    const bool ascii = isAscii(text);
    const QString words = wordsOf(text);
    if (!ascii && AllBut.match(words).hasMatch())
        return {true, true, true};
    return {Keeping.isIn(words, ascii), Limiting.isIn(words, ascii), Request.isIn(words, ascii)};
}

/// Removes ids, which may contain words: ehpc-not.
QString withoutIds(QString line)
{
    static const QRegularExpression Id =
        compiled(QStringLiteral("(?<![\\p{L}\\p{N}_-])e?hpc-[a-z0-9]+(?![\\p{L}\\p{N}_-])"));
    return line.contains(QLatin1String("hpc-")) ? line.replace(Id, QStringLiteral(" ")) : line;
}

/// Removes addresses, "No. 7", words with 别 that do not negate, and phrases such as "no longer
/// used", which neither request nor keep anything. "Not needed" stays if the line is about the
/// deletion, which may be what is not needed.
QString withoutOther(QString line)
{
    static const QRegularExpression Other =
        compiled(QStringLiteral("[a-z]+://[^ ]+|(?<!\\p{L})no\\. ?\\d+|"
                                "分别|分別|级别|級別|类别|類別|区别|區別|别名|別名"));
    static const QRegularExpression Use = compiled(QStringLiteral(
        "(?<!\\p{L})(?:(?:not|no longer|never|nobody|no ?one)(?: is| are)?(?: being)? "
        "(?:used|in use|uses? (?:it|them|these|this))|nicht (?:mehr )?(?:in benutzung|in gebrauch|"
        "benutzt|genutzt|verwendet))(?: any ?more| any longer)?(?!\\p{L})(?! "
        "(?:to|for|by)(?!\\p{L}))"
        "|(?:不再|没有?人|沒有?人|无人|無人|未被?)(?:在)?(?:使用|用)(?!删|刪|中)|不用了"));
    static const QRegularExpression Need = compiled(
        QStringLiteral("(?<!\\p{L})(?:no longer (?:needed|required)|"
                       // Nothing else may follow: "no longer need this clean-up".
                       "no longer needs?(?= *(?:(?:(?:it|them|the|these|those|this|that)"
                       "(?: following| above)?(?: clusters?)?)? *(?:$|[.,;:!])))|"
                       "(?:not|n['’]t) (?:needed|required) "
                       "any ?(?:more|longer)|nicht mehr (?:benötigt|gebraucht))(?!\\p{L})(?! "
                       "(?:to|for)(?!\\p{L}))"));
    static const Vocabulary Deletion({"deletion*", "deleting", "removal*", "removing",
                                      "termination*", "terminating", "shutdown*", "stopping",
                                      "löschung*", "to"},
                                     {});
    line.replace(Other, QStringLiteral(" "));
    line.replace(Use, QStringLiteral(" "));
    return Deletion.isIn(wordsOf(line), true) ? line : line.replace(Need, QStringLiteral(" "));
}

Said saidIn(const QString &line)
{
    const QString text = withoutIds(line);
    Said said = saidBy(text);
    const bool asked = text.contains(u'?');
    if (!said.doubtful() && !asked)
        return said;
    const QString rest = withoutOther(text);
    said = saidBy(rest);
    // A question is not a request, unless it is a polite one about the clusters and nothing else:
    // "could you please delete these?", not "could you stop deleting these?"
    static const QRegularExpression Polite = compiled(QStringLiteral(
        "(?<!\\p{L})(?:could you(?: please| kindly)?|(?:can|would) you please) delete "
        "*(?:(?:it|them|the|these|those|this|that)?(?: following| above)?"
        "(?: clusters?)?)? *\\?$"));
    const QString questions = rest.trimmed().remove(Polite);
    said.limits = said.limits || questions.contains(u'?');
    return said;
}

/// Whether a line has any of these characters: a fast check before a regular expression.
bool holdsAny(const QString &line, const QString &units)
{
    return std::any_of(line.begin(), line.end(), [&](QChar unit) { return units.contains(unit); });
}

bool isStruckInside(const QString &line)
{
    // Struck through in Textile and Jira: -ehpc-1-; in Slack: ~ehpc-1~.
    static const QRegularExpression Struck = compiled(
        QStringLiteral("~[^~]+~|<(?:del|s|strike)\\b|\\[(?:s|del|strike)\\]|line-through|"
                       "(?<![^ (\\[])-e?hpc-[a-z0-9]+-(?![^ .,;:)\\]])|[\\x{0334}-\\x{0338}]"));
    static const QString Signs = QStringLiteral("~<[-");
    return (holdsAny(line, Signs) || !isAscii(line)) && Struck.match(line).hasMatch();
}

bool isQuoted(const QString &line)
{
    return line.startsWith(u'>') || line.startsWith(u'|') || line.startsWith(u'»') ||
           line.startsWith(QLatin1String("&gt;"));
}

bool isMarked(const QString &line)
{
    static const QRegularExpression Mark = compiled(QStringLiteral(
        "\\[ ?[x*✓✔✗✘-]? ?\\](?!\\()|^\\W*\\( ?[x ]? "
        "?\\)|[☐☑☒✅✓✔☓✕✖✗✘❌❎⬜⬛🔲🔳🚫⛔🛑🔒✋⚠❗]|"
        "(?<![\\p{L}\\p{N}])[!¬≠^] ?e?hpc-|^[-+]e?hpc-"));
    static const QString Signs = QStringLiteral("[(!^-");
    return (holdsAny(line, Signs) || !isAscii(line)) && Mark.match(line).hasMatch();
}

/// Whether an id comes after the beginning of a comment.
bool isCommentedInside(const QString &line)
{
    static const QRegularExpression Comment = compiled(QStringLiteral(
        "(?:(?:^| )(?:#(?!\\d)|//)|^(?:--(?!-)|;|%|rem ) ?).*(?<!\\p{L})e?hpc-|/\\*|<!--"));
    static const QString Signs = QStringLiteral("#/<;%-r");
    return holdsAny(line, Signs) && Comment.match(line).hasMatch();
}

/// The text before a colon: "delete" for "delete: ehpc-1"; empty without a colon.
QString labelOf(const QString &line)
{
    const qsizetype colon = line.indexOf(u':');
    return colon < 0 || line.mid(colon).startsWith(QLatin1String("://")) ? QString()
                                                                         : line.left(colon);
}

} // namespace

bool holdsKeepingWord(const QString &line)
{
    return saidIn(line).doubtful();
}

ListDoubt doubtIn(const QString &line)
{
    if (isQuoted(line))
        return ListDoubt::Quoted;
    if (isStruckInside(line))
        return ListDoubt::Struck;
    if (isCommentedInside(line))
        return ListDoubt::Commented;
    if (holdsKeepingWord(line))
        return ListDoubt::Words;
    return isMarked(line) ? ListDoubt::Marked : ListDoubt::None;
}

ListRole roleOf(const QString &line, bool namesClusters)
{
    if (isQuoted(line) || (namesClusters && isListComment(line)))
        return ListRole::Neither;
    // A single word with hyphens, dots or underscores may be a name that was not found.
    static const QRegularExpression Name =
        compiled(QStringLiteral("^[\\p{L}\\p{N}]+(?:[-_.][\\p{L}\\p{N}]+)+$"));
    static const Vocabulary Above(
        {"above", "these", "those", "them", "preceding", "previous", "oben", "obige*", "diese*"},
        {"以上", "上述", "上面", "这些", "這些", "前面"});
    const QString label = labelOf(line);
    const Said labelSaid = label.isEmpty() ? Said() : saidIn(label);
    if (namesClusters) {
        if (labelSaid.doubtful())
            return ListRole::Keeps;
        return labelSaid.asks ? ListRole::AsksFor : ListRole::Neither;
    }
    const Said said = saidIn(line);
    if (said.keepsPlainly() || (!label.isEmpty() && said.limits)) {
        if (line.endsWith(u':'))
            return ListRole::Keeps;
        return Above.isIn(wordsOf(line), false) ? ListRole::KeepsAbove : ListRole::KeepsAround;
    }
    return said.asks && !Name.match(line).hasMatch() ? ListRole::AsksFor : ListRole::Neither;
}

ListMarkup markupBehind(const QString &line, ListMarkup before)
{
    static const QRegularExpression Sign =
        compiled(QStringLiteral("(?<!~)~~(?!~)|<(/?)(?:del|s|strike)\\b[^>]*>|\\[(/"
                                "?)(?:s|del|strike)\\]|(/\\*|<!--)|(\\*/|-->)"));
    static const QRegularExpression OldMail = compiled(QStringLiteral(
        "^-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|原始邮件|原始郵件|"
        "转发邮件|轉寄郵件)|^(?:begin forwarded message|以下是转发)|^on .* wrote:$|^am .* schrieb"
        ".*:$|写道:$|寫道:$"));
    ListMarkup after = before;
    if (line.isEmpty())
        after.struckByTildes = false;
    static const QString Signs = QStringLiteral("~<[*>");
    if (holdsAny(line, Signs)) {
        auto signs = Sign.globalMatch(line);
        while (signs.hasNext()) {
            const QRegularExpressionMatch sign = signs.next();
            const QString text = sign.captured();
            if (text == u"~~")
                after.struckByTildes = !after.struckByTildes;
            else if (!sign.captured(3).isEmpty())
                after.comment = true;
            else if (!sign.captured(4).isEmpty())
                after.comment = false;
            else
                after.struckByTag = sign.captured(1).isEmpty() && sign.captured(2).isEmpty();
        }
    }
    const bool maybeMail = line.startsWith(u'-') || line.startsWith(u'b') ||
                           line.startsWith(u'以') || line.endsWith(u':');
    after.oldMail = after.oldMail || (maybeMail && OldMail.match(line).hasMatch());
    return after;
}

ListDoubt doubtOf(const ListMarkup &markup)
{
    if (markup.comment)
        return ListDoubt::Commented;
    if (markup.struckByTildes || markup.struckByTag)
        return ListDoubt::Struck;
    return markup.oldMail ? ListDoubt::Quoted : ListDoubt::None;
}

bool goesOn(const QString &line)
{
    static const QString Marks = QStringLiteral(",，、&+\\/和与與及或跟");
    static const QSet<QString> Words{"and", "or", "nor", "und", "oder", "et", "ou", "y", "o"};
    return !line.isEmpty() &&
           (Marks.contains(line.back()) || Words.contains(line.section(u' ', -1)));
}

ListTitle titleOf(const QString &title)
{
    static const Vocabulary Decision({"action", "decision", "decide*", "approv*", "todo", "to do",
                                      "verdict", "confirm*", "delet*", "remov*", "ok", "terminat*",
                                      "aktion", "entscheidung", "freigabe", "löschen"},
                                     {"操作", "删", "刪", "处理", "處理", "决定", "決定", "是否",
                                      "审批", "審批", "批准", "确认", "確認"});
    // A time or a person.
    static const Vocabulary Fact({"at", "on", "by", "date", "time", "am", "von"},
                                 {"时间", "時間", "日期", "人"});
    const Said said = saidIn(title);
    if (said.keepsPlainly() && !said.asks)
        return ListTitle::Keeps;
    const QString words = wordsOf(title);
    const bool decides = title.endsWith(u'?') || Decision.isIn(words, false);
    return decides && !Fact.isIn(words, false) ? ListTitle::Decides : ListTitle::Fact;
}

bool isYes(const QString &cell)
{
    static const QRegularExpression Yes =
        compiled(QStringLiteral("^(?:y|yes|true|1|x|ok|okay|approved?|confirmed?|ja|j|oui|sí|si|是|"
                                "是的|对|同意|批准|确认|√|✓|✔"
                                "|☑|✅)$"));
    const Said said = saidIn(cell);
    return Yes.match(cell).hasMatch() || (said.asks && !said.doubtful());
}

bool isNo(const QString &cell)
{
    static const QRegularExpression No =
        compiled(QStringLiteral("^(?:|n|no|not|false|0|nein|non|-|否|不|不是|×|✗|✘)$"));
    return No.match(cell).hasMatch();
}

bool isListComment(const QString &line)
{
    return line.startsWith(u'#') || line.startsWith(QLatin1String("//"));
}

} // namespace clusterdeck
