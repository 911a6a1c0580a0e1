<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>clusterdeck::BatchBar</name>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <translation>
            <numerusform>%n not sent yet</numerusform>
            <numerusform>%n not sent yet</numerusform>
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
    <name>clusterdeck::QuitDialog</name>
    <message numerus="yes">
        <source>%n cluster(s) not at an end yet</source>
        <translation>
            <numerusform>%n cluster not at an end yet</numerusform>
            <numerusform>%n clusters not at an end yet</numerusform>
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
</context>
</TS>
