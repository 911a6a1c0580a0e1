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
    <name>clusterdeck::HistoryWindow</name>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n batch</numerusform>
            <numerusform>%n batches</numerusform>
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
</context>
</TS>
