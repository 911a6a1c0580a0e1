<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>clusterdeck::AccountText</name>
    <message numerus="yes">
        <source>At most %Ln character(s).</source>
        <translation>
            <numerusform>At most %Ln character.</numerusform>
            <numerusform>At most %Ln characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved account(s) could not be read and were left unchanged: see %1.</source>
        <translation>
            <numerusform>%Ln saved account could not be read and was left unchanged: see %1.</numerusform>
            <numerusform>%Ln saved accounts could not be read and were left unchanged: see %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ActivityPane</name>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>Retry %Ln failed</numerusform>
            <numerusform>Retry %Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln from batch</source>
        <translation>
            <numerusform>Remove %Ln from batch</numerusform>
            <numerusform>Remove %Ln from batch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::BatchBar</name>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>Retry %Ln failed</numerusform>
            <numerusform>Retry %Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln from batch</source>
        <translation>
            <numerusform>Remove %Ln from batch</numerusform>
            <numerusform>Remove %Ln from batch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::BatchReportText</name>
    <message numerus="yes">
        <source>Not finished: %Ln cluster(s) still open</source>
        <translation>
            <numerusform>Not finished: %Ln cluster still open</numerusform>
            <numerusform>Not finished: %Ln clusters still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln cluster(s)</source>
        <translation>
            <numerusform>%1 of %Ln cluster</numerusform>
            <numerusform>%1 of %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more line(s), see the history.</source>
        <translation>
            <numerusform>… and %Ln more line, see the history.</numerusform>
            <numerusform>… and %Ln more lines, see the history.</numerusform>
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
    <name>clusterdeck::CleanUpPage</name>
    <message numerus="yes">
        <source>None of the %Ln selected cluster(s) can be deleted now.</source>
        <translation>
            <numerusform>The selected cluster cannot be deleted now.</numerusform>
            <numerusform>None of the %Ln selected clusters can be deleted now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After deleting %Ln selected cluster(s): %1 → %2.</source>
        <translation>
            <numerusform>After deleting %Ln selected cluster: %1 → %2.</numerusform>
            <numerusform>After deleting %Ln selected clusters: %1 → %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected cluster(s) cannot be deleted now.</source>
        <translation>
            <numerusform>%Ln selected cluster cannot be deleted now.</numerusform>
            <numerusform>%Ln selected clusters cannot be deleted now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::CommandRun</name>
    <message numerus="yes">
        <source>%Ln more parked cluster(s) could be due: their accounts were not read.</source>
        <translation>
            <numerusform>%Ln more parked cluster could be due: its account was not read.</numerusform>
            <numerusform>%Ln more parked clusters could be due: their accounts were not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::CommandText</name>
    <message numerus="yes">
        <source>%1: about %Ln call(s), %2 left this hour</source>
        <translation>
            <numerusform>%1: about %Ln call, %2 left this hour</numerusform>
            <numerusform>%1: about %Ln calls, %2 left this hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: about %Ln call(s)</source>
        <translation>
            <numerusform>%1: about %Ln call</numerusform>
            <numerusform>%1: about %Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the answers about %Ln cluster(s).</source>
        <translation>
            <numerusform>Waiting for the answer about %Ln cluster.</numerusform>
            <numerusform>Waiting for the answers about %Ln clusters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %Ln operation(s) to end. Ctrl+C ends only this command.</source>
        <translation>
            <numerusform>Waiting for %Ln operation to end. Ctrl+C ends only this command.</numerusform>
            <numerusform>Waiting for %Ln operations to end. Ctrl+C ends only this command.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) excluded:</source>
        <translation>
            <numerusform>%Ln cluster excluded:</numerusform>
            <numerusform>%Ln clusters excluded:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This plan was made at %1 and is valid for %Ln minute(s). Make a new one. Nothing was sent.</source>
        <translation>
            <numerusform>This plan was made at %1 and is valid for %Ln minute. Make a new one. Nothing was sent.</numerusform>
            <numerusform>This plan was made at %1 and is valid for %Ln minutes. Make a new one. Nothing was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ConfirmDialog</name>
    <message numerus="yes">
        <source>%Ln excluded</source>
        <translation>
            <numerusform>%Ln excluded</numerusform>
            <numerusform>%Ln excluded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Counts</name>
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
    <name>clusterdeck::DeletedClusterText</name>
    <message numerus="yes">
        <source>%Ln CPU(s)</source>
        <translation>
            <numerusform>%Ln CPU</numerusform>
            <numerusform>%Ln CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln GPU(s)</source>
        <translation>
            <numerusform>%Ln GPU</numerusform>
            <numerusform>%Ln GPUs</numerusform>
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
    <name>clusterdeck::DeletedClustersPage</name>
    <message numerus="yes">
        <source>%Ln deleted cluster(s)</source>
        <translation>
            <numerusform>%Ln deleted cluster</numerusform>
            <numerusform>%Ln deleted clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln deleted cluster(s)</source>
        <translation>
            <numerusform>%1 of %Ln deleted cluster</numerusform>
            <numerusform>%1 of %Ln deleted clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ErrorText</name>
    <message numerus="yes">
        <source>missing in %Ln reading(s)</source>
        <translation>
            <numerusform>missing in %Ln reading</numerusform>
            <numerusform>missing in %Ln readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>found in the requested state %Ln time(s)</source>
        <translation>
            <numerusform>found in the requested state %Ln time</numerusform>
            <numerusform>found in the requested state %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted in %Ln reading(s)</source>
        <translation>
            <numerusform>deleted in %Ln reading</numerusform>
            <numerusform>deleted in %Ln readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>listed unchanged %Ln time(s)</source>
        <translation>
            <numerusform>listed unchanged %Ln time</numerusform>
            <numerusform>listed unchanged %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::FilterBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %Ln day(s)</source>
        <translation>
            <numerusform>over %Ln day</numerusform>
            <numerusform>over %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::FilterText</name>
    <message numerus="yes">
        <source>Older than %Ln day(s)</source>
        <translation>
            <numerusform>Older than %Ln day</numerusform>
            <numerusform>Older than %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected cluster(s) is/are hidden by the filter. Show or deselect to continue.</source>
        <translation>
            <numerusform>%Ln selected cluster is hidden by the filter. Show or deselect it to continue.</numerusform>
            <numerusform>%Ln selected clusters are hidden by the filter. Show or deselect them to continue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing only the %Ln selected cluster(s).</source>
        <translation>
            <numerusform>Showing only the selected cluster.</numerusform>
            <numerusform>Showing only the %Ln selected clusters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No use seen for %Ln day(s) or more</source>
        <translation>
            <numerusform>No use seen for %Ln day or more</numerusform>
            <numerusform>No use seen for %Ln days or more</numerusform>
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
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%Ln d</numerusform>
            <numerusform>%Ln d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No use seen for %Ln day(s) on this computer: the CPU hours and finished jobs have not increased.</source>
        <translation>
            <numerusform>No use seen for %Ln day on this computer: the CPU hours and finished jobs have not increased.</numerusform>
            <numerusform>No use seen for %Ln days on this computer: the CPU hours and finished jobs have not increased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no use seen for %Ln day(s)</source>
        <translation>
            <numerusform>no use seen for %Ln day</numerusform>
            <numerusform>no use seen for %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Line</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of them unreadable</source>
        <translation>
            <numerusform>%1, %Ln of them unreadable</numerusform>
            <numerusform>%1, %Ln of them unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln entry(ies) of the provider&apos;s log, as of %1</source>
        <translation>
            <numerusform>the only entry of the provider&apos;s log, as of %1</numerusform>
            <numerusform>all %Ln entries of the provider&apos;s log, as of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln entry(ies) of %1 of the provider&apos;s log, back to %2, as of %3</source>
        <translation>
            <numerusform>the newest %Ln entry of %1 of the provider&apos;s log, back to %2, as of %3</numerusform>
            <numerusform>the newest %Ln entries of %1 of the provider&apos;s log, back to %2, as of %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln entry(ies) of the provider&apos;s log, back to %1, as of %2</source>
        <translation>
            <numerusform>the newest %Ln entry of the provider&apos;s log, back to %1, as of %2</numerusform>
            <numerusform>the newest %Ln entries of the provider&apos;s log, back to %1, as of %2</numerusform>
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
    <name>clusterdeck::MarksDialog</name>
    <message numerus="yes">
        <source>The mark does not fit: a description has at most %Ln character(s). Shorten it with Rename.</source>
        <translation>
            <numerusform>The mark does not fit: a description has at most %Ln character. Shorten it with Rename.</numerusform>
            <numerusform>The mark does not fit: a description has at most %Ln characters. Shorten it with Rename.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marks of %Ln cluster(s)</source>
        <translation>
            <numerusform>Marks of %Ln cluster</numerusform>
            <numerusform>Marks of %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) has/have an unrecognized mark. It counts as [keep] until you correct it with Rename.</source>
        <translation>
            <numerusform>%Ln cluster has an unrecognized mark. It counts as [keep] until you correct it with Rename.</numerusform>
            <numerusform>%Ln clusters have an unrecognized mark. It counts as [keep] until you correct it with Rename.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) were not changed.</source>
        <translation>
            <numerusform>%Ln cluster was not changed.</numerusform>
            <numerusform>%Ln clusters were not changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %Ln call(s).</source>
        <translation>
            <numerusform>This takes about %Ln call.</numerusform>
            <numerusform>This takes about %Ln calls.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %Ln call(s), more than the hourly quota. Set the marks that are left an hour later.</source>
        <translation>
            <numerusform>This takes about %Ln call, more than the hourly quota. Set the marks that are left an hour later.</numerusform>
            <numerusform>This takes about %Ln calls, more than the hourly quota. Set the marks that are left an hour later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Notice</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) no longer included: %1.</source>
        <translation>
            <numerusform>%Ln cluster no longer included: %1.</numerusform>
            <numerusform>%Ln clusters no longer included: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln never sent</source>
        <translation>
            <numerusform>%Ln never sent</numerusform>
            <numerusform>%Ln never sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being checked</source>
        <translation>
            <numerusform>%Ln being checked</numerusform>
            <numerusform>%Ln being checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still running</source>
        <translation>
            <numerusform>%Ln still running</numerusform>
            <numerusform>%Ln still running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal was damaged. It was kept as %1, and %Ln batch(es) was/were recovered.</source>
        <translation>
            <numerusform>The journal was damaged. It was kept as %1, and %Ln batch was recovered.</numerusform>
            <numerusform>The journal was damaged. It was kept as %1, and %Ln batches were recovered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operation(s) were recorded by another version of Clusterdeck, or the record is damaged: nothing is sent for them. Check these clusters in the provider&apos;s console.</source>
        <translation>
            <numerusform>%Ln operation was recorded by another version of Clusterdeck, or the record is damaged: nothing is sent for it. Check this cluster in the provider&apos;s console.</numerusform>
            <numerusform>%Ln operations were recorded by another version of Clusterdeck, or the record is damaged: nothing is sent for them. Check these clusters in the provider&apos;s console.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted cluster(s) is/are listed again: %1. Check the provider&apos;s console: this may incur costs.</source>
        <translation>
            <numerusform>%Ln deleted cluster is listed again: %1. Check the provider&apos;s console: this may incur costs.</numerusform>
            <numerusform>%Ln deleted clusters are listed again: %1. Check the provider&apos;s console: this may incur costs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::NotificationText</name>
    <message numerus="yes">
        <source>%1: %Ln failed</source>
        <translation>
            <numerusform>%1: %Ln failed</numerusform>
            <numerusform>%1: %Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::OwnerText</name>
    <message numerus="yes">
        <source>%Ln cluster(s) of yours in %1 / %2 are planned to be deleted on %3 or later. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln cluster of yours in %1 / %2 is planned to be deleted on %3 or later. This cannot be undone.</numerusform>
            <numerusform>%Ln clusters of yours in %1 / %2 are planned to be deleted on %3 or later. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 (%Ln cluster(s))</source>
        <comment>owner, account</comment>
        <translation>
            <numerusform>%1 in %2 (%Ln cluster)</numerusform>
            <numerusform>%1 in %2 (%Ln clusters)</numerusform>
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
        <source>%Ln cluster(s) is/are not running and will only be marked: %1.</source>
        <translation>
            <numerusform>%Ln cluster is not running and will only be marked: %1.</numerusform>
            <numerusform>%Ln clusters are not running and will only be marked: %1.</numerusform>
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
        <source>Change the day for %Ln cluster(s)</source>
        <translation>
            <numerusform>Change the day for %Ln cluster</numerusform>
            <numerusform>Change the day for %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prepaid cluster(s) are excluded, because stopping them saves nothing: %1.</source>
        <translation>
            <numerusform>%Ln prepaid cluster is excluded, because stopping it saves nothing: %1.</numerusform>
            <numerusform>%Ln prepaid clusters are excluded, because stopping them saves nothing: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) are excluded, because another operation is running on them: %1.</source>
        <translation>
            <numerusform>%Ln cluster is excluded, because another operation is running on it: %1.</numerusform>
            <numerusform>%Ln clusters are excluded, because another operation is running on them: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The billing of %Ln of these cluster(s) is unknown: stopping may save nothing.</source>
        <translation>
            <numerusform>The billing of %Ln of these clusters is unknown: stopping may save nothing.</numerusform>
            <numerusform>The billing of %Ln of these clusters is unknown: stopping may save nothing.</numerusform>
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
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>%Ln day overdue</numerusform>
            <numerusform>%Ln days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parked cluster(s) was/were started again: %1. The day to delete it is suspended until you park it again or change its day.</source>
        <translation>
            <numerusform>%Ln parked cluster was started again: %1. The day to delete it is suspended until you park it again or change its day.</numerusform>
            <numerusform>%Ln parked clusters were started again: %1. The days to delete them are suspended until you park them again or change their days.</numerusform>
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
        <source>%Ln cluster(s) no longer parked (still stopped).</source>
        <translation>
            <numerusform>%Ln cluster no longer parked (still stopped).</numerusform>
            <numerusform>%Ln clusters no longer parked (still stopped).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanReportText</name>
    <message numerus="yes">
        <source>%1 in %2, used only by %Ln cluster(s) of this plan</source>
        <comment>mount point, account</comment>
        <translation>
            <numerusform>%1 in %2, used only by %Ln cluster of this plan</numerusform>
            <numerusform>%1 in %2, used only by %Ln clusters of this plan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanText</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln second(s) behind the cloud&apos;s: correct it, or requests will be refused.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln second behind the cloud&apos;s: correct it, or requests will be refused.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln seconds behind the cloud&apos;s: correct it, or requests will be refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln second(s) ahead of the cloud&apos;s: correct it, or requests will be refused.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln second ahead of the cloud&apos;s: correct it, or requests will be refused.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln seconds ahead of the cloud&apos;s: correct it, or requests will be refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) marked “new” below.</source>
        <translation>
            <numerusform>%Ln cluster marked “new” below.</numerusform>
            <numerusform>%Ln clusters marked “new” below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) no longer included, see “excluded”.</source>
        <translation>
            <numerusform>%Ln cluster no longer included, see “excluded”.</numerusform>
            <numerusform>%Ln clusters no longer included, see “excluded”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %Ln call(s), more than the hourly quota. The batch will pause until you continue it.</source>
        <translation>
            <numerusform>This takes about %Ln call, more than the hourly quota. The batch will pause until you continue it.</numerusform>
            <numerusform>This takes about %Ln calls, more than the hourly quota. The batch will pause until you continue it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) is/are left this hour, and this takes about %1. Enough will be available from %2 on.</source>
        <translation>
            <numerusform>%Ln call is left this hour, and this takes about %1. Enough will be available from %2 on.</numerusform>
            <numerusform>%Ln calls are left this hour, and this takes about %1. Enough will be available from %2 on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 has/have a different owner than the rest: %2.</source>
        <translation>
            <numerusform>%Ln of %1 has a different owner than the rest: %2.</numerusform>
            <numerusform>%Ln of %1 have a different owner than the rest: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are billed differently from the rest: %2.</source>
        <translation>
            <numerusform>%Ln of %1 is billed differently from the rest: %2.</numerusform>
            <numerusform>%Ln of %1 are billed differently from the rest: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 has/have names unlike the rest: %2.</source>
        <translation>
            <numerusform>%Ln of %1 has a name unlike the rest: %2.</numerusform>
            <numerusform>%Ln of %1 have names unlike the rest: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are much younger than the rest: %2.</source>
        <translation>
            <numerusform>%Ln of %1 is much younger than the rest: %2.</numerusform>
            <numerusform>%Ln of %1 are much younger than the rest: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is larger than any batch before: the largest so far had %Ln cluster(s).</source>
        <translation>
            <numerusform>This is larger than any batch before: the largest so far had %Ln cluster.</numerusform>
            <numerusform>This is larger than any batch before: the largest so far had %Ln clusters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) is/are not yours and go(es) last. If the cloud refuses three requests in a row, nothing more is sent.</source>
        <translation>
            <numerusform>%Ln cluster is not yours and goes last. If the cloud refuses three requests in a row, nothing more is sent.</numerusform>
            <numerusform>%Ln clusters are not yours and go last. If the cloud refuses three requests in a row, nothing more is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Excluded: %Ln cluster(s) – %1</source>
        <comment>number, reason</comment>
        <translation>
            <numerusform>Excluded: %Ln cluster – %1</numerusform>
            <numerusform>Excluded: %Ln clusters – %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its clusters are excluded, as explained below.</source>
        <translation>
            <numerusform>%Ln of its clusters is excluded, as explained below.</numerusform>
            <numerusform>%Ln of its clusters are excluded, as explained below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::QuitDialog</name>
    <message numerus="yes">
        <source>%Ln not sent yet: cancelled when Clusterdeck quits.</source>
        <translation>
            <numerusform>%Ln not sent yet: cancelled when Clusterdeck quits.</numerusform>
            <numerusform>%Ln not sent yet: cancelled when Clusterdeck quits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running: the practice cloud ends with Clusterdeck.</source>
        <translation>
            <numerusform>%Ln running: the practice cloud ends with Clusterdeck.</numerusform>
            <numerusform>%Ln running: the practice cloud ends with Clusterdeck.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running: continues in the cloud, and is followed again at the next start.</source>
        <translation>
            <numerusform>%Ln running: continues in the cloud, and is followed again at the next start.</numerusform>
            <numerusform>%Ln running: continue in the cloud, and are followed again at the next start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) with unfinished operations</source>
        <translation>
            <numerusform>%Ln cluster with unfinished operations</numerusform>
            <numerusform>%Ln clusters with unfinished operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::RenameDialog</name>
    <message numerus="yes">
        <source>At most %Ln character(s).</source>
        <translation>
            <numerusform>At most %Ln character.</numerusform>
            <numerusform>At most %Ln characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ReportDialog</name>
    <message numerus="yes">
        <source>%Ln page(s), saved as %1</source>
        <translation>
            <numerusform>%Ln page, saved as %1</numerusform>
            <numerusform>%Ln pages, saved as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::SavePlanDialog</name>
    <message numerus="yes">
        <source>The file contains these %Ln cluster(s) and their current state. The approved plan can be applied until it expires. Clusters that got worse or are marked to keep by then are excluded, and none is added.</source>
        <translation>
            <numerusform>The file contains this %Ln cluster and its current state. The approved plan can be applied until it expires. If the cluster got worse or is marked to keep by then, it is excluded. None is added.</numerusform>
            <numerusform>The file contains these %Ln clusters and their current state. The approved plan can be applied until it expires. Clusters that got worse or are marked to keep by then are excluded, and none is added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::SelectByListDialog</name>
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
    <message numerus="yes">
        <source>%Ln doubtful</source>
        <translation>
            <numerusform>%Ln doubtful</numerusform>
            <numerusform>%Ln doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched in %Ln cluster(s).</source>
        <translation>
            <numerusform>Searched in %Ln cluster.</numerusform>
            <numerusform>Searched in %Ln clusters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of text ignored</source>
        <translation>
            <numerusform>%Ln line of text ignored</numerusform>
            <numerusform>%Ln lines of text ignored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::SelectionSummary</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln busy</source>
        <translation>
            <numerusform>%Ln busy</numerusform>
            <numerusform>%Ln busy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln locked</source>
        <translation>
            <numerusform>%Ln locked</numerusform>
            <numerusform>%Ln locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden by the filter</source>
        <translation>
            <numerusform>%Ln hidden by the filter</numerusform>
            <numerusform>%Ln hidden by the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked to keep</source>
        <translation>
            <numerusform>%Ln marked to keep</numerusform>
            <numerusform>%Ln marked to keep</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::StatusLine</name>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln minute(s)</source>
        <translation>
            <numerusform>older than %Ln minute</numerusform>
            <numerusform>older than %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln page(s) read</source>
        <translation>
            <numerusform>%L1 of %Ln page read</numerusform>
            <numerusform>%L1 of %Ln pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) incomplete: %1</source>
        <translation>
            <numerusform>%Ln account incomplete: %1</numerusform>
            <numerusform>%Ln accounts incomplete: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>accounts</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TellOwnersDialog</name>
    <message numerus="yes">
        <source>Copied the texts for %Ln owner(s).</source>
        <translation>
            <numerusform>Copied the text for %Ln owner.</numerusform>
            <numerusform>Copied the texts for %Ln owners.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TimeLine</name>
    <message numerus="yes">
        <source>All %Ln together</source>
        <translation>
            <numerusform>All %Ln together</numerusform>
            <numerusform>All %Ln together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TimelinePage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln line(s)</source>
        <translation>
            <numerusform>%1 of %Ln line</numerusform>
            <numerusform>%1 of %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::UsagePage</name>
    <message numerus="yes">
        <source>The CPU hours of %Ln cluster(s) are unknown.</source>
        <translation>
            <numerusform>The CPU hours of %Ln cluster are unknown.</numerusform>
            <numerusform>The CPU hours of %Ln clusters are unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The jobs of %Ln active cluster(s) are unknown.</source>
        <translation>
            <numerusform>The jobs of %Ln active cluster are unknown.</numerusform>
            <numerusform>The jobs of %Ln active clusters are unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top %Ln cluster(s) by CPU hours</source>
        <translation>
            <numerusform>Top %Ln cluster by CPU hours</numerusform>
            <numerusform>Top %Ln clusters by CPU hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::VerbWords</name>
    <message numerus="yes">
        <source>%Ln can be deleted</source>
        <translation>
            <numerusform>%Ln can be deleted</numerusform>
            <numerusform>%Ln can be deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln cluster(s)</source>
        <translation>
            <numerusform>Delete %Ln cluster</numerusform>
            <numerusform>Delete %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln cluster(s)</source>
        <translation>
            <numerusform>Stop %Ln cluster</numerusform>
            <numerusform>Stop %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %Ln cluster(s)</source>
        <translation>
            <numerusform>Start %Ln cluster</numerusform>
            <numerusform>Start %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %Ln cluster(s) in %1 s</source>
        <translation>
            <numerusform>Deleting %Ln cluster in %1 s</numerusform>
            <numerusform>Deleting %Ln clusters in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln cluster(s) in %1 s</source>
        <translation>
            <numerusform>Stopping %Ln cluster in %1 s</numerusform>
            <numerusform>Stopping %Ln clusters in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting %Ln cluster(s) in %1 s</source>
        <translation>
            <numerusform>Starting %Ln cluster in %1 s</numerusform>
            <numerusform>Starting %Ln clusters in %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::Words</name>
    <message numerus="yes">
        <source>%1; for %Ln cluster(s) it is unknown.</source>
        <translation>
            <numerusform>%1; for %Ln cluster it is unknown.</numerusform>
            <numerusform>%1; for %Ln clusters it is unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Charges for %Ln node(s) start again.</source>
        <translation>
            <numerusform>Charges for %Ln node start again.</numerusform>
            <numerusform>Charges for %Ln nodes start again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) could not be read just now: older information is shown.</source>
        <translation>
            <numerusform>%Ln cluster could not be read just now: older information is shown.</numerusform>
            <numerusform>%Ln clusters could not be read just now: older information is shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln account(s)?</source>
        <comment>verb and number</comment>
        <translation>
            <numerusform>%1 in %Ln account?</numerusform>
            <numerusform>%1 in %Ln accounts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Storage: the provider does not confirm that the data on %Ln mount point(s) is kept, and remaining storage may incur costs. Back up first.</source>
        <translation>
            <numerusform>Storage: the provider does not confirm that the data on %Ln mount point is kept, and remaining storage may incur costs. Back up first.</numerusform>
            <numerusform>Storage: the provider does not confirm that the data on %Ln mount points is kept, and remaining storage may incur costs. Back up first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The remaining term of %Ln prepaid cluster(s) is not refunded.</source>
        <translation>
            <numerusform>The remaining term of %Ln prepaid cluster is not refunded.</numerusform>
            <numerusform>The remaining term of %Ln prepaid clusters is not refunded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the current state of %Ln cluster(s)…</source>
        <translation>
            <numerusform>Reading the current state of %Ln cluster…</numerusform>
            <numerusform>Reading the current state of %Ln clusters…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prepaid</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln prepaid</numerusform>
            <numerusform>%Ln prepaid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shared</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln shared</numerusform>
            <numerusform>%Ln shared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not yours</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln not yours</numerusform>
            <numerusform>%Ln not yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the last on its mount point</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln the last on its mount point</numerusform>
            <numerusform>%Ln the last on their mount points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln cluster(s) once more…</source>
        <translation>
            <numerusform>Checking %Ln cluster once more…</numerusform>
            <numerusform>Checking %Ln clusters once more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention</source>
        <translation>
            <numerusform>%Ln needs attention</numerusform>
            <numerusform>%Ln need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a name that looks locked</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln with a name that looks locked</numerusform>
            <numerusform>%Ln with names that look locked</numerusform>
        </translation>
    </message>
</context>
</TS>
