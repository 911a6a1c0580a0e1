<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>clusterdeck::AccountText</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved account(s) could not be understood and were left as they are: see %1.</source>
        <translation>
            <numerusform>%n saved account could not be understood and was left as it is: see %1.</numerusform>
            <numerusform>%n saved accounts could not be understood and were left as they are: see %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ActivityPane</name>
    <message numerus="yes">
        <source>Spare %n selected</source>
        <translation>
            <numerusform>Spare %n selected</numerusform>
            <numerusform>Spare %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>Retry %n failed</numerusform>
            <numerusform>Retry %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::BatchBar</name>
    <message numerus="yes">
        <source>Spare %n selected</source>
        <translation>
            <numerusform>Spare %n selected</numerusform>
            <numerusform>Spare %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>Retry %n failed</numerusform>
            <numerusform>Retry %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::CleanUpPage</name>
    <message numerus="yes">
        <source>None of the %n selected can be deleted as it stands.</source>
        <translation>
            <numerusform>None of the %n selected can be deleted as it stands.</numerusform>
            <numerusform>None of the %n selected can be deleted as it stands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If the %n selected that can be deleted now were: %1 → %2.</source>
        <translation>
            <numerusform>If the %n selected that can be deleted now were: %1 → %2.</numerusform>
            <numerusform>If the %n selected that can be deleted now were: %1 → %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected cannot be deleted as they stand.</source>
        <translation>
            <numerusform>%n selected cannot be deleted as they stand.</numerusform>
            <numerusform>%n selected cannot be deleted as they stand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::CommandRun</name>
    <message numerus="yes">
        <source>This plan was made at %1 and holds for %n minute(s). Make a new one. Nothing was sent.</source>
        <translation>
            <numerusform>This plan was made at %1 and holds for %n minute. Make a new one. Nothing was sent.</numerusform>
            <numerusform>This plan was made at %1 and holds for %n minutes. Make a new one. Nothing was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::CommandText</name>
    <message numerus="yes">
        <source>%1: about %n call(s) of the %2 that are left this hour</source>
        <translation>
            <numerusform>%1: about %n call of the %2 that are left this hour</numerusform>
            <numerusform>%1: about %n calls of the %2 that are left this hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: about %n call(s)</source>
        <translation>
            <numerusform>%1: about %n call</numerusform>
            <numerusform>%1: about %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the answer to %n request(s).</source>
        <translation>
            <numerusform>Waiting for the answer to %n request.</numerusform>
            <numerusform>Waiting for the answer to %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n operation(s) to end. Ctrl+C ends this command alone.</source>
        <translation>
            <numerusform>Waiting for %n operation to end. Ctrl+C ends this command alone.</numerusform>
            <numerusform>Waiting for %n operations to end. Ctrl+C ends this command alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ConfirmDialog</name>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::FilterBar</name>
    <message numerus="yes">
        <source>%n picked</source>
        <translation>
            <numerusform>%n picked</numerusform>
            <numerusform>%n picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n day(s)</source>
        <translation>
            <numerusform>over %n day</numerusform>
            <numerusform>over %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::FilterText</name>
    <message numerus="yes">
        <source>Older than %n day(s)</source>
        <translation>
            <numerusform>Older than %n day</numerusform>
            <numerusform>Older than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected cluster(s) hidden by the filter: to be shown or dropped before anything begins.</source>
        <translation>
            <numerusform>%n selected cluster hidden by the filter: to be shown or dropped before anything begins.</numerusform>
            <numerusform>%n selected clusters hidden by the filter: to be shown or dropped before anything begins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only what was selected is shown: %n cluster(s).</source>
        <translation>
            <numerusform>Only what was selected is shown: %n cluster.</numerusform>
            <numerusform>Only what was selected is shown: %n clusters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Format</name>
    <message numerus="yes">
        <source>%1… (%Ln character(s))</source>
        <comment>the beginning of a long text</comment>
        <translation>
            <numerusform>%1… (%Ln character)</numerusform>
            <numerusform>%1… (%Ln characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Line</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n line(s) of the provider&apos;s log, as of %1</source>
        <translation>
            <numerusform>the only line of the provider&apos;s log, as of %1</numerusform>
            <numerusform>all %n lines of the provider&apos;s log, as of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n line(s) of %1 of the provider&apos;s log, back to %2, as of %3</source>
        <translation>
            <numerusform>the newest %n line of %1 of the provider&apos;s log, back to %2, as of %3</numerusform>
            <numerusform>the newest %n lines of %1 of the provider&apos;s log, back to %2, as of %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n line(s) of the provider&apos;s log, back to %1, as of %2</source>
        <translation>
            <numerusform>the newest %n line of the provider&apos;s log, back to %1, as of %2</numerusform>
            <numerusform>the newest %n lines of the provider&apos;s log, back to %1, as of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them unreadable</source>
        <translation>
            <numerusform>%1, %n of them unreadable</numerusform>
            <numerusform>%1, %n of them unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ListMatchModel</name>
    <message numerus="yes">
        <source>%Ln cluster(s), tick the ones you mean</source>
        <translation>
            <numerusform>%Ln cluster, tick it if you mean it</numerusform>
            <numerusform>%Ln clusters, tick the ones you mean</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::LocksDialog</name>
    <message numerus="yes">
        <source>A pattern is longer than %Ln characters.</source>
        <translation>
            <numerusform>A pattern is longer than %Ln character.</numerusform>
            <numerusform>A pattern is longer than %Ln characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pattern(s) lock none of the clusters shown now: %1.</source>
        <translation>
            <numerusform>%Ln pattern locks none of the clusters shown now: %1.</numerusform>
            <numerusform>%Ln patterns lock none of the clusters shown now: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) have a name that only looks locked, because it is written with other characters: %1. Lock them one by one, or rename them.</source>
        <translation>
            <numerusform>%Ln cluster has a name that only looks locked, because it is written with other characters: %1. Lock it by itself, or rename it.</numerusform>
            <numerusform>%Ln clusters have names that only look locked, because they are written with other characters: %1. Lock them one by one, or rename them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::News</name>
    <message numerus="yes">
        <source>%1: %n failed</source>
        <translation>
            <numerusform>%1: %n failed</numerusform>
            <numerusform>%1: %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Notice</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) dropped out: %1.</source>
        <translation>
            <numerusform>%n cluster dropped out: %1.</numerusform>
            <numerusform>%n clusters dropped out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never sent</source>
        <translation>
            <numerusform>%n never sent</numerusform>
            <numerusform>%n never sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being settled</source>
        <translation>
            <numerusform>%n being settled</numerusform>
            <numerusform>%n being settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still running</source>
        <translation>
            <numerusform>%n still running</numerusform>
            <numerusform>%n still running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal was damaged. It was kept as %1, and %n batch(es) were carried over.</source>
        <translation>
            <numerusform>The journal was damaged. It was kept as %1, and %n batch was carried over.</numerusform>
            <numerusform>The journal was damaged. It was kept as %1, and %n batches were carried over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) were recorded by another version of Clusterdeck, or the record is damaged: nothing is sent for them. Check these clusters in the provider&apos;s console.</source>
        <translation>
            <numerusform>%n operation was recorded by another version of Clusterdeck, or the record is damaged: nothing is sent for it. Check this cluster in the provider&apos;s console.</numerusform>
            <numerusform>%n operations were recorded by another version of Clusterdeck, or the record is damaged: nothing is sent for them. Check these clusters in the provider&apos;s console.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ParkDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) will be stopped and marked: %1.</source>
        <translation>
            <numerusform>%Ln cluster will be stopped and marked: %1.</numerusform>
            <numerusform>%Ln clusters will be stopped and marked: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) do not run and will only be marked: %1.</source>
        <translation>
            <numerusform>%Ln cluster does not run and will only be marked: %1.</numerusform>
            <numerusform>%Ln clusters do not run and will only be marked: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prepaid cluster(s) are left out, since stopping them saves nothing: %1.</source>
        <translation>
            <numerusform>%Ln prepaid cluster is left out, since stopping it saves nothing: %1.</numerusform>
            <numerusform>%Ln prepaid clusters are left out, since stopping them saves nothing: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) are left out, since something is under way on them: %1.</source>
        <translation>
            <numerusform>%Ln cluster is left out, since something is under way on it: %1.</numerusform>
            <numerusform>%Ln clusters are left out, since something is under way on them: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How %Ln cluster(s) of them are paid is not known: stopping may save nothing.</source>
        <translation>
            <numerusform>How %Ln cluster of them is paid is not known: stopping may save nothing.</numerusform>
            <numerusform>How %Ln clusters of them are paid is not known: stopping may save nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Park %Ln cluster(s)</source>
        <translation>
            <numerusform>Park %Ln cluster</numerusform>
            <numerusform>Park %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stop and park %Ln cluster(s)…</source>
        <translation>
            <numerusform>&amp;Stop and park %Ln cluster…</numerusform>
            <numerusform>&amp;Stop and park %Ln clusters…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Park %Ln cluster(s)</source>
        <translation>
            <numerusform>&amp;Park %Ln cluster</numerusform>
            <numerusform>&amp;Park %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another day for %Ln cluster(s)</source>
        <translation>
            <numerusform>Another day for %Ln cluster</numerusform>
            <numerusform>Another day for %Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Parked</name>
    <message numerus="yes">
        <source>%Ln parked cluster(s) are due to be deleted. Nothing happens until you confirm it.</source>
        <translation>
            <numerusform>%Ln parked cluster is due to be deleted. Nothing happens until you confirm it.</numerusform>
            <numerusform>%Ln parked clusters are due to be deleted. Nothing happens until you confirm it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) over</source>
        <translation>
            <numerusform>%Ln day over</numerusform>
            <numerusform>%Ln days over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ParkedWindow</name>
    <message numerus="yes">
        <source>%Ln cluster(s) parked, none of them due.</source>
        <translation>
            <numerusform>%Ln cluster parked, not due yet.</numerusform>
            <numerusform>%Ln clusters parked, none of them due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) parked.</source>
        <translation>
            <numerusform>%Ln cluster parked.</numerusform>
            <numerusform>%Ln clusters parked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln due.</source>
        <translation>
            <numerusform>%Ln due.</numerusform>
            <numerusform>%Ln due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) are parked no more, and stopped.</source>
        <translation>
            <numerusform>%Ln cluster is parked no more, and stopped.</numerusform>
            <numerusform>%Ln clusters are parked no more, and stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Pictures</name>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln node(s)</source>
        <translation>
            <numerusform>at least %Ln node</numerusform>
            <numerusform>at least %Ln nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanSheet</name>
    <message numerus="yes">
        <source>%1 in %2, with the last %n cluster(s) on it</source>
        <comment>mount point, account</comment>
        <translation>
            <numerusform>%1 in %2, with the last %n cluster on it</numerusform>
            <numerusform>%1 in %2, with the last %n clusters on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanText</name>
    <message numerus="yes">
        <source>This machine&apos;s clock is %n second(s) behind the cloud&apos;s: set it right, or requests are refused.</source>
        <translation>
            <numerusform>This machine&apos;s clock is %n second behind the cloud&apos;s: set it right, or requests are refused.</numerusform>
            <numerusform>This machine&apos;s clock is %n seconds behind the cloud&apos;s: set it right, or requests are refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This machine&apos;s clock is %n second(s) ahead of the cloud&apos;s: set it right, or requests are refused.</source>
        <translation>
            <numerusform>This machine&apos;s clock is %n second ahead of the cloud&apos;s: set it right, or requests are refused.</numerusform>
            <numerusform>This machine&apos;s clock is %n seconds ahead of the cloud&apos;s: set it right, or requests are refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) are left of this hour&apos;s quota, and this takes about %1: it may have to wait.</source>
        <translation>
            <numerusform>%n call is left of this hour&apos;s quota, and this takes about %1: it may have to wait.</numerusform>
            <numerusform>%n calls are left of this hour&apos;s quota, and this takes about %1: it may have to wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) marked “new” below.</source>
        <translation>
            <numerusform>%n cluster marked “new” below.</numerusform>
            <numerusform>%n clusters marked “new” below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) dropped out, see “left out”.</source>
        <translation>
            <numerusform>%n cluster dropped out, see “left out”.</numerusform>
            <numerusform>%n clusters dropped out, see “left out”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::QuitDialog</name>
    <message numerus="yes">
        <source>%n cluster(s) not at an end yet</source>
        <translation>
            <numerusform>%n cluster not at an end yet</numerusform>
            <numerusform>%n clusters not at an end yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet: cancelled when Clusterdeck quits.</source>
        <translation>
            <numerusform>%n not sent yet: cancelled when Clusterdeck quits.</numerusform>
            <numerusform>%n not sent yet: cancelled when Clusterdeck quits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way: the practice cloud ends together with Clusterdeck.</source>
        <translation>
            <numerusform>%n under way: the practice cloud ends together with Clusterdeck.</numerusform>
            <numerusform>%n under way: the practice cloud ends together with Clusterdeck.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way: goes on in the cloud, and is watched again at the next start.</source>
        <translation>
            <numerusform>%n under way: goes on in the cloud, and is watched again at the next start.</numerusform>
            <numerusform>%n under way: goes on in the cloud, and is watched again at the next start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::RenameDialog</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ReportText</name>
    <message numerus="yes">
        <source>Not yet: %n cluster(s) open</source>
        <translation>
            <numerusform>Not yet: %n cluster open</numerusform>
            <numerusform>Not yet: %n clusters open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cluster(s)</source>
        <translation>
            <numerusform>%1 of %n cluster</numerusform>
            <numerusform>%1 of %n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>absent from %n complete listing(s)</source>
        <translation>
            <numerusform>absent from %n complete listing</numerusform>
            <numerusform>absent from %n complete listings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read back as wanted %n time(s)</source>
        <translation>
            <numerusform>read back as wanted %n time</numerusform>
            <numerusform>read back as wanted %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gone from %n complete listing(s)</source>
        <translation>
            <numerusform>gone from %n complete listing</numerusform>
            <numerusform>gone from %n complete listings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>listed unchanged %n time(s)</source>
        <translation>
            <numerusform>listed unchanged %n time</numerusform>
            <numerusform>listed unchanged %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s), see the history.</source>
        <translation>
            <numerusform>… and %n more line, see the history.</numerusform>
            <numerusform>… and %n more lines, see the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::SelectByListDialog</name>
    <message numerus="yes">
        <source>Looked for among %Ln cluster(s).</source>
        <translation>
            <numerusform>Looked for among %Ln cluster.</numerusform>
            <numerusform>Looked for among %Ln clusters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matched</source>
        <translation>
            <numerusform>%Ln matched</numerusform>
            <numerusform>%Ln matched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln not found</numerusform>
            <numerusform>%Ln not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ambiguous</source>
        <translation>
            <numerusform>%Ln ambiguous</numerusform>
            <numerusform>%Ln ambiguous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated</source>
        <translation>
            <numerusform>%Ln repeated</numerusform>
            <numerusform>%Ln repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Select %Ln cluster(s)</source>
        <translation>
            <numerusform>&amp;Select %Ln cluster</numerusform>
            <numerusform>&amp;Select %Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::SelectionSummary</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be deleted</source>
        <translation>
            <numerusform>%n can be deleted</numerusform>
            <numerusform>%n can be deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n busy</source>
        <translation>
            <numerusform>%n busy</numerusform>
            <numerusform>%n busy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked</source>
        <translation>
            <numerusform>%n locked</numerusform>
            <numerusform>%n locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <translation>
            <numerusform>%n hidden by the filter</numerusform>
            <numerusform>%n hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::SheetDialog</name>
    <message numerus="yes">
        <source>%n page(s), saved as %1</source>
        <translation>
            <numerusform>%n page, saved as %1</numerusform>
            <numerusform>%n pages, saved as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::StatusLine</name>
    <message numerus="yes">
        <source>%n cluster(s)</source>
        <translation>
            <numerusform>%n cluster</numerusform>
            <numerusform>%n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %n minute(s)</source>
        <translation>
            <numerusform>older than %n minute</numerusform>
            <numerusform>older than %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Stone</name>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TimeLine</name>
    <message numerus="yes">
        <source>All %n together</source>
        <translation>
            <numerusform>All %n together</numerusform>
            <numerusform>All %n together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TimelinePage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s)</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TombstonePage</name>
    <message numerus="yes">
        <source>%n deleted cluster(s)</source>
        <translation>
            <numerusform>%n deleted cluster</numerusform>
            <numerusform>%n deleted clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n deleted cluster(s)</source>
        <translation>
            <numerusform>%1 of %n deleted cluster</numerusform>
            <numerusform>%1 of %n deleted clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::UsePage</name>
    <message numerus="yes">
        <source>Of %n cluster(s) the CPU hours are not known.</source>
        <translation>
            <numerusform>Of %n cluster the CPU hours are not known.</numerusform>
            <numerusform>Of %n clusters the CPU hours are not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n active cluster(s) the jobs are not known.</source>
        <translation>
            <numerusform>Of %n active cluster the jobs are not known.</numerusform>
            <numerusform>Of %n active clusters the jobs are not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU hours, the top %n</source>
        <translation>
            <numerusform>CPU hours, the top %n</numerusform>
            <numerusform>CPU hours, the top %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Words</name>
    <message numerus="yes">
        <source>Delete %n cluster(s)</source>
        <translation>
            <numerusform>Delete %n cluster</numerusform>
            <numerusform>Delete %n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n cluster(s)</source>
        <translation>
            <numerusform>Stop %n cluster</numerusform>
            <numerusform>Stop %n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n cluster(s)</source>
        <translation>
            <numerusform>Start %n cluster</numerusform>
            <numerusform>Start %n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; of %n cluster(s) it is unknown.</source>
        <translation>
            <numerusform>%1; of %n cluster it is unknown.</numerusform>
            <numerusform>%1; of %n clusters it is unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The fees for %n node(s) begin again.</source>
        <translation>
            <numerusform>The fees for %n node begin again.</numerusform>
            <numerusform>The fees for %n nodes begin again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) could not be read just now: the facts shown are older.</source>
        <translation>
            <numerusform>%n cluster could not be read just now: the facts shown are older.</numerusform>
            <numerusform>%n clusters could not be read just now: the facts shown are older.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n account(s)?</source>
        <comment>verb and number</comment>
        <translation>
            <numerusform>%1 in %n account?</numerusform>
            <numerusform>%1 in %n accounts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Storage: whether the data on %n mount point(s) survives is not confirmed by the provider, and what stays may keep costing. Back up first.</source>
        <translation>
            <numerusform>Storage: whether the data on %n mount point survives is not confirmed by the provider, and what stays may keep costing. Back up first.</numerusform>
            <numerusform>Storage: whether the data on %n mount points survives is not confirmed by the provider, and what stays may keep costing. Back up first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n prepaid cluster(s) the rest of the term is not refunded.</source>
        <translation>
            <numerusform>Of %n prepaid cluster the rest of the term is not refunded.</numerusform>
            <numerusform>Of %n prepaid clusters the rest of the term is not refunded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading fresh facts for %n cluster(s)…</source>
        <translation>
            <numerusform>Reading fresh facts for %n cluster…</numerusform>
            <numerusform>Reading fresh facts for %n clusters…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prepaid</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%n prepaid</numerusform>
            <numerusform>%n prepaid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shared</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%n shared</numerusform>
            <numerusform>%n shared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yours</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%n not yours</numerusform>
            <numerusform>%n not yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the last on its mount point</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%n the last on its mount point</numerusform>
            <numerusform>%n the last on their mount points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n cluster(s) once more…</source>
        <translation>
            <numerusform>Reading %n cluster once more…</numerusform>
            <numerusform>Reading %n clusters once more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n cluster(s) in %1 s</source>
        <translation>
            <numerusform>Deleting %n cluster in %1 s</numerusform>
            <numerusform>Deleting %n clusters in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopping %n cluster(s) in %1 s</source>
        <translation>
            <numerusform>Stopping %n cluster in %1 s</numerusform>
            <numerusform>Stopping %n clusters in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting %n cluster(s) in %1 s</source>
        <translation>
            <numerusform>Starting %n cluster in %1 s</numerusform>
            <numerusform>Starting %n clusters in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a name that looks locked</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%n with a name that looks locked</numerusform>
            <numerusform>%n with names that look locked</numerusform>
        </translation>
    </message>
</context>
</TS>
