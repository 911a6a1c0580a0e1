<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>QLineEdit</name>
    <message>
        <source>Show while pressed</source>
        <translation>按住时显示</translation>
    </message>
</context>
<context>
    <name>clusterdeck::AboutDialog</name>
    <message>
        <source>Clusterdeck %1</source>
        <translation>Clusterdeck %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本（GPL-3.0-or-later）。不提供任何担保。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Shows the HPC clusters of a QingCloud-type EHPC cloud in one table; deletes, stops or starts many at once, and follows every job until it ends.</source>
        <translation>在一张表中显示 QingCloud 类 EHPC 云的 HPC 集群，可批量删除、停止或启动集群，并跟踪每个任务直至结束。</translation>
    </message>
    <message>
        <source>Each cluster has its own result. Only clusters that were shown are deleted.</source>
        <translation>每个集群单独显示结果。只删除已显示过的集群。</translation>
    </message>
    <message>
        <source>%1, built with %2</source>
        <comment>versions</comment>
        <translation>%1（以 %2 构建）</translation>
    </message>
    <message>
        <source>Uses Qt %1 (LGPL), QtKeychain (BSD), SQLite (public domain), yaml-cpp (MIT) and tl::expected (CC0).</source>
        <translation>使用 Qt %1（LGPL）、QtKeychain（BSD）、SQLite（公有领域）、yaml-cpp（MIT）和 tl::expected（CC0）。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::AccountController</name>
    <message>
        <source>&amp;Accounts…</source>
        <translation>账户(&amp;A)…</translation>
    </message>
    <message>
        <source>A&amp;dd Account…</source>
        <translation>添加账户(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Import Key…</source>
        <translation>导入密钥(&amp;I)…</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新账户</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter secret…</source>
        <translation>输入密钥…</translation>
    </message>
    <message>
        <source>Close account</source>
        <translation>关闭账户</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Check connection…</source>
        <translation>检查连接…</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>编辑账户…</translation>
    </message>
    <message>
        <source>The practice cloud has no saved accounts. Leave the practice cloud first.</source>
        <translation>演练环境没有已保存的账户。请先离开演练环境。</translation>
    </message>
    <message>
        <source>Turn off presenter mode first.</source>
        <translation>请先关闭演示者模式。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::AccountDialog</name>
    <message>
        <source>Re&amp;member the secret in the system keychain</source>
        <translation>将密钥保存到系统密钥环中(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Check connection…</source>
        <translation>检查连接(&amp;C)…</translation>
    </message>
    <message>
        <source>Use for &amp;this session only</source>
        <translation>仅用于本次运行(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>保存账户</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Fill in the required fields and the secret first</source>
        <translation>请先填写必填字段和密钥</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Some fields are missing or wrong. Correct the ones that are marked.</source>
        <translation>部分字段缺失或有误。请更正已标出的字段。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::AccountFields</name>
    <message>
        <source>PROD</source>
        <translation>PROD</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>Colou&amp;r</source>
        <translation>颜色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>高级(&amp;A)</translation>
    </message>
    <message>
        <source>Concurrent cal&amp;ls</source>
        <translation>并发调用数(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Hourly call quota</source>
        <translation>每小时调用配额(&amp;H)</translation>
    </message>
    <message>
        <source>Clusters per re&amp;quest</source>
        <translation>每个请求包含的集群数(&amp;Q)</translation>
    </message>
    <message>
        <source>Read-onl&amp;y</source>
        <translation>只读(&amp;Y)</translation>
    </message>
    <message>
        <source>Leave empty to keep the saved secret.</source>
        <translation>留空则沿用已保存的密钥。</translation>
    </message>
    <message>
        <source>Clusterdeck refuses all operations of this account</source>
        <translation>拒绝此账户的所有操作</translation>
    </message>
    <message>
        <source>A number above 1 saves calls, but several clusters then share one answer. If a group is refused, its clusters are read again and sent in smaller groups.</source>
        <translation>大于 1 时可减少调用次数，但多个集群共用一个响应。如果一组被拒绝，其中的集群会重新读取，再分成更小的组发送。</translation>
    </message>
    <message>
        <source>Require a reaso&amp;n</source>
        <translation>必须填写原因(&amp;N)</translation>
    </message>
    <message>
        <source>Operations can only be confirmed with a reason, such as a ticket or a purpose</source>
        <translation>必须填写原因（例如工单号或用途）才能确认操作</translation>
    </message>
</context>
<context>
    <name>clusterdeck::AccountText</name>
    <message>
        <source>Enter the address of the cloud.</source>
        <translation>请填写云的接口地址。</translation>
    </message>
    <message>
        <source>Enter the zone.</source>
        <translation>请填写可用区。</translation>
    </message>
    <message>
        <source>Enter the owner&apos;s user ID.</source>
        <translation>请填写所有者的用户 ID。</translation>
    </message>
    <message>
        <source>Enter the access key ID.</source>
        <translation>请填写 Access Key ID。</translation>
    </message>
    <message>
        <source>Enter the secret of the access key.</source>
        <translation>请填写密钥。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>接口地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>可用区(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>所有者(&amp;O)</translation>
    </message>
    <message>
        <source>R&amp;un user</source>
        <translation>运行用户(&amp;U)</translation>
    </message>
    <message>
        <source>Access &amp;key ID</source>
        <translation>Access Key ID(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>密钥(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Path of deleteCluster</source>
        <translation>deleteCluster 的路径(&amp;P)</translation>
    </message>
    <message>
        <source>Body key of the &amp;IDs</source>
        <translation>请求体中 ID 的键名(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Value of unlease</source>
        <translation>unlease 的值(&amp;V)</translation>
    </message>
    <message>
        <source>Extra CA &amp;file</source>
        <translation>额外的 CA 文件(&amp;F)</translation>
    </message>
    <message>
        <source>The user ID from the console, usr-…</source>
        <translation>控制台中的用户 ID，usr-…</translation>
    </message>
    <message>
        <source>From the API keys page of the console.</source>
        <translation>取自控制台的 API 密钥页面。</translation>
    </message>
    <message>
        <source>Optional: a label such as PROD.</source>
        <translation>选填：标签，如 PROD。</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln character(s).</source>
        <translation>
            <numerusform>最多 %Ln 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter an address such as https://hpc.api.qingcloud.com.</source>
        <translation>请输入形如 https://hpc.api.qingcloud.com 的接口地址。</translation>
    </message>
    <message>
        <source>Enter a path such as /api/cluster/deleteCluster.</source>
        <translation>请输入形如 /api/cluster/deleteCluster 的路径。</translation>
    </message>
    <message>
        <source>Another account already has this name. Choose a different name.</source>
        <translation>已有其他账户使用此名称。请换一个名称。</translation>
    </message>
    <message>
        <source>The file is too large to be a CA file. Choose another.</source>
        <translation>文件过大，不可能是 CA 文件。请另选一个。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Open, this session only</source>
        <translation>已打开，仅限本次运行</translation>
    </message>
    <message>
        <source>%1 is not open: the keychain is locked. Try again and unlock it, or enter the secret for this session.</source>
        <translation>%1 未打开：密钥环已锁定。请重试并解锁，或输入密钥供本次运行使用。</translation>
    </message>
    <message>
        <source>%1 is not open: this desktop session has no keychain. Start one and try again, or enter the secret for this session.</source>
        <translation>%1 未打开：此桌面会话没有密钥环。请启动密钥环后重试，或输入密钥供本次运行使用。</translation>
    </message>
    <message>
        <source>Not saved: the keychain is locked. Try again and unlock it, or use the secret for this session only.</source>
        <translation>未保存：密钥环已锁定。请重试并解锁，或仅在本次运行中使用该密钥。</translation>
    </message>
    <message>
        <source>Not saved: this desktop session has no keychain. Start one and try again, or use the secret for this session only.</source>
        <translation>未保存：此桌面会话没有密钥环。请启动密钥环后重试，或仅在本次运行中使用该密钥。</translation>
    </message>
    <message>
        <source>The secret is kept in memory until the program ends, and must be entered again at the next start. It is never written to disk.</source>
        <translation>密钥在程序结束前保留在内存中，下次启动时需重新输入。密钥绝不写入磁盘。</translation>
    </message>
    <message>
        <source>The change to the account was not saved.</source>
        <translation>账户的更改未保存。</translation>
    </message>
    <message>
        <source>Not saved: the account has been removed.</source>
        <translation>未保存：该账户已被移除。</translation>
    </message>
    <message>
        <source>Other users were able to change the saved accounts. %1 and its folder are private again: check the addresses of your accounts.</source>
        <translation>此前其他用户可以更改已保存的账户。%1 及其所在文件夹现已仅供您本人访问：请检查各账户的接口地址。</translation>
    </message>
    <message>
        <source>Other users can change the CA file %1, which decides which servers are trusted. Revoke their permission (chmod go-w).</source>
        <translation>其他用户可以更改决定信任哪些服务器的 CA 文件 %1。请收回其权限（chmod go-w）。</translation>
    </message>
    <message>
        <source>The saved accounts could not be read.</source>
        <translation>无法读取已保存的账户。</translation>
    </message>
    <message>
        <source>The accounts stay open. The next change to an account saves all of them again.</source>
        <translation>账户保持打开。下次更改账户时会重新保存全部账户。</translation>
    </message>
    <message>
        <source>Enter a name. Only this program uses it.</source>
        <translation>请填写名称。名称仅在本程序中使用。</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>The name of the account in this program, such as prod-lab.</source>
        <translation>账户在本程序中的名称，如 prod-lab。</translation>
    </message>
    <message>
        <source>The address of the API. Choose one, or enter that of your provider.</source>
        <translation>API 的地址。可选择一个，或输入服务商的地址。</translation>
    </message>
    <message>
        <source>As shown in the provider&apos;s console.</source>
        <translation>与服务商控制台中的显示一致。</translation>
    </message>
    <message>
        <source>The user who runs the clusters, if not the owner.</source>
        <translation>运行集群的用户；留空则为所有者。</translation>
    </message>
    <message>
        <source>Shown only while the eye button is pressed.</source>
        <translation>仅在按住眼睛图标时显示。</translation>
    </message>
    <message>
        <source>The provider&apos;s documentation names different paths.</source>
        <translation>服务商的文档给出了不同的路径。</translation>
    </message>
    <message>
        <source>cluster_ids, unless your provider uses another name.</source>
        <translation>一般为 cluster_ids，除非服务商使用其他键名。</translation>
    </message>
    <message>
        <source>Not sent when empty.</source>
        <translation>留空则不发送。</translation>
    </message>
    <message>
        <source>Optional: a PEM file, for a cloud with its own certificate authority.</source>
        <translation>选填：PEM 文件，用于有自己的证书颁发机构的云。</translation>
    </message>
    <message>
        <source>This field contains a character that is not allowed.</source>
        <translation>此项含有不允许的字符。</translation>
    </message>
    <message>
        <source>This field must not contain spaces.</source>
        <translation>此项不能含有空格。</translation>
    </message>
    <message>
        <source>The address must begin with https://. Plain http is only allowed for this computer itself.</source>
        <translation>地址必须以 https:// 开头。未加密的 http 只能用于连接本机。</translation>
    </message>
    <message>
        <source>Remove the user name and the password from the address.</source>
        <translation>请从地址中删除用户名和密码。</translation>
    </message>
    <message>
        <source>Remove everything after the host and the port.</source>
        <translation>请删除主机和端口之后的内容。</translation>
    </message>
    <message>
        <source>A user ID is usr- followed by letters and digits.</source>
        <translation>用户 ID 以 usr- 开头，后接字母和数字。</translation>
    </message>
    <message>
        <source>Only letters, digits and _ are allowed.</source>
        <translation>只能包含字母、数字和 _。</translation>
    </message>
    <message>
        <source>There is already an account with this address, zone and owner. Edit that account.</source>
        <translation>已有接口地址、可用区和所有者都相同的账户。请编辑该账户。</translation>
    </message>
    <message>
        <source>The file does not exist or cannot be read.</source>
        <translation>文件不存在或无法读取。</translation>
    </message>
    <message>
        <source>The file contains no certificate in PEM format.</source>
        <translation>文件中没有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>Enter the full path of the file, beginning with /.</source>
        <translation>请输入文件的完整路径（以 / 开头）。</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>等待密钥环</translation>
    </message>
    <message>
        <source>Secret needed</source>
        <translation>需要密钥</translation>
    </message>
    <message>
        <source>%1 is not open: its secret is not saved. Enter it to open the account.</source>
        <translation>%1 未打开：其密钥未保存。请输入密钥以打开账户。</translation>
    </message>
    <message>
        <source>%1 is not open: the keychain has no secret for it. Enter it again.</source>
        <translation>%1 未打开：密钥环中没有其密钥。请重新输入。</translation>
    </message>
    <message>
        <source>%1 is not open: the keychain did not answer. Try again, or enter the secret for this session.</source>
        <translation>%1 未打开：密钥环没有响应。请重试，或输入密钥供本次运行使用。</translation>
    </message>
    <message>
        <source>Not saved: the keychain has no secret for this account. Enter it again.</source>
        <translation>未保存：密钥环中没有此账户的密钥。请重新输入。</translation>
    </message>
    <message>
        <source>Not saved: the keychain did not answer. Try again, or use the secret for this session only.</source>
        <translation>未保存：密钥环没有响应。请重试，或仅在本次运行中使用该密钥。</translation>
    </message>
    <message>
        <source>The keychain is locked and still has the secret. Unlock it, or remove the entry “clusterdeck” there yourself.</source>
        <translation>密钥环已锁定，其中仍保留着密钥。请解锁，或自行在其中删除条目“clusterdeck”。</translation>
    </message>
    <message>
        <source>This desktop session has no keychain to remove the secret from. If it was saved elsewhere, an entry “clusterdeck” still has it.</source>
        <translation>此桌面会话没有密钥环，无法从中删除密钥。如果密钥曾保存在别处，那里的条目“clusterdeck”仍保留着它。</translation>
    </message>
    <message>
        <source>The keychain did not answer and may still have the secret. Try again, or remove the entry “clusterdeck” there yourself.</source>
        <translation>密钥环没有响应，其中可能仍保留着密钥。请重试，或自行在其中删除条目“clusterdeck”。</translation>
    </message>
    <message>
        <source>The secret is stored in the keychain and nowhere else.</source>
        <translation>密钥只保存在密钥环中，不保存在其他任何地方。</translation>
    </message>
    <message>
        <source>This account has unfinished operations. Wait for them, or stop the unsent ones, then try again.</source>
        <translation>此账户有未结束的操作。请等待其结束，或停止尚未发送的部分，然后重试。</translation>
    </message>
    <message>
        <source>Not saved: another copy of Clusterdeck has changed or removed this account. Check the account, then try again.</source>
        <translation>未保存：另一个 Clusterdeck 实例已更改或移除此账户。请检查该账户，然后重试。</translation>
    </message>
    <message>
        <source>When you add an account, the old file is kept under a new name.</source>
        <translation>添加账户时，原文件会改名保留。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved account(s) could not be read and were left unchanged: see %1.</source>
        <translation>
            <numerusform>有 %Ln 个已保存的账户无法读取，已保持原样：参见 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The saved accounts were written by a newer version of Clusterdeck and were left unchanged: %1. Use that version.</source>
        <translation>已保存的账户由较新版本的 Clusterdeck 写入，未作改动：%1。请使用该版本。</translation>
    </message>
    <message>
        <source>The saved accounts are not used, because their addresses may have been changed.</source>
        <translation>已保存的账户未被使用，因为其接口地址可能已被更改。</translation>
    </message>
    <message>
        <source>Then restart Clusterdeck.</source>
        <translation>然后重新启动 Clusterdeck。</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. If it asks, answer in its own window, which may be hidden behind others.</source>
        <translation>密钥环尚未响应。如果密钥环询问，请在它自己的窗口中回答，该窗口可能被其他窗口遮挡。</translation>
    </message>
    <message>
        <source>%1: waiting for the keychain. If it asks, answer in its own window, which may be hidden behind others.</source>
        <translation>%1：正在等待密钥环。如果密钥环询问，请在它自己的窗口中回答，该窗口可能被其他窗口遮挡。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::AccountsDialog</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Chec&amp;k connection…</source>
        <translation>检查连接(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>添加账户(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import key…</source>
        <translation>导入密钥(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>C&amp;lose account</source>
        <translation>关闭账户(&amp;L)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>Access Key ID</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>There are no saved accounts. Add one, or import a key.</source>
        <translation>没有已保存的账户。请添加账户或导入密钥。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ActivityModel</name>
    <message>
        <source>%1 – %2</source>
        <comment>what – when</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (id)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>cluster, state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>发送时间 %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>结束时间 %1</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ActivityPane</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Copy for Support</source>
        <translation>复制支持信息</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>重试失败的 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>保存报告…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln from batch</source>
        <translation>
            <numerusform>从批次中移除 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::AgeDialog</name>
    <message>
        <source>Show old clusters</source>
        <translation>显示旧集群</translation>
    </message>
    <message>
        <source>Only clusters older than this number of &amp;days:</source>
        <translation>只显示存在时长超过此天数的集群(&amp;D)：</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Show clusters</source>
        <translation>显示集群</translation>
    </message>
</context>
<context>
    <name>clusterdeck::BatchBar</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Stop the rest</source>
        <translation>停止发送其余项</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Who did what, with the outcome, as a PDF to submit or print</source>
        <translation>将操作人、操作内容和结果存为 PDF，供提交或打印</translation>
    </message>
    <message>
        <source>Skip the rest of the countdown</source>
        <translation>跳过剩余的倒计时</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>取消其余项</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>重试失败的 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>how many are sent</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Timeline of each cluster (Ctrl+T in the list below)</source>
        <translation>各集群的时间线（在下方列表中按 Ctrl+T）</translation>
    </message>
    <message>
        <source>Do not send the clusters selected in the list below</source>
        <translation>不发送下方列表中所选的集群</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln from batch</source>
        <translation>
            <numerusform>从批次中移除 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Why is it Unknown?</source>
        <translation>为什么是“未知”？</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>clusterdeck::BatchReportText</name>
    <message numerus="yes">
        <source>Not finished: %Ln cluster(s) still open</source>
        <translation>
            <numerusform>尚未结束：还有 %Ln 个集群未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>未发送任何请求</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first and last time</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Signed with the key of</source>
        <translation>签名密钥所属用户</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Requests sent for</source>
        <translation>已发送请求的集群</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln 个集群中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Risk tier and countdown</source>
        <translation>风险级别与倒计时</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <comment>tier, seconds</comment>
        <translation>%1 级，%2 秒</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Read back: %1 (%2).</source>
        <comment>what, when</comment>
        <translation>回读：%1（%2）。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Shown at confirmation</source>
        <translation>确认时显示的内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Sent (%1)</source>
        <comment>time zone</comment>
        <translation>发送时间（%1）</translation>
    </message>
    <message>
        <source>Ended (%1)</source>
        <comment>time zone</comment>
        <translation>结束时间（%1）</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more line(s), see the history.</source>
        <translation>
            <numerusform>… 另有 %Ln 行，见历史。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 / %3</source>
        <comment>verb and number, account, zone</comment>
        <translation>在 %2 / %3 中%1</translation>
    </message>
    <message>
        <source>Not recorded.</source>
        <translation>未记录。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Approval code</source>
        <translation>批准码</translation>
    </message>
    <message>
        <source>Batch report</source>
        <translation>批次报告</translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown number of nodes</source>
        <translation>节点数未知</translation>
    </message>
    <message>
        <source>%1; %2; %3 running, %4 queued; %5</source>
        <comment>status, nodes, numbers of jobs, billing</comment>
        <translation>%1；%2；运行作业 %3，排队作业 %4；%5</translation>
    </message>
    <message>
        <source>The confirmation showed the values in the table for each cluster.</source>
        <translation>确认时显示了每个集群在表中所列的内容。</translation>
    </message>
    <message>
        <source>Clusters listed here but not in the table were shown, but are not part of this batch.</source>
        <translation>此处列出而表中没有的集群，当时曾显示，但不属于本批次。</translation>
    </message>
    <message>
        <source>Explanation and evidence</source>
        <translation>说明与依据</translation>
    </message>
</context>
<context>
    <name>clusterdeck::BatchTimelinePage</name>
    <message>
        <source>Timeline of the batch</source>
        <translation>批次时间线</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>batch: counts. time</comment>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Duration: %1.</source>
        <translation>用时 %1。</translation>
    </message>
    <message>
        <source>Duration so far: %1.</source>
        <translation>已用时 %1。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总用时</translation>
    </message>
    <message>
        <source>Select a bar with ↑ and ↓ or the mouse to see its details.</source>
        <translation>用 ↑ 和 ↓ 或鼠标选择条形，即可查看详情。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ChartPage</name>
    <message>
        <source>Show as &amp;table</source>
        <translation>显示为表格(&amp;T)</translation>
    </message>
    <message>
        <source>Cop&amp;y chart</source>
        <translation>复制图表(&amp;Y)</translation>
    </message>
    <message>
        <source>Save &amp;chart…</source>
        <translation>保存图表(&amp;C)…</translation>
    </message>
    <message>
        <source>Show the same numbers in a table</source>
        <translation>以表格显示相同的数据</translation>
    </message>
    <message>
        <source>Save as PNG, SVG or PDF, dark on white</source>
        <translation>保存为 PNG、SVG 或 PDF（白底深色）</translation>
    </message>
    <message>
        <source>&quot;Show as table&quot; has the numbers.</source>
        <translation>“显示为表格”中有具体数字。</translation>
    </message>
    <message>
        <source>Cop&amp;y table</source>
        <translation>复制表格(&amp;Y)</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>SVG image (*.svg)</source>
        <translation>SVG 图像 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ChartsWindow</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Usage</source>
        <translation>使用情况(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;lean-up</source>
        <translation>清理(&amp;L)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::CheckDialog</name>
    <message>
        <source>Copy &amp;report</source>
        <translation>复制报告(&amp;R)</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>重新检查(&amp;A)</translation>
    </message>
    <message>
        <source>Connection check – %1</source>
        <translation>连接检查 – %1</translation>
    </message>
    <message>
        <source>Steps of the check</source>
        <translation>检查步骤</translation>
    </message>
    <message>
        <source>The check is running</source>
        <translation>检查正在进行</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Meaning and what to do</source>
        <translation>含义与处理方法</translation>
    </message>
    <message>
        <source>Copied. The report contains no secret.</source>
        <translation>已复制。报告中不含密钥。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::CheckReport</name>
    <message>
        <source>%1 · zone %2 · key %3</source>
        <translation>%1 · 可用区 %2 · Key ID %3</translation>
    </message>
    <message>
        <source>Connection check of %1</source>
        <translation>%1 的连接检查</translation>
    </message>
</context>
<context>
    <name>clusterdeck::CheckText</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>连通性</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Access Key</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Call quota</source>
        <translation>调用配额</translation>
    </message>
    <message>
        <source>Long lists</source>
        <translation>长列表</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of steps</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>The address has the right form.</source>
        <translation>地址格式正确。</translation>
    </message>
    <message>
        <source>The host answers.</source>
        <translation>主机有响应。</translation>
    </message>
    <message>
        <source>The host answers, through the proxy %3.</source>
        <translation>主机有响应，连接经由代理 %3。</translation>
    </message>
    <message>
        <source>The proxy %3 does not forward the request: check this computer&apos;s proxy settings.</source>
        <translation>代理 %3 未转发该请求：请检查本机的代理设置。</translation>
    </message>
    <message>
        <source>The cloud is being updated: try again later.</source>
        <translation>云端正在更新：请稍后再试。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired or is not valid yet: check this computer&apos;s date; if it is right, tell the provider.</source>
        <translation>服务器的证书已过期或尚未生效：请检查本机的日期；如果日期正确，请告知服务商。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted: check the address and this computer&apos;s date.</source>
        <translation>服务器的证书未被接受：请检查地址和本机的日期。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with the cloud&apos;s.</source>
        <translation>本机时钟与云端时钟一致。</translation>
    </message>
    <message>
        <source>The cloud accepted the signature.</source>
        <translation>云端接受了签名。</translation>
    </message>
    <message>
        <source>This key may not list the clusters of this owner (code 1400): check the owner, or ask your administrator.</source>
        <translation>此 Access Key 不能列出该所有者的集群（代码 1400）：请检查所有者，或咨询管理员。</translation>
    </message>
    <message>
        <source>The whole list was received on one page (clusters: %1).</source>
        <translation>整个列表在一页内返回（集群数：%1）。</translation>
    </message>
    <message>
        <source>The second page of the list was also received (clusters: %1).</source>
        <translation>列表的第二页也已返回（集群数：%1）。</translation>
    </message>
    <message>
        <source>The second page of the list could not be read, so the table would be incomplete: check again.</source>
        <translation>无法读取列表的第二页，因此列表会不完整：请重新检查。</translation>
    </message>
    <message>
        <source>Checked when the previous steps are in order.</source>
        <translation>前面的步骤正常后才检查此项。</translation>
    </message>
    <message>
        <source>The answer does not show this.</source>
        <translation>响应中无法看出此项。</translation>
    </message>
    <message>
        <source>This is not a web address: enter one like https://hpc.api.qingcloud.com.</source>
        <translation>这不是网址：请输入形如 https://hpc.api.qingcloud.com 的地址。</translation>
    </message>
    <message>
        <source>Plain http is not encrypted: begin the address with https://.</source>
        <translation>http 未加密：请让地址以 https:// 开头。</translation>
    </message>
    <message>
        <source>Enter only the host, without a user name or a path: Clusterdeck adds the rest.</source>
        <translation>请只输入主机，不带用户名和路径：其余部分由 Clusterdeck 添加。</translation>
    </message>
    <message>
        <source>The host name was found.</source>
        <translation>主机名可以解析。</translation>
    </message>
    <message>
        <source>The host name was not found: check the spelling of the address and the network connection.</source>
        <translation>主机名无法解析：请检查地址的拼写和网络连接。</translation>
    </message>
    <message>
        <source>The connection failed, or was lost before an answer: check the network connection, the address and any firewall.</source>
        <translation>未能建立连接，或连接在收到响应前中断：请检查网络连接、地址和防火墙。</translation>
    </message>
    <message>
        <source>The host refused the connection: check the address and its port.</source>
        <translation>主机拒绝连接：请检查地址及其端口。</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy settings (%3) gave no proxy in time: check them, then restart Clusterdeck.</source>
        <translation>本机的代理设置（%3）未能及时给出代理：请检查这些设置，然后重新启动 Clusterdeck。</translation>
    </message>
    <message>
        <source>No answer in time: check the network connection, then try again.</source>
        <translation>未能及时收到响应：请检查网络连接，然后重试。</translation>
    </message>
    <message>
        <source>The answer was cut off: try again; if the problem remains, check proxies and firewalls.</source>
        <translation>响应不完整：请重试；如果问题仍然存在，请检查代理和防火墙。</translation>
    </message>
    <message>
        <source>The request was cancelled before an answer: check again.</source>
        <translation>请求在收到响应之前已取消：请重新检查。</translation>
    </message>
    <message>
        <source>The server redirects requests, and redirects are not followed: check the address, or sign in to the network if it requires that.</source>
        <translation>服务器要求重定向，而 Clusterdeck 不跟随重定向：请检查地址；如果所在网络需要登录，请先登录。</translation>
    </message>
    <message>
        <source>The server answers, but is not the EHPC service (HTTP %1): check the address.</source>
        <translation>服务器有响应，但不是 EHPC 服务（HTTP %1）：请检查地址。</translation>
    </message>
    <message>
        <source>A gateway of the cloud reports an error (HTTP %1): try again later.</source>
        <translation>云端的网关报告错误（HTTP %1）：请稍后重试。</translation>
    </message>
    <message>
        <source>The service has no call to list clusters (code %1): check that the address is that of the EHPC service.</source>
        <translation>此服务不支持列出集群（代码 %1）：请检查该地址是否为 EHPC 服务的地址。</translation>
    </message>
    <message>
        <source>The cloud had an internal error (code %1): try again later; if the problem remains, ask the provider.</source>
        <translation>云端发生内部错误（代码 %1）：请稍后重试；如果问题仍然存在，请咨询服务商。</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the certificate is valid for this host.</source>
        <translation>连接已加密，且证书对此主机有效。</translation>
    </message>
    <message>
        <source>Not encrypted, and no encryption is needed: nothing leaves this computer.</source>
        <translation>未加密，也无需加密：数据不会离开本机。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host: check the address.</source>
        <translation>服务器的证书是为其他主机签发的：请检查地址。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is self-signed: if your cloud uses one, enter its CA file in the account.</source>
        <translation>服务器使用自签名证书：如果所用的云本应如此，请在账户中填写其 CA 文件。</translation>
    </message>
    <message>
        <source>The issuer of the server&apos;s certificate is not trusted: if your cloud has its own authority, enter its CA file in the account.</source>
        <translation>服务器证书的颁发者不受信任：如果所用的云有自己的证书颁发机构，请在账户中填写其 CA 文件。</translation>
    </message>
    <message>
        <source>The server does not support a secure TLS version (1.2 or newer): check the address, or ask the provider.</source>
        <translation>服务器不支持安全的 TLS 版本（1.2 或更高）：请检查地址，或咨询服务商。</translation>
    </message>
    <message>
        <source>The account&apos;s CA file has no full path, cannot be read or contains no certificate: choose another file or none.</source>
        <translation>账户的 CA 文件不是完整路径、无法读取或不含证书：请选择其他文件，或不指定文件。</translation>
    </message>
    <message>
        <source>The cloud did not accept the time of this computer: correct the clock, or let the system set it.</source>
        <translation>云端不接受本机的时间：请校准时钟，或由系统自动校准。</translation>
    </message>
    <message>
        <source>The server did not send its time: check this computer&apos;s clock yourself.</source>
        <translation>服务器没有发送其时间：请自行检查本机时钟。</translation>
    </message>
    <message>
        <source>The server did not send its time, but accepted that of this computer.</source>
        <translation>服务器没有发送其时间，但接受了本机的时间。</translation>
    </message>
    <message>
        <source>The cloud accepted the access key.</source>
        <translation>云端接受了此 Access Key。</translation>
    </message>
    <message>
        <source>The access key ID is missing: enter the one that the provider&apos;s console shows.</source>
        <translation>未填写 Access Key ID：请输入服务商控制台中显示的 ID。</translation>
    </message>
    <message>
        <source>The secret is missing: enter the one that the provider&apos;s console showed with the key.</source>
        <translation>未填写密钥：请输入服务商控制台随 Access Key 显示的密钥。</translation>
    </message>
    <message>
        <source>The key ID or its secret is wrong, and the cloud does not say which: enter both again, and check in the provider&apos;s console whether the key is active.</source>
        <translation>Access Key ID 或其密钥有误，云端没有说明是哪一个：请重新输入两者，并在服务商控制台中检查该 Access Key 是否处于启用状态。</translation>
    </message>
    <message>
        <source>The cloud refused the user of this key (code %1): check the provider&apos;s console, or ask your administrator.</source>
        <translation>云端拒绝了此 Access Key 所属的用户（代码 %1）：请查看服务商控制台，或咨询管理员。</translation>
    </message>
    <message>
        <source>Not accepted, but Clusterdeck signs the provider&apos;s published example correctly: the key ID or the secret is wrong, not the signing.</source>
        <translation>签名未被接受，但 Clusterdeck 能正确签出服务商公布的示例：问题在于 Access Key ID 或密钥，而不是签名方法。</translation>
    </message>
    <message>
        <source>Clusterdeck does not sign the provider&apos;s published example correctly: this copy is damaged. Reinstall it.</source>
        <translation>Clusterdeck 未能正确签出服务商公布的示例：此程序已损坏。请重新安装。</translation>
    </message>
    <message>
        <source>The zone was accepted and has clusters.</source>
        <translation>云端接受了该可用区，其中有集群。</translation>
    </message>
    <message>
        <source>The zone was accepted but has no clusters: if there should be some, check zone and owner.</source>
        <translation>云端接受了该可用区，但其中没有集群：如果应当有集群，请检查可用区和所有者。</translation>
    </message>
    <message>
        <source>The zone is missing: enter the one that the provider&apos;s console shows, for example jn1a.</source>
        <translation>未填写可用区：请输入服务商控制台中显示的可用区，例如 jn1a。</translation>
    </message>
    <message>
        <source>The cloud rejected the request (code 1100), most likely because of the zone: check the zone, then the owner.</source>
        <translation>云端拒绝了请求（代码 1100），最可能是可用区有误：请检查可用区，再检查所有者。</translation>
    </message>
    <message>
        <source>The cloud did not find the zone or the owner (code 2100): check both.</source>
        <translation>云端找不到该可用区或所有者（代码 2100）：请检查两者。</translation>
    </message>
    <message>
        <source>Clusters and the operation log can be read. Whether this key may also delete, stop or start clusters only shows when you try.</source>
        <translation>可以读取集群和操作日志。此 Access Key 是否也能删除、停止或启动集群，只有在执行时才能知道。</translation>
    </message>
    <message>
        <source>The cloud refused to list clusters (code %1): send the report to the provider.</source>
        <translation>云端拒绝列出集群（代码 %1）：请将报告发送给服务商。</translation>
    </message>
    <message>
        <source>Clusters can be read, but not the operation log, so outcomes are harder to verify: ask your administrator for permission to read it.</source>
        <translation>可以读取集群，但不能读取操作日志，因此较难核实操作结果：请向管理员申请读取权限。</translation>
    </message>
    <message>
        <source>Clusters can be read, but the operation log could not be read now: check again.</source>
        <translation>可以读取集群，但操作日志暂时无法读取：请重新检查。</translation>
    </message>
    <message>
        <source>This check used %1 of the %2 calls per hour. Calls of other programs with the same key are not counted.</source>
        <translation>此次检查使用了每小时 %2 次调用中的 %1 次。其他程序使用同一 Access Key 的调用未计入。</translation>
    </message>
    <message>
        <source>By Clusterdeck&apos;s own count, %1 of the %2 calls per hour are left: wait before you start large operations.</source>
        <translation>按 Clusterdeck 的统计，每小时 %2 次调用中还剩 %1 次：请等待一段时间再开始大量操作。</translation>
    </message>
    <message>
        <source>The call quota is used up: wait up to an hour.</source>
        <translation>调用配额已用尽：请等待，最多一小时。</translation>
    </message>
    <message>
        <source>The server does not send the number of clusters, so a missing cluster cannot be noticed: compare with the provider&apos;s console.</source>
        <translation>服务器没有返回集群总数，因此缺少某个集群时无法察觉：请与服务商控制台核对。</translation>
    </message>
    <message>
        <source>The server counts %1 clusters but sends only the first page, so the table stays incomplete: send the report to the provider.</source>
        <translation>服务器统计有 %1 个集群，但只返回第一页，因此列表不完整：请将报告发送给服务商。</translation>
    </message>
    <message>
        <source>The server sends the first page again as the second, so the table stays incomplete: send the report to the provider.</source>
        <translation>服务器把第一页当作第二页再次返回，因此列表不完整：请将报告发送给服务商。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 slow, which is accepted.</source>
        <translation>本机时钟慢 %1，在允许范围内。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 fast, which is accepted.</source>
        <translation>本机时钟快 %1，在允许范围内。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 slow: correct it, or let the system set it.</source>
        <translation>本机时钟慢 %1：请校准，或由系统自动校准。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 fast: correct it, or let the system set it.</source>
        <translation>本机时钟快 %1：请校准，或由系统自动校准。</translation>
    </message>
    <message>
        <source>It works, with warnings: %1.</source>
        <translation>可以使用，但有警告：%1。</translation>
    </message>
    <message>
        <source>The address is an IP address or this computer: no name has to be looked up.</source>
        <translation>地址是 IP 地址或本机，无需解析主机名。</translation>
    </message>
    <message>
        <source>Failed: %1.</source>
        <translation>未通过：%1。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::CleanUpPage</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Clusters and nodes before and after a clean-up</source>
        <translation>清理前后的集群和节点</translation>
    </message>
    <message>
        <source>Which clean-up</source>
        <translation>选择清理操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <comment>what, account, time</comment>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>No clusters are listed.</source>
        <translation>没有列出任何集群。</translation>
    </message>
    <message>
        <source>%1  (− %2)</source>
        <comment>existing (minus deleted)</comment>
        <translation>%1 (− %2)</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>待删除</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>Clusters to be deleted</source>
        <translation>待删除的集群</translation>
    </message>
    <message>
        <source>Nodes to be deleted</source>
        <translation>待删除的节点</translation>
    </message>
    <message>
        <source>Deleted clusters</source>
        <translation>已删除的集群</translation>
    </message>
    <message>
        <source>Deleted nodes</source>
        <translation>已删除的节点</translation>
    </message>
    <message>
        <source>Forecast: delete the selected clusters</source>
        <translation>预测：删除所选集群</translation>
    </message>
    <message>
        <source>No clusters are selected. Listed: %1 with %2.</source>
        <translation>未选择集群。当前列出 %1（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln selected cluster(s) can be deleted now.</source>
        <translation>
            <numerusform>所选的 %Ln 个集群目前都不能删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After deleting %Ln selected cluster(s): %1 → %2.</source>
        <translation>
            <numerusform>删除所选的 %Ln 个集群后：%1 → %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected cluster(s) cannot be deleted now.</source>
        <translation>
            <numerusform>所选集群中有 %Ln 个目前不能删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted: %1 with %2.</source>
        <translation>已删除：%1（%2）。</translation>
    </message>
    <message>
        <source>In progress: %1 with %2.</source>
        <translation>正在处理：%1（%2）。</translation>
    </message>
    <message>
        <source>Not deleted: %1 with %2.</source>
        <translation>未删除：%1（%2）。</translation>
    </message>
    <message>
        <source>The account now lists %1 with %2; &quot;Before&quot; adds the deleted ones.</source>
        <translation>该账户目前列出 %1（%2）；“之前”还包括已删除的集群。</translation>
    </message>
    <message>
        <source>No clusters of the account are listed, so the remaining number is unknown.</source>
        <translation>该账户没有列出任何集群，因此剩余数量未知。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ClusterActions</name>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Locked Na&amp;mes…</source>
        <translation>锁定的名称(&amp;M)…</translation>
    </message>
    <message>
        <source>Select by &amp;List…</source>
        <translation>按列表选择(&amp;L)…</translation>
    </message>
    <message>
        <source>Mar&amp;ks…</source>
        <translation>标记(&amp;K)…</translation>
    </message>
    <message>
        <source>Mark the selected clusters to keep or with an expiry date, for all users of the account</source>
        <translation>将所选集群标记为保留，或标注到期日期，对账户的所有用户有效</translation>
    </message>
    <message>
        <source>&amp;Open Plan…</source>
        <translation>打开方案(&amp;O)…</translation>
    </message>
    <message>
        <source>Apply a saved plan after its approval</source>
        <translation>执行已保存并供审批的方案</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ClusterModel</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>运行中的作业</translation>
    </message>
    <message>
        <source>Queued jobs</source>
        <translation>排队的作业</translation>
    </message>
    <message>
        <source>CPU hours</source>
        <translation>CPU 小时</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Run user</source>
        <translation>运行用户</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ClusterPane</name>
    <message>
        <source>Filter &amp;Bar</source>
        <translation>筛选栏(&amp;B)</translation>
    </message>
    <message>
        <source>Filter clusters</source>
        <translation>筛选集群</translation>
    </message>
    <message>
        <source>Filter by name, ID, owner…</source>
        <translation>按名称、ID、所有者筛选…</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No cloud is connected</source>
        <translation>未连接任何云</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>添加账户…</translation>
    </message>
    <message>
        <source>Import a key…</source>
        <translation>导入密钥…</translation>
    </message>
    <message>
        <source>No account is open</source>
        <translation>没有打开的账户</translation>
    </message>
    <message>
        <source>The saved accounts are closed or need their secrets.</source>
        <translation>已保存的账户已关闭或需要密钥。</translation>
    </message>
    <message>
        <source>Show accounts…</source>
        <translation>显示账户…</translation>
    </message>
    <message>
        <source>Opening the accounts…</source>
        <translation>正在打开账户…</translation>
    </message>
    <message>
        <source>Reading clusters…</source>
        <translation>正在读取集群…</translation>
    </message>
    <message>
        <source>The clusters could not be read</source>
        <translation>无法读取集群</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Check connection…</source>
        <translation>检查连接…</translation>
    </message>
    <message>
        <source>No clusters</source>
        <translation>没有集群</translation>
    </message>
    <message>
        <source>This account has no clusters in this zone.</source>
        <translation>此账户在此可用区中没有集群。</translation>
    </message>
    <message>
        <source>These accounts have no clusters in their zones.</source>
        <translation>这些账户在各自的可用区中没有集群。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>没有符合筛选条件的集群</translation>
    </message>
    <message>
        <source>Back to the filter</source>
        <translation>返回筛选结果</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示这些集群</translation>
    </message>
    <message>
        <source>Deselect them</source>
        <translation>取消选择这些集群</translation>
    </message>
    <message>
        <source>No cluster matches: %1.</source>
        <comment>the filter in words</comment>
        <translation>没有集群符合：%1。</translation>
    </message>
    <message>
        <source>Show &amp;All Clusters</source>
        <translation>显示全部集群(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export Shown Clusters…</source>
        <translation>导出显示的集群(&amp;E)…</translation>
    </message>
    <message>
        <source>Presenter mode shows the saved accounts that the keychain opens without a question. To add or to open accounts, turn it off in the View menu.</source>
        <translation>演示者模式只显示密钥环无需询问即可打开的已保存账户。要添加或打开账户，请在“视图”菜单中关闭此模式。</translation>
    </message>
    <message>
        <source>Waiting for their secrets from the keychain. If it asks, answer in its own window.</source>
        <translation>正在等待密钥环提供这些账户的密钥。如果密钥环询问，请在它自己的窗口中回答。</translation>
    </message>
    <message>
        <source>You can also try everything in the built-in practice cloud, without an account.</source>
        <translation>也可以在内置的演练环境中试用全部功能，无需账户。</translation>
    </message>
    <message>
        <source>Connect your own cloud with an access key, or import a key that the provider&apos;s tools use on this computer.</source>
        <translation>使用 Access Key 连接自己的云，或导入服务商工具在本机上使用的密钥。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ClusterTable</name>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>复制所选行(&amp;C)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ClusterTableModel</name>
    <message>
        <source>Locked: this cluster cannot be deleted, stopped, started or renamed.</source>
        <translation>已锁定：该集群不能被删除、停止、启动或重命名。</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <comment>name</comment>
        <translation>%1，已锁定</translation>
    </message>
    <message>
        <source>%1, sorted, ascending</source>
        <comment>column</comment>
        <translation>%1，已排序，升序</translation>
    </message>
    <message>
        <source>%1, sorted, descending</source>
        <comment>column</comment>
        <translation>%1，已排序，降序</translation>
    </message>
    <message>
        <source>%1, sorted second, ascending</source>
        <comment>column</comment>
        <translation>%1，次要排序，升序</translation>
    </message>
    <message>
        <source>%1, sorted second, descending</source>
        <comment>column</comment>
        <translation>%1，次要排序，降序</translation>
    </message>
    <message>
        <source>“%1” stands for characters that could not be read.</source>
        <translation>“%1”代表无法读取的字符。</translation>
    </message>
    <message>
        <source>The ID contains unreadable characters, so this cluster cannot be changed here.</source>
        <translation>ID 中含有无法读取的字符，因此不能在此对该集群执行操作。</translation>
    </message>
    <message>
        <source>%1, not fully readable</source>
        <comment>name or ID</comment>
        <translation>%1，无法完全读取</translation>
    </message>
    <message>
        <source>Not refreshed since Clusterdeck started.</source>
        <translation>Clusterdeck 启动后尚未刷新。</translation>
    </message>
    <message>
        <source>Always</source>
        <comment>kept without an end</comment>
        <translation>始终</translation>
    </message>
    <message>
        <source>Until %1, ended</source>
        <comment>day</comment>
        <translation>至 %1，已结束</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>day</comment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1, expired</source>
        <comment>day</comment>
        <translation>%1，已到期</translation>
    </message>
    <message>
        <source>An unrecognized mark counts as [keep].</source>
        <translation>无法识别的标记按 [keep] 处理。</translation>
    </message>
    <message>
        <source>Its CPU hours or number of jobs are unknown</source>
        <translation>CPU 小时数或作业数未知</translation>
    </message>
    <message>
        <source>%1, marked to keep</source>
        <comment>name</comment>
        <translation>%1，已标记为保留</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ColumnModel</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a row that is read out</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ColumnsMenu</name>
    <message>
        <source>&amp;Sort By</source>
        <translation>排序依据(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Then By</source>
        <translation>次要排序依据(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>升序(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>降序(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::CommandRun</name>
    <message>
        <source>No operations yet.</source>
        <translation>尚无操作。</translation>
    </message>
    <message>
        <source>No account is open. Add one in the window, or pass --endpoint, --zone and --owner.</source>
        <translation>没有打开的账户。请在窗口中添加账户，或指定 --endpoint、--zone 和 --owner。</translation>
    </message>
    <message>
        <source>The clusters could not be read in time. Nothing was sent.</source>
        <translation>未能及时读取集群。未发送任何请求。</translation>
    </message>
    <message>
        <source>%1 is in several accounts: choose one with --account.</source>
        <translation>多个账户中都有 %1：请用 --account 指定其中一个。</translation>
    </message>
    <message>
        <source>Is their data saved or not needed? Type %1: </source>
        <comment>a word</comment>
        <translation>这些集群的数据是否已保存或不再需要？输入 %1： </translation>
    </message>
    <message>
        <source>%1. Ctrl+C cancels.</source>
        <translation>%1。按 Ctrl+C 取消。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was sent.</source>
        <translation>已取消。未发送任何请求。</translation>
    </message>
    <message>
        <source>Stopped waiting. Operations that were sent continue, and Clusterdeck follows them at its next start.</source>
        <translation>已停止等待。已发送的操作会继续执行，下次启动 Clusterdeck 时将继续跟踪。</translation>
    </message>
    <message>
        <source>Reading the journal.</source>
        <translation>正在读取操作日志库。</translation>
    </message>
    <message>
        <source>The hash of this plan is %1. Pass it to apply --hash to apply only this plan.</source>
        <translation>此方案的哈希值为 %1。将其传给 apply --hash，可确保只执行此方案。</translation>
    </message>
    <message>
        <source>Risk tier %1.</source>
        <translation>风险级别：%1。</translation>
    </message>
    <message>
        <source>To read the output of another program, use - for standard input.</source>
        <translation>如需读取其他程序的输出，请使用 -（标准输入）。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何请求。</translation>
    </message>
    <message>
        <source>The journal could not be read completely: %1</source>
        <translation>操作日志库未能完整读取：%1</translation>
    </message>
    <message>
        <source>%1 could be %2 or %3: use the exact upper and lower case.</source>
        <translation>%1 可能是 %2 或 %3：请严格区分大小写填写。</translation>
    </message>
    <message>
        <source>The list of clusters could not be read completely.</source>
        <translation>集群列表未能完整读取。</translation>
    </message>
    <message>
        <source>The list is not complete.</source>
        <translation>列表不完整。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more parked cluster(s) could be due: their accounts were not read.</source>
        <translation>
            <numerusform>另有 %Ln 个已停放的集群可能已到期：其账户未读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有到期的集群。</translation>
    </message>
    <message>
        <source>The approval code of this plan is %1. Until %2 it can be applied with apply --approval and this code.</source>
        <translation>此方案的批准码为 %1。在 %2 之前，可以用 apply --approval 加此批准码执行。</translation>
    </message>
    <message>
        <source>Clusters in the plan: %1. Excluded: %2.</source>
        <translation>方案中的集群数：%1。已排除：%2。</translation>
    </message>
    <message>
        <source>Type %1, the number of clusters, to continue: </source>
        <translation>输入集群数量 %1 以继续：</translation>
    </message>
    <message>
        <source>There is no saved account “%1”.</source>
        <translation>没有名为“%1”的已保存账户。</translation>
    </message>
    <message>
        <source>A command cannot continue: the rest is cancelled. Make a new plan.</source>
        <translation>命令无法继续：其余请求已取消。请重新生成方案。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::CommandText</name>
    <message numerus="yes">
        <source>%1: about %Ln call(s), %2 left this hour</source>
        <translation>
            <numerusform>%1：约需 %Ln 次调用，本小时剩余 %2 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: about %Ln call(s)</source>
        <translation>
            <numerusform>%1：约需 %Ln 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the clusters can be changed.</source>
        <translation>没有可以执行此操作的集群。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何请求。</translation>
    </message>
    <message>
        <source>%1  %2 in %3 / %4</source>
        <comment>time, verb and number, account, zone</comment>
        <translation>%1  %2（%3 / %4）</translation>
    </message>
    <message>
        <source>None of the clusters can be changed any more. Nothing was sent.</source>
        <translation>已没有可以执行此操作的集群。未发送任何请求。</translation>
    </message>
    <message>
        <source>No terminal to ask on. Pass --count %1 to confirm. Nothing was sent.</source>
        <translation>没有可供询问的终端。请用 --count %1 确认。未发送任何请求。</translation>
    </message>
    <message>
        <source>Pass --data-saved if the data is saved or not needed. Nothing was sent.</source>
        <translation>如果数据已保存或不再需要，请加上 --data-saved。未发送任何请求。</translation>
    </message>
    <message>
        <source>Waiting for standard input.</source>
        <translation>正在等待标准输入。</translation>
    </message>
    <message>
        <source>Reading the clusters of %1.</source>
        <comment>accounts</comment>
        <translation>正在读取 %1 的集群。</translation>
    </message>
    <message>
        <source>Reading the current state of %1.</source>
        <comment>accounts</comment>
        <translation>正在读取 %1 的最新情况。</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the answers about %Ln cluster(s).</source>
        <translation>
            <numerusform>正在等待 %Ln 个集群的请求响应。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %Ln operation(s) to end. Ctrl+C ends only this command.</source>
        <translation>
            <numerusform>正在等待 %Ln 个操作结束。按 Ctrl+C 只结束此命令。</numerusform>
        </translation>
    </message>
    <message>
        <source>Standard input is too large.</source>
        <translation>标准输入过大。</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>无法读取标准输入。</translation>
    </message>
    <message>
        <source>Checking the journal, because the last run of Clusterdeck did not end properly.</source>
        <translation>正在检查操作日志库，因为 Clusterdeck 上次运行未正常结束。</translation>
    </message>
    <message>
        <source>The account requires a reason: pass --reason with a ticket or a purpose. Nothing was sent.</source>
        <translation>该账户要求填写原因：请用 --reason 给出工单号或用途。未发送任何请求。</translation>
    </message>
    <message>
        <source>There is no filter “%1”. Available: %2. Save others in the window.</source>
        <translation>没有名为“%1”的筛选。可用的有：%2。其他筛选可在窗口中保存。</translation>
    </message>
    <message>
        <source>Wrong number of clusters: %1 is expected. Nothing was sent.</source>
        <translation>集群数量不符：应为 %1。未发送任何请求。</translation>
    </message>
    <message>
        <source>excluded: %1 – %2</source>
        <comment>ID and name, reason</comment>
        <translation>已排除：%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) excluded:</source>
        <translation>
            <numerusform>已排除 %Ln 个集群：</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a different plan: its hash is %1. Nothing was sent.</source>
        <translation>这是另一份方案，其哈希值为 %1。未发送任何请求。</translation>
    </message>
    <message>
        <source>This plan has a different reason: %1. Leave out --reason, or make a new plan. Nothing was sent.</source>
        <translation>此方案的原因不同：%1。请去掉 --reason，或重新生成方案。未发送任何请求。</translation>
    </message>
    <message>
        <source>This plan has no approval code, because it was made without --valid. Run apply without --approval. Nothing was sent.</source>
        <translation>此方案没有批准码，因为制定时没有使用 --valid。请去掉 --approval。未发送任何请求。</translation>
    </message>
    <message>
        <source>This plan needs its approval code. Pass --approval with the code of the approved plan. Nothing was sent.</source>
        <translation>此方案需要批准码：请用 --approval 给出已获批准的方案的批准码。未发送任何请求。</translation>
    </message>
    <message>
        <source>This is not the approved plan: its approval code is not %1. Nothing was sent.</source>
        <translation>这不是已获批准的方案：其批准码不是 %1。未发送任何请求。</translation>
    </message>
    <message>
        <source>This plan was made at %1 and was valid until %2. Make a new one and have it approved. Nothing was sent.</source>
        <translation>此方案制定于 %1，有效期至 %2。请重新制定方案并获得批准。未发送任何请求。</translation>
    </message>
    <message numerus="yes">
        <source>This plan was made at %1 and is valid for %Ln minute(s). Make a new one. Nothing was sent.</source>
        <translation>
            <numerusform>此方案生成于 %1，有效期 %Ln 分钟。请重新生成。未发送任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>This plan is for another account than the open ones: %1. Open it, or choose it with --account. Nothing was sent.</source>
        <translation>此方案所属的账户未打开：%1。请打开该账户，或用 --account 选择。未发送任何请求。</translation>
    </message>
    <message>
        <source>The account requires a reason, and this approved plan has none. Make a new plan with --reason and have it approved. Nothing was sent.</source>
        <translation>该账户要求填写原因，而此已获批准的方案没有原因。请用 --reason 重新制定方案并获得批准。未发送任何请求。</translation>
    </message>
    <message>
        <source>This plan was approved without a reason, and none can be added. Leave out --reason, or make a new plan with a reason and have it approved. Nothing was sent.</source>
        <translation>此方案获得批准时没有原因，不能再添加。请去掉 --reason，或重新制定带原因的方案并获得批准。未发送任何请求。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ConfirmDialog</name>
    <message>
        <source>Search in this list</source>
        <translation>在此列表中查找</translation>
    </message>
    <message>
        <source>Affected clusters</source>
        <translation>涉及的集群</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Stop instead</source>
        <translation>改为停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stopped clusters can be started again. Asks for confirmation.</source>
        <translation>已停止的集群可以再次启动。执行前会再次确认。</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>另存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>No operation is possible</source>
        <translation>没有可执行的操作</translation>
    </message>
    <message>
        <source>&amp;Copy command</source>
        <translation>复制命令(&amp;C)</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>命令已复制</translation>
    </message>
    <message>
        <source>No cluster matches the search.</source>
        <translation>没有与搜索匹配的集群。</translation>
    </message>
    <message>
        <source>What remains and may incur costs</source>
        <translation>会保留且可能产生费用的内容</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln excluded</source>
        <translation>
            <numerusform>已排除 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan and its consequences as a PDF, for approval. Sends nothing.</source>
        <translation>将方案及其影响存为 PDF，供审批。不发送任何请求。</translation>
    </message>
    <message>
        <source>A terminal command that makes the same plan for the ticked clusters. Sends nothing.</source>
        <translation>终端命令，为已勾选的集群生成相同的方案。不发送任何请求。</translation>
    </message>
    <message>
        <source>None of the selected clusters can be changed now:</source>
        <translation>所选集群目前均不能更改：</translation>
    </message>
    <message>
        <source>Sa&amp;ve plan…</source>
        <translation>保存方案(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the checked clusters to a file that others approve, to be applied within days. Sends nothing.</source>
        <translation>将勾选的集群保存为文件，供审批并在数天内执行。不发送任何请求。</translation>
    </message>
    <message>
        <source>Tell &amp;owners…</source>
        <translation>通知所有者(&amp;O)…</translation>
    </message>
    <message>
        <source>Write a text for each owner: which clusters, when, and how to object. Sends nothing.</source>
        <translation>为每位所有者生成文字：哪些集群、何时删除、如何反对。不发送任何请求。</translation>
    </message>
    <message>
        <source>Enter confirms nothing. Click “%1”, or go to it with Tab and press Space.</source>
        <translation>回车键不会确认任何操作。请点击“%1”，或用 Tab 键移到该按钮后按空格键。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ConfirmationForm</name>
    <message>
        <source>The data is saved or not needed</source>
        <translation>数据已保存或不再需要</translation>
    </message>
    <message>
        <source>Last 4 characters of the &amp;ID</source>
        <translation>ID 的最后 4 个字符(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Number of clusters</source>
        <translation>集群数量(&amp;N)</translation>
    </message>
    <message>
        <source>Last 4 characters of the ID</source>
        <translation>ID 的最后 4 个字符</translation>
    </message>
    <message>
        <source>Number of clusters</source>
        <translation>集群数量</translation>
    </message>
    <message>
        <source>The d&amp;ata is saved or not needed</source>
        <translation>数据已保存或不再需要(&amp;A)</translation>
    </message>
    <message>
        <source>Type %1 to continue</source>
        <comment>a number or the end of an ID</comment>
        <translation>输入 %1 以继续</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ticket or purpose, for the record</source>
        <translation>工单号或用途，留作记录</translation>
    </message>
    <message>
        <source>The account requires a reason</source>
        <translation>该账户要求填写原因</translation>
    </message>
    <message>
        <source>Invisible characters are not allowed</source>
        <translation>不能包含不可见字符</translation>
    </message>
    <message>
        <source>Approved without a reason, which the account requires: make a new plan</source>
        <translation>该方案获批时没有原因，而账户要求填写原因：请重新制定方案</translation>
    </message>
</context>
<context>
    <name>clusterdeck::CountButtons</name>
    <message>
        <source>Show only these. Press again to show all.</source>
        <translation>仅显示这些。再按一次显示全部。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Counts</name>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln 个集群</numerusform>
        </translation>
    </message>
    <message>
        <source>an unknown number of nodes</source>
        <translation>数量未知的节点</translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln node(s)</source>
        <translation>
            <numerusform>至少 %Ln 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>at least</comment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>% of all</source>
        <translation>占全部的百分比</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>clusterdeck::DeletedClusterText</name>
    <message numerus="yes">
        <source>%Ln CPU(s)</source>
        <translation>
            <numerusform>%Ln 个 CPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln GPU(s)</source>
        <translation>
            <numerusform>%Ln 个 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>number and role</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2 (%3)</source>
        <comment>number, role, what each has</comment>
        <translation>%1 × %2（%3）</translation>
    </message>
    <message>
        <source>Its nodes were not read: this is only done for up to 20 clusters at once.</source>
        <translation>未读取其节点：仅在一次不超过 20 个集群时读取。</translation>
    </message>
    <message>
        <source>Its nodes were not read: too few calls were left this hour.</source>
        <translation>未读取其节点：本小时剩余的调用次数太少。</translation>
    </message>
    <message>
        <source>Its nodes could not be read: %1</source>
        <translation>无法读取其节点：%1</translation>
    </message>
    <message>
        <source>Not all of its nodes could be read.</source>
        <translation>未能读取其全部节点。</translation>
    </message>
    <message>
        <source>Its nodes were not read: its deletion was sent first.</source>
        <translation>未读取其节点：删除请求先行发出。</translation>
    </message>
    <message>
        <source>Evidence: the cluster was missing in two readings, but no matching operation was found.</source>
        <translation>依据：该集群在两次读取中均不存在，但未找到对应的操作。</translation>
    </message>
    <message>
        <source>Evidence: operation %1, started by another user, was successful, and the cluster was missing in two readings.</source>
        <translation>依据：由其他用户发起的操作 %1 已成功，且该集群在两次读取中均不存在。</translation>
    </message>
    <message>
        <source>Evidence: operation %1 was successful, and the cluster was missing in two readings.</source>
        <translation>依据：操作 %1 已成功，且该集群在两次读取中均不存在。</translation>
    </message>
    <message>
        <source>NAS: %1</source>
        <translation>NAS：%1</translation>
    </message>
    <message>
        <source>Mount point: %1</source>
        <translation>挂载点：%1</translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation>路径：%1</translation>
    </message>
    <message>
        <source>Shared path: %1</source>
        <translation>共享路径：%1</translation>
    </message>
    <message>
        <source>Running jobs at confirmation: %1</source>
        <translation>确认时运行中的作业：%1</translation>
    </message>
    <message>
        <source>Queued jobs at confirmation: %1</source>
        <translation>确认时排队的作业：%1</translation>
    </message>
    <message>
        <source>Finished jobs: %1</source>
        <translation>已完成的作业：%1</translation>
    </message>
    <message>
        <source>CPU hours: %1</source>
        <translation>CPU 小时：%1</translation>
    </message>
    <message>
        <source>Memory hours: %1</source>
        <translation>内存小时：%1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>删除时间：%1</translation>
    </message>
    <message>
        <source>Deleted by: %1</source>
        <translation>删除者：%1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>确认时间：%1</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>发送时间：%1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>名称：%1</translation>
    </message>
    <message>
        <source>ID: %1</source>
        <translation>ID：%1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>描述：%1</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>类型：%1</translation>
    </message>
    <message>
        <source>Scheduler: %1</source>
        <translation>调度器：%1</translation>
    </message>
    <message>
        <source>Billing: %1</source>
        <translation>计费方式：%1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>所有者：%1</translation>
    </message>
    <message>
        <source>Run user: %1</source>
        <translation>运行用户：%1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>账户：%1</translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation>可用区：%1</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>创建时间：%1</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>节点：%1</translation>
    </message>
    <message>
        <source>Software: %1</source>
        <translation>软件：%1</translation>
    </message>
    <message>
        <source>Cluster “%1” (%2)</source>
        <translation>集群“%1”（%2）</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>类型 %1</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>可用区 %1</translation>
    </message>
    <message>
        <source>scheduler %1</source>
        <translation>调度器 %1</translation>
    </message>
    <message>
        <source>nodes: %1</source>
        <translation>节点：%1</translation>
    </message>
    <message>
        <source>software: %1</source>
        <translation>软件：%1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>创建于 %1</translation>
    </message>
    <message>
        <source>deleted %1</source>
        <translation>删除于 %1</translation>
    </message>
    <message>
        <source>%1 CPU hours</source>
        <translation>%1 CPU 小时</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>the parts of a citation</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>It is unknown whether its nodes were read: the record is damaged, or was written by another version of Clusterdeck.</source>
        <translation>不清楚是否读取过其节点：记录已损坏，或由其他版本的 Clusterdeck 写入。</translation>
    </message>
    <message>
        <source>of an unknown role</source>
        <comment>nodes</comment>
        <translation>角色未知</translation>
    </message>
    <message>
        <source>Evidence: the cluster was missing in two readings, but is listed again. Check the provider&apos;s console.</source>
        <translation>依据：该集群在两次读取中均不存在，但又出现在列表中。请查看服务商控制台。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Approval code: %1</source>
        <translation>批准码：%1</translation>
    </message>
</context>
<context>
    <name>clusterdeck::DeletedClustersPage</name>
    <message>
        <source>Search the deleted clusters</source>
        <translation>查找已删除的集群</translation>
    </message>
    <message>
        <source>Name, ID, owner, software…</source>
        <translation>名称、ID、所有者、软件…</translation>
    </message>
    <message>
        <source>Deleted clusters, newest first</source>
        <translation>已删除的集群，最新的在前</translation>
    </message>
    <message>
        <source>Last known details of the cluster</source>
        <translation>该集群的最后已知信息</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>复制文本(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;JSON</source>
        <translation>复制 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Copy c&amp;itation</source>
        <translation>复制引文(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Export selected…</source>
        <translation>导出已选(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;all shown…</source>
        <translation>导出当前显示的全部(&amp;A)…</translation>
    </message>
    <message>
        <source>This program has not deleted any clusters yet.</source>
        <translation>本程序尚未删除过集群。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted cluster(s)</source>
        <translation>
            <numerusform>%Ln 个已删除的集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln deleted cluster(s)</source>
        <translation>
            <numerusform>%1 个，共 %Ln 个已删除的集群</numerusform>
        </translation>
    </message>
    <message>
        <source>No deleted cluster matches the filter.</source>
        <translation>没有与筛选条件匹配的已删除集群。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::DemoBadge</name>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>The built-in practice cloud: no real cluster is affected.</source>
        <translation>内置的演练环境：不会影响任何真实集群。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::DesktopPresence</name>
    <message>
        <source>&amp;Show Clusterdeck</source>
        <translation>显示 Clusterdeck(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Show in the Tray</source>
        <translation>在系统托盘中显示(&amp;S)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::DetailColumns</name>
    <message>
        <source>Controller</source>
        <comment>node</comment>
        <translation>管控节点</translation>
    </message>
    <message>
        <source>Login</source>
        <comment>node</comment>
        <translation>登录节点</translation>
    </message>
    <message>
        <source>Compute</source>
        <comment>node</comment>
        <translation>计算节点</translation>
    </message>
    <message>
        <source>Healthy</source>
        <comment>node</comment>
        <translation>健康</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <comment>node</comment>
        <translation>异常</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>job</comment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>job</comment>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>job</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>job</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>job</comment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Private IP</source>
        <translation>内网 IP</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状态</translation>
    </message>
    <message>
        <source>Public IP</source>
        <translation>公网 IP</translation>
    </message>
    <message>
        <source>CPU model</source>
        <translation>CPU 型号</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>作业 ID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
</context>
<context>
    <name>clusterdeck::DetailTab</name>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Read anyway</source>
        <translation>仍要读取</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Read this tab again</source>
        <translation>重新读取此选项卡</translation>
    </message>
    <message>
        <source>Copy All Rows</source>
        <translation>复制所有行</translation>
    </message>
    <message>
        <source>Copy All Rows as JSON</source>
        <translation>将所有行复制为 JSON</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Details</name>
    <message>
        <source>Reading nodes…</source>
        <translation>正在读取节点…</translation>
    </message>
    <message>
        <source>Reading jobs…</source>
        <translation>正在读取作业…</translation>
    </message>
    <message>
        <source>Reading users…</source>
        <translation>正在读取用户…</translation>
    </message>
    <message>
        <source>Reading software…</source>
        <translation>正在读取软件…</translation>
    </message>
    <message>
        <source>Reading operations…</source>
        <translation>正在读取操作…</translation>
    </message>
    <message>
        <source>No nodes</source>
        <translation>无节点</translation>
    </message>
    <message>
        <source>The cloud lists none for this cluster.</source>
        <translation>云端没有列出该集群的此项信息。</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>无作业</translation>
    </message>
    <message>
        <source>The scheduler has no running, queued or finished jobs.</source>
        <translation>调度器中没有运行中、排队或已结束的作业。</translation>
    </message>
    <message>
        <source>No users</source>
        <translation>无用户</translation>
    </message>
    <message>
        <source>No software</source>
        <translation>无软件</translation>
    </message>
    <message>
        <source>No operations</source>
        <translation>无操作</translation>
    </message>
    <message>
        <source>Neither the provider&apos;s log nor Clusterdeck&apos;s history has an operation on this cluster.</source>
        <translation>服务商的日志和 Clusterdeck 的历史中都没有该集群的操作。</translation>
    </message>
    <message>
        <source>The nodes could not be read</source>
        <translation>未能读取节点</translation>
    </message>
    <message>
        <source>The jobs could not be read</source>
        <translation>未能读取作业</translation>
    </message>
    <message>
        <source>The users could not be read</source>
        <translation>未能读取用户</translation>
    </message>
    <message>
        <source>The software could not be read</source>
        <translation>未能读取软件</translation>
    </message>
    <message>
        <source>The operations could not be read</source>
        <translation>未能读取操作</translation>
    </message>
    <message>
        <source>The hourly call quota is nearly used up. The remaining calls are reserved for operations.</source>
        <translation>每小时的调用配额即将用尽。剩余次数保留给操作使用。</translation>
    </message>
    <message>
        <source>The cloud reports that this cluster no longer exists.</source>
        <translation>云端表示该集群已不存在。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, and more</source>
        <comment>rows</comment>
        <translation>不止 %1</translation>
    </message>
    <message>
        <source>The answer contains rows, but none of them can be read.</source>
        <translation>响应中有数据行，但没有一行可以读取。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read anyway</source>
        <translation>仍要读取</translation>
    </message>
    <message>
        <source>As of %1 · %2</source>
        <comment>time, number of rows</comment>
        <translation>截至 %1 · %2 行</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>未能刷新：%1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>未读取：%1</translation>
    </message>
    <message>
        <source>Reading descriptions…</source>
        <translation>正在读取描述…</translation>
    </message>
    <message>
        <source>Descriptions not read: %1</source>
        <translation>未能读取描述：%1</translation>
    </message>
</context>
<context>
    <name>clusterdeck::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>No cluster selected</source>
        <translation>未选择集群</translation>
    </message>
    <message>
        <source>Select a cluster in the table to see its details.</source>
        <translation>在表格中选择一个集群，查看其详情。</translation>
    </message>
    <message>
        <source>This cluster no longer exists. Its last known details are shown until you select another one.</source>
        <translation>该集群已不存在。其最后已知的详情会显示到选择其他集群为止。</translation>
    </message>
    <message>
        <source>No longer exists</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>time</comment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Copy ss&amp;h Command</source>
        <translation>复制 ssh 命令(&amp;H)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Drawing</name>
    <message>
        <source>The chart could not be drawn.</source>
        <translation>无法绘制图表。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::EnvironmentBadge</name>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>account, environment</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ErrorText</name>
    <message>
        <source>The answer was lost. Clusterdeck is reading the cloud to find the outcome.</source>
        <translation>响应丢失。Clusterdeck 正在从云端核实结果。</translation>
    </message>
    <message>
        <source>The connection is not secure: the server&apos;s certificate has expired or is not valid yet. Check this computer&apos;s date; if it is right, tell the provider.</source>
        <translation>连接不安全：服务器证书已过期或尚未生效。请检查本机日期；如果日期正确，请告知服务商。</translation>
    </message>
    <message>
        <source>The connection is not secure: the server&apos;s certificate is for another host. Check the address.</source>
        <translation>连接不安全：服务器证书是签发给其他主机的。请检查接口地址。</translation>
    </message>
    <message>
        <source>The connection is not secure: the server&apos;s certificate is self-signed. If your cloud uses one, enter its CA file in the account.</source>
        <translation>连接不安全：服务器使用自签名证书。如果所用的云本应如此，请在账户中填写其 CA 文件。</translation>
    </message>
    <message>
        <source>The connection is not secure: the issuer of the server&apos;s certificate is not trusted. If your cloud has its own authority, enter its CA file in the account.</source>
        <translation>连接不安全：服务器证书的颁发者不受信任。如果所用的云有自己的证书颁发机构，请在账户中填写其 CA 文件。</translation>
    </message>
    <message>
        <source>The server does not support a secure TLS version (1.2 or newer). Check the address, or ask the provider.</source>
        <translation>服务器不支持安全的 TLS 版本（1.2 或更高）。请检查接口地址，或咨询服务商。</translation>
    </message>
    <message>
        <source>The connection is not secure: the server&apos;s certificate was not accepted. Check the address and this computer&apos;s date.</source>
        <translation>连接不安全：服务器证书未被接受。请检查接口地址和本机日期。</translation>
    </message>
    <message>
        <source>Refused in a request with other clusters, and possibly changed since. Clusterdeck is reading the list to find the outcome.</source>
        <translation>与其他集群在同一请求中被拒绝，之后可能已发生变化。Clusterdeck 正通过列表核实结果。</translation>
    </message>
    <message>
        <source>Refused in a request with other clusters: it is read again, then sent in a smaller group.</source>
        <translation>与其他集群在同一请求中被拒绝：将先重新读取，再以更小的分组发送。</translation>
    </message>
    <message>
        <source>Refused in a request with other clusters, and unchanged: it will be sent again in a smaller group.</source>
        <translation>与其他集群在同一请求中被拒绝，但没有变化：将以更小的分组再次发送。</translation>
    </message>
    <message>
        <source>The cloud refused the request.</source>
        <translation>云端拒绝了请求。</translation>
    </message>
    <message>
        <source>The operation failed in the cloud.</source>
        <translation>操作在云端执行失败。</translation>
    </message>
    <message>
        <source>The operation failed in the cloud. Provider: “%1”</source>
        <translation>操作在云端执行失败。服务商：“%1”</translation>
    </message>
    <message>
        <source>The provider reports that this cluster does not exist. Clusterdeck is reading the list to check.</source>
        <translation>服务商报告该集群不存在。Clusterdeck 正通过列表核实。</translation>
    </message>
    <message>
        <source>Accepted, but without a job ID. Clusterdeck follows the cluster in the list.</source>
        <translation>已受理，但没有任务 ID。Clusterdeck 正通过列表跟踪该集群。</translation>
    </message>
    <message>
        <source>The job ID is unknown, but an operation is running on the cluster.</source>
        <translation>任务 ID 未知，但该集群上有操作正在进行。</translation>
    </message>
    <message>
        <source>The request was not carried out. You can try again.</source>
        <translation>请求未被执行。可以重试。</translation>
    </message>
    <message>
        <source>The cluster is in the requested state, but no matching operation was found.</source>
        <translation>集群已处于所请求的状态，但未找到对应的操作。</translation>
    </message>
    <message>
        <source>The cluster no longer exists.</source>
        <translation>集群已不存在。</translation>
    </message>
    <message>
        <source>The operation was started by another user.</source>
        <translation>该操作由其他用户发起。</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>发送前已取消。</translation>
    </message>
    <message>
        <source>Clusterdeck ended before it was sent. It will not be sent automatically.</source>
        <translation>发送前 Clusterdeck 已结束运行。此项不会自动发送。</translation>
    </message>
    <message>
        <source>The cloud cannot be reached. Check the network connection and the address.</source>
        <translation>无法连接云端。请检查网络连接和接口地址。</translation>
    </message>
    <message>
        <source>The host name was not found. Check the address and the network connection.</source>
        <translation>主机名无法解析。请检查接口地址和网络连接。</translation>
    </message>
    <message>
        <source>The host refused the connection. Check the address and its port.</source>
        <translation>主机拒绝连接。请检查接口地址及其端口。</translation>
    </message>
    <message>
        <source>The cloud did not answer in time. Try again in a moment.</source>
        <translation>云端未及时响应。请稍后重试。</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>请求已取消。</translation>
    </message>
    <message>
        <source>The server redirects requests, and redirects are not followed. Check the address.</source>
        <translation>服务器要求重定向，而 Clusterdeck 不跟随重定向。请检查接口地址。</translation>
    </message>
    <message>
        <source>The answer was not understood. Check that the address is that of the EHPC service.</source>
        <translation>无法理解响应。请检查接口地址是否为 EHPC 服务的地址。</translation>
    </message>
    <message>
        <source>The cloud refused the request (code %1).</source>
        <translation>云端拒绝了请求（代码 %1）。</translation>
    </message>
    <message>
        <source>The access key was not accepted. Check the key and its secret.</source>
        <translation>Access Key 未被接受。请检查 Access Key ID 及其密钥。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs from the cloud&apos;s. Correct the clock.</source>
        <translation>本机时钟与云端不一致。请校准时钟。</translation>
    </message>
    <message>
        <source>Not allowed: the cluster belongs to another user, or another operation is running on it.</source>
        <translation>不允许：集群属于其他用户，或有其他操作正在进行。</translation>
    </message>
    <message>
        <source>The call quota is used up. Wait up to an hour.</source>
        <translation>调用配额已用尽。请等待，最多一小时。</translation>
    </message>
    <message>
        <source>Another resource depends on this cluster. Remove that resource first.</source>
        <translation>有其他资源依赖此集群。请先移除该资源。</translation>
    </message>
    <message>
        <source>The cloud had an internal error. Try again in a moment.</source>
        <translation>云端发生内部错误。请稍后重试。</translation>
    </message>
    <message>
        <source>The cloud is being updated. Try again later.</source>
        <translation>云端正在更新。请过一段时间再试。</translation>
    </message>
    <message>
        <source>Provider: “%1”</source>
        <translation>服务商：“%1”</translation>
    </message>
    <message>
        <source>Provider: “%1” (code %2)</source>
        <translation>服务商：“%1”（代码 %2）</translation>
    </message>
    <message>
        <source>This is taking unusually long. Check the provider&apos;s console.</source>
        <translation>耗时异常长。请查看服务商控制台。</translation>
    </message>
    <message>
        <source>The cluster no longer exists</source>
        <translation>集群已不存在</translation>
    </message>
    <message>
        <source>Another operation is running on this cluster</source>
        <translation>有其他操作正在此集群上进行</translation>
    </message>
    <message>
        <source>Clusterdeck is already working on this cluster</source>
        <translation>Clusterdeck 已在处理此集群</translation>
    </message>
    <message>
        <source>It is locked, individually or by its name</source>
        <translation>已锁定（单独锁定或按名称锁定）</translation>
    </message>
    <message>
        <source>Its account is read-only</source>
        <translation>所属账户为只读</translation>
    </message>
    <message>
        <source>Its account is not open</source>
        <translation>所属账户未打开</translation>
    </message>
    <message>
        <source>It has not been read since Clusterdeck started</source>
        <translation>Clusterdeck 启动后尚未读取该集群</translation>
    </message>
    <message>
        <source>The cluster is listed unchanged, but the operation log could not be read completely, so the request may still be carried out. Check the provider&apos;s console.</source>
        <translation>列表显示该集群没有变化，但操作日志未能完整读取，因此请求仍可能被执行。请查看服务商控制台。</translation>
    </message>
    <message>
        <source>The cluster is listed unchanged, but the operation log may not be up to date, so the request may still be carried out. Check the provider&apos;s console.</source>
        <translation>列表显示该集群没有变化，但操作日志可能不是最新的，因此请求仍可能被执行。请查看服务商控制台。</translation>
    </message>
    <message>
        <source>This was recorded by another version of Clusterdeck, or the record is damaged. Nothing is sent for it. Check the provider&apos;s console.</source>
        <translation>该记录由其他版本的 Clusterdeck 写入，或者已损坏。不会为其发送任何请求。请查看服务商控制台。</translation>
    </message>
    <message>
        <source>The error was recorded by another version of Clusterdeck, or the record is damaged.</source>
        <translation>该错误由其他版本的 Clusterdeck 写入，或者记录已损坏。</translation>
    </message>
    <message>
        <source>The proxy does not answer or does not forward the request. Check this computer&apos;s proxy settings.</source>
        <translation>代理没有响应，或未转发该请求。请检查本机的代理设置。</translation>
    </message>
    <message>
        <source>Its ID contains unreadable characters</source>
        <translation>其 ID 含有无法读取的字符</translation>
    </message>
    <message>
        <source>The account&apos;s CA file has no full path, cannot be read or contains no certificate. Choose another file, or none, in the account.</source>
        <translation>账户的 CA 文件不是完整路径、无法读取或不含证书。请在账户中选择其他文件，或不指定文件。</translation>
    </message>
    <message>
        <source>The operation failed for some clusters of the request, and this one has changed since, so its outcome is unknown. Check the provider&apos;s console.</source>
        <translation>该请求对其中一些集群执行失败，而此集群之后已发生变化，因此结果未知。请查看服务商控制台。</translation>
    </message>
    <message>
        <source>The cloud has no cluster with this ID</source>
        <translation>云端没有此 ID 的集群</translation>
    </message>
    <message>
        <source>The cluster was deleted, but is listed again. Check the provider&apos;s console.</source>
        <translation>集群已删除，但又出现在列表中。请查看服务商控制台。</translation>
    </message>
    <message>
        <source>Not sent: after you confirmed, the cluster was locked or marked [keep], or its account was made read-only.</source>
        <translation>未发送：确认之后，集群被锁定或标记为 [keep]，或其账户被设为只读。</translation>
    </message>
    <message>
        <source>Its description has an unrecognized mark, which counts as [keep] for all users of the account</source>
        <translation>集群描述中有无法识别的标记，对账户的所有用户均按 [keep] 处理</translation>
    </message>
    <message>
        <source>It is marked %1 in its description, for all users of the account</source>
        <translation>集群描述中有标记 %1，对账户的所有用户有效</translation>
    </message>
    <message>
        <source>It has changed since the plan was made</source>
        <translation>制定方案之后发生了变化</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the access key was not accepted.</source>
        <translation>已搁置，未再发送任何请求：Access Key 未被接受。</translation>
    </message>
    <message>
        <source>Check the key, then continue.</source>
        <translation>请检查 Access Key，然后继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: this computer&apos;s clock differs from the cloud&apos;s.</source>
        <translation>已搁置，未再发送任何请求：本机时钟与云端不一致。</translation>
    </message>
    <message>
        <source>Correct the clock, then continue.</source>
        <translation>请校准时钟，然后继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the call quota is used up.</source>
        <translation>已搁置，未再发送任何请求：调用配额已用尽。</translation>
    </message>
    <message>
        <source>Wait up to an hour, then continue.</source>
        <translation>请等待（最多一小时），然后继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the cloud is being updated.</source>
        <translation>已搁置，未再发送任何请求：云端正在更新。</translation>
    </message>
    <message>
        <source>Continue later.</source>
        <translation>请稍后继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the cloud cannot be reached.</source>
        <translation>已搁置，未再发送任何请求：无法连接云端。</translation>
    </message>
    <message>
        <source>Check the network, then continue.</source>
        <translation>请检查网络，然后继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: this computer was suspended, or its clock was changed, after you confirmed.</source>
        <translation>已搁置，未再发送任何请求：确认之后，本机曾进入睡眠，或其时钟被更改。</translation>
    </message>
    <message>
        <source>Check whether you still want this.</source>
        <translation>请确认是否仍要执行。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the screen was locked during the countdown.</source>
        <translation>已搁置，未再发送任何请求：倒计时期间屏幕被锁定。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the cloud refused three requests in a row.</source>
        <translation>已搁置，未再发送任何请求：云端连续拒绝了三个请求。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the next request could not be saved in the journal.</source>
        <translation>已搁置，未再发送任何请求：下一个请求无法写入操作日志库。</translation>
    </message>
    <message>
        <source>Check the data folder, then continue.</source>
        <translation>请检查数据文件夹，然后继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: three answers in a row were lost.</source>
        <translation>已搁置，未再发送任何请求：连续三个请求的响应丢失。</translation>
    </message>
    <message>
        <source>Check the connection and wait for the outcome of these requests, then continue.</source>
        <translation>请检查网络连接，待查明这些请求的结果后再继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: another copy of Clusterdeck may be using the journal.</source>
        <translation>已搁置，未再发送任何请求：另一个 Clusterdeck 实例可能正在使用操作日志库。</translation>
    </message>
    <message>
        <source>Close it, then continue.</source>
        <translation>请关闭该实例，然后继续。</translation>
    </message>
    <message>
        <source>On hold, nothing more was sent: the outcome of the first request is unknown.</source>
        <translation>已搁置，未再发送任何请求：第一个请求的结果未知。</translation>
    </message>
    <message>
        <source>Check the provider&apos;s console, then continue.</source>
        <translation>请查看服务商控制台，然后继续。</translation>
    </message>
    <message>
        <source>The selected clusters are marked [keep]. Remove the marks first, with Marks….</source>
        <translation>所选集群带有 [keep] 标记。请先用“标记…”删除标记。</translation>
    </message>
    <message>
        <source>The selected clusters are locked. Unlock them first.</source>
        <translation>所选集群已锁定。请先解锁。</translation>
    </message>
    <message>
        <source>Not possible for any of the selected clusters.</source>
        <translation>所选集群均不能执行此操作。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a reason</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>operation successful</source>
        <translation>操作成功</translation>
    </message>
    <message numerus="yes">
        <source>missing in %Ln reading(s)</source>
        <translation>
            <numerusform>%Ln 次读取中均不存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>found in the requested state %Ln time(s)</source>
        <translation>
            <numerusform>%Ln 次回读处于所请求的状态</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted in %Ln reading(s)</source>
        <translation>
            <numerusform>%Ln 次读取中已删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>listed unchanged %Ln time(s)</source>
        <translation>
            <numerusform>%Ln 次列出均无变化</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the explanations before you continue.</source>
        <translation>继续之前请查看说明。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ExportDialog</name>
    <message>
        <source>&amp;Table (CSV), for a spreadsheet</source>
        <translation>表格（CSV），用于电子表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;JSON, for programs: all fields</source>
        <translation>JSON，供程序使用：包含所有字段(&amp;J)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>分隔符(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Add a byte-order &amp;mark (for Excel)</source>
        <translation>添加字节顺序标记（供 Excel 使用）(&amp;M)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::FileText</name>
    <message>
        <source>%1 does not exist.</source>
        <comment>file or folder</comment>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <comment>file</comment>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <comment>file</comment>
        <translation>%1 不是文件夹。</translation>
    </message>
    <message>
        <source>%1 is a symbolic link. Choose another name.</source>
        <comment>file</comment>
        <translation>%1 是符号链接。请另选名称。</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <comment>file</comment>
        <translation>%1 过大。</translation>
    </message>
    <message>
        <source>%1 belongs to another user: %2.</source>
        <comment>file or folder, user</comment>
        <translation>%1 属于其他用户：%2。</translation>
    </message>
    <message>
        <source>Other users can change %1. Revoke their permission (chmod go-w).</source>
        <comment>file or folder</comment>
        <translation>其他用户可以更改 %1。请收回其权限（chmod go-w）。</translation>
    </message>
    <message>
        <source>Permission is denied for %1.</source>
        <comment>file or folder</comment>
        <translation>没有访问 %1 的权限。</translation>
    </message>
    <message>
        <source>%1 is on a read-only file system.</source>
        <comment>file or folder</comment>
        <translation>%1 位于只读文件系统上。</translation>
    </message>
    <message>
        <source>There is no space left for %1: the disk or your quota is full.</source>
        <comment>file</comment>
        <translation>没有空间存放 %1：磁盘或配额已满。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <comment>file or folder, reason</comment>
        <translation>无法使用 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not valid (%2). Correct it, or restore it from a backup.</source>
        <comment>file, technical reason</comment>
        <translation>%1 内容无效（%2）。请更正该文件，或从备份恢复。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Clusterdeck. Use that version.</source>
        <comment>file</comment>
        <translation>%1 由较新版本的 Clusterdeck 写入。请使用该版本。</translation>
    </message>
    <message>
        <source>%1 was removed while Clusterdeck was running.</source>
        <comment>file</comment>
        <translation>%1 在 Clusterdeck 运行期间被删除。</translation>
    </message>
    <message>
        <source>Another copy of Clusterdeck is writing %1 (%2). Try again; if no copy is running there, remove %3.</source>
        <comment>file, host and process, file</comment>
        <translation>另一个 Clusterdeck 实例正在写入 %1（%2）。请重试；如果那里已没有实例在运行，请删除 %3。</translation>
    </message>
    <message>
        <source>This file is not a plan. Choose a file that Clusterdeck saved as a plan.</source>
        <translation>此文件不是方案。请选择由 Clusterdeck 保存的方案文件。</translation>
    </message>
    <message>
        <source>This plan was made by another version of Clusterdeck. Make a new one.</source>
        <translation>此方案由其他版本的 Clusterdeck 生成。请重新制定。</translation>
    </message>
    <message>
        <source>This plan was changed after it was made. Make a new one.</source>
        <translation>此方案在制定之后被更改。请重新制定。</translation>
    </message>
    <message>
        <source>This plan contains no clusters. Make a new one.</source>
        <translation>此方案不包含任何集群。请重新制定。</translation>
    </message>
    <message>
        <source>This plan is damaged (%1). Make a new one.</source>
        <comment>a part of the file</comment>
        <translation>此方案已损坏（%1）。请重新制定。</translation>
    </message>
    <message>
        <source>This is not a text file, or it mixes encodings. Save it as text or CSV in UTF-8.</source>
        <translation>这不是文本文件，或混用了多种编码。请另存为 UTF-8 编码的文本或 CSV。</translation>
    </message>
    <message>
        <source>The encoding of this file is unknown. Save it as UTF-8.</source>
        <translation>无法识别该文件的编码。请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The list contains no cluster IDs.</source>
        <translation>列表中没有集群 ID。</translation>
    </message>
    <message>
        <source>Line %1 is not a single cluster ID: “%2”. Put one ID such as ehpc-h15dp0b1 in each line, or name the column cluster_id in the first line.</source>
        <translation>第 %1 行不是单个集群 ID：“%2”。请每行写一个 ID（例如 ehpc-h15dp0b1），或在第一行将该列命名为 cluster_id。</translation>
    </message>
    <message>
        <source>Line %1 may say to leave out the cluster in line %2, “%3”. Keep only the cluster IDs that you mean.</source>
        <translation>第 %1 行可能要求不处理第 %2 行的集群“%3”。请只保留要处理的集群 ID。</translation>
    </message>
    <message>
        <source>Line %1 may say to leave a cluster out: “%2”. Keep only the cluster IDs that you mean.</source>
        <translation>第 %1 行可能要求不处理某个集群：“%2”。请只保留要处理的集群 ID。</translation>
    </message>
    <message>
        <source>The journal could not be read: %1</source>
        <translation>无法读取操作日志库：%1</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Files</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>The link could not be opened: %1</source>
        <translation>无法打开链接：%1</translation>
    </message>
    <message>
        <source>The folder could not be opened: %1</source>
        <translation>无法打开文件夹：%1</translation>
    </message>
    <message>
        <source>The file could not be opened: %1</source>
        <translation>无法打开文件：%1</translation>
    </message>
</context>
<context>
    <name>clusterdeck::FilterBar</name>
    <message>
        <source>%1: %2</source>
        <comment>chip: what is picked</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filte&amp;rs</source>
        <translation>筛选(&amp;R)</translation>
    </message>
    <message>
        <source>Named filters: apply, save, rename, delete</source>
        <translation>命名筛选：应用、保存、重命名、删除</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Billing</source>
        <translation>计费方式(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;No jobs</source>
        <translation>无作业(&amp;N)</translation>
    </message>
    <message>
        <source>Only clusters without running or queued jobs</source>
        <translation>仅显示没有运行中或排队作业的集群</translation>
    </message>
    <message>
        <source>&amp;Age</source>
        <translation>存在时长(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>所有者(&amp;O)</translation>
    </message>
    <message>
        <source>Acco&amp;unt</source>
        <translation>账户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Locked</source>
        <translation>已锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Show all clusters again (Ctrl+0)</source>
        <translation>重新显示所有集群（Ctrl+0）</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>No clusters</source>
        <translation>无集群</translation>
    </message>
    <message>
        <source>&amp;Any age</source>
        <translation>不限时长(&amp;A)</translation>
    </message>
    <message>
        <source>Older than &amp;7 days</source>
        <translation>存在超过 7 天(&amp;7)</translation>
    </message>
    <message>
        <source>Older than &amp;30 days</source>
        <translation>存在超过 30 天(&amp;3)</translation>
    </message>
    <message>
        <source>Older than &amp;90 days</source>
        <translation>存在超过 90 天(&amp;9)</translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation>其他(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Any</source>
        <translation>不限(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two values</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>over %Ln day(s)</source>
        <translation>
            <numerusform>超过 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Unuse&amp;d</source>
        <translation>未使用(&amp;D)</translation>
    </message>
    <message>
        <source>For how long no use was seen on this computer</source>
        <translation>在本机未见使用的时长</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>到期(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;7 days or more</source>
        <translation>7 天及以上(&amp;7)</translation>
    </message>
    <message>
        <source>&amp;30 days or more</source>
        <translation>30 天及以上(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;90 days or more</source>
        <translation>90 天及以上(&amp;9)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::FilterNameDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存此筛选</translation>
    </message>
    <message>
        <source>Rename a filter</source>
        <translation>重命名筛选</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选的名称</translation>
    </message>
    <message>
        <source>“%1” is built in.</source>
        <translation>“%1”是内置筛选。</translation>
    </message>
    <message>
        <source>Replaces the filter of this name.</source>
        <translation>将替换同名的筛选。</translation>
    </message>
    <message>
        <source>Another filter has this name.</source>
        <translation>已有其他筛选使用此名称。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::FilterText</name>
    <message>
        <source>Operation in progress</source>
        <translation>有操作正在进行</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>account, zone</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>无作业</translation>
    </message>
    <message numerus="yes">
        <source>Older than %Ln day(s)</source>
        <translation>
            <numerusform>存在超过 %Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另外 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: values</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two values</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>what was typed</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>rows, all clusters</comment>
        <translation>共 %2 个，显示 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected cluster(s) is/are hidden by the filter. Show or deselect to continue.</source>
        <translation>
            <numerusform>%Ln 个已选集群被筛选隐藏。请先显示或取消选择，然后继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing only the %Ln selected cluster(s).</source>
        <translation>
            <numerusform>仅显示已选的 %Ln 个集群。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No use seen for %Ln day(s) or more</source>
        <translation>
            <numerusform>至少 %Ln 天未见使用</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Locked</source>
        <translation>已锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Not locked</source>
        <translation>未锁定(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Marked to keep</source>
        <translation>标记为保留(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Not marked to keep</source>
        <translation>未标记为保留(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Expired</source>
        <translation>已到期(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Not expired</source>
        <translation>未到期(&amp;N)</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已到期</translation>
    </message>
</context>
<context>
    <name>clusterdeck::FiltersMenu</name>
    <message>
        <source>Named &amp;Filters</source>
        <translation>命名筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save This Filter…</source>
        <translation>保存此筛选(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Named filter %1</source>
        <translation>命名筛选 %1</translation>
    </message>
</context>
<context>
    <name>clusterdeck::FirstStepHint</name>
    <message>
        <source>Try a first deletion; nothing here is real. Select a few clusters: click one, then hold Ctrl and click others.</source>
        <translation>试着进行第一次删除；这里的一切都不是真实的。先选择几个集群：点击其中一个，再按住 Ctrl 点击其他集群。</translation>
    </message>
    <message>
        <source>Hold Ctrl and click more clusters, or press Delete. You are asked before anything is sent.</source>
        <translation>按住 Ctrl 键可单击选择更多集群，或按 Delete 键。发送任何请求之前都会先询问您。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Format</name>
    <message numerus="yes">
        <source>%1… (%Ln character(s))</source>
        <comment>the beginning of a long text</comment>
        <translation>
            <numerusform>%1…（%Ln 个字符）</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>age</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>age in hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>age in days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>age in months</comment>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>age in years</comment>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>Pay as you go</source>
        <translation>按量付费</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>包年包月</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role</comment>
        <translation>管理员</translation>
    </message>
    <message>
        <source>User</source>
        <comment>role</comment>
        <translation>用户</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>role</comment>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Member</source>
        <comment>role</comment>
        <translation>成员</translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>In use, or read on this computer for less than a day.</source>
        <translation>正在使用，或在本机读取不到一天。</translation>
    </message>
    <message numerus="yes">
        <source>No use seen for %Ln day(s) on this computer: the CPU hours and finished jobs have not increased.</source>
        <translation>
            <numerusform>在本机 %Ln 天未见使用：CPU 小时数和已完成的作业数没有增加。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no use seen for %Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天未见使用</numerusform>
        </translation>
    </message>
    <message>
        <source>DEMO – sample data, not a real cloud.</source>
        <translation>DEMO – 示例数据，并非真实的云。</translation>
    </message>
    <message>
        <source>PRESENTER – names, IDs and owners are invented.</source>
        <translation>PRESENTER – 名称、ID 和所有者均为虚构。</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <comment>memory</comment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <comment>memory</comment>
        <translation>%1 MB</translation>
    </message>
</context>
<context>
    <name>clusterdeck::GuideWindow</name>
    <message>
        <source>User Guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>在所有页面中查找</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page, matches</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>clusterdeck::HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Connection &amp;Report…</source>
        <translation>连接报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Connection &amp;Report</source>
        <translation>连接报告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;About Clusterdeck</source>
        <translation>关于 Clusterdeck(&amp;A)</translation>
    </message>
    <message>
        <source>User &amp;Guide</source>
        <translation>用户指南(&amp;G)</translation>
    </message>
    <message>
        <source>Sa&amp;fety Guarantees</source>
        <translation>安全保证(&amp;F)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::HistoryColumns</name>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>New state</source>
        <translation>新状态</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>CPU hours</source>
        <translation>CPU 小时</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Approval code</source>
        <translation>批准码</translation>
    </message>
    <message>
        <source>Countdown ended</source>
        <translation>倒计时结束</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已继续</translation>
    </message>
    <message>
        <source>Request started</source>
        <translation>开始发送请求</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已被接受</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Refused, batch put on hold</source>
        <translation>被拒绝，批次已搁置</translation>
    </message>
    <message>
        <source>Refused together with others</source>
        <translation>与其他集群一起被拒绝</translation>
    </message>
    <message>
        <source>Found unchanged</source>
        <translation>确认没有变化</translation>
    </message>
    <message>
        <source>Not found unchanged</source>
        <translation>未能确认没有变化</translation>
    </message>
    <message>
        <source>Found gone</source>
        <translation>发现已不存在</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>Job found</source>
        <translation>已找到任务</translation>
    </message>
    <message>
        <source>Job failed</source>
        <translation>任务失败</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>无法确认</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>Request not sent</source>
        <translation>请求未发送</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>clusterdeck::HistoryFilterBar</name>
    <message>
        <source>Clea&amp;r</source>
        <translation>清除(&amp;R)</translation>
    </message>
    <message>
        <source>Filter by cluster</source>
        <translation>按集群筛选</translation>
    </message>
    <message>
        <source>Cluster: ID or name</source>
        <translation>集群：ID 或名称</translation>
    </message>
    <message>
        <source>Filter by user</source>
        <translation>按操作人筛选</translation>
    </message>
    <message>
        <source>Any user</source>
        <translation>不限操作人</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation>按结果筛选</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>不限结果</translation>
    </message>
    <message>
        <source>Filter by time</source>
        <translation>按时间筛选</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>起止日期…</translation>
    </message>
    <message>
        <source>From (inclusive)</source>
        <translation>起始日期（含当天）</translation>
    </message>
    <message>
        <source>To (inclusive)</source>
        <translation>截止日期（含当天）</translation>
    </message>
</context>
<context>
    <name>clusterdeck::HistoryWindow</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>时间线(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Deleted clusters</source>
        <translation>已删除的集群(&amp;D)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ImportDialog</name>
    <message>
        <source>key %1, no zone</source>
        <translation>Access Key ID %1，无可用区</translation>
    </message>
    <message>
        <source>key %1, zone %2</source>
        <translation>Access Key ID %1，可用区 %2</translation>
    </message>
    <message>
        <source>&amp;Use this key…</source>
        <translation>使用此密钥(&amp;U)…</translation>
    </message>
    <message>
        <source>Keys of the provider&apos;s tools</source>
        <translation>服务商工具的密钥</translation>
    </message>
    <message>
        <source>Found on this computer:</source>
        <translation>在本机找到：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, which key</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>• the environment variable %1</source>
        <translation>• 环境变量 %1</translation>
    </message>
    <message>
        <source>• the file %1</source>
        <translation>• 文件 %1</translation>
    </message>
    <message>
        <source>Only the key, its secret and the zone are imported, and nothing is copied until the account is saved. The address in these files is that of another service and is not imported.</source>
        <translation>只导入 Access Key ID、其密钥和可用区，保存账户之前不会复制任何内容。这些文件中的地址属于另一项服务，不会导入。</translation>
    </message>
    <message>
        <source>No key of the provider&apos;s tools was found on this computer. Searched:</source>
        <translation>未在本机找到服务商工具的密钥。已查找：</translation>
    </message>
    <message>
        <source>Enter the key as shown in the provider&apos;s console.</source>
        <translation>请按服务商控制台中的显示输入密钥。</translation>
    </message>
    <message>
        <source>&amp;Enter the key by hand…</source>
        <translation>手动输入密钥(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ImportText</name>
    <message>
        <source>%1 appears a second time in line %2 of %3. Remove one of them.</source>
        <translation>%1 在 %3 第 %2 行重复出现。请删除其中一处。</translation>
    </message>
    <message>
        <source>INI</source>
        <translation>INI</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>The variable %1 is not set. Set it too, or enter the key by hand.</source>
        <translation>变量 %1 未设置。请一并设置，或手动输入密钥。</translation>
    </message>
    <message>
        <source>%1 in line %2 of %3 is empty. Fill it in, or enter the key by hand.</source>
        <translation>%3 第 %2 行的 %1 为空。请填写，或手动输入密钥。</translation>
    </message>
    <message>
        <source>There is no %1 in %2. Add it there, or enter the key by hand.</source>
        <translation>%2 中没有 %1。请在其中添加，或手动输入密钥。</translation>
    </message>
    <message>
        <source>The variable %1 does not contain a key, which must be one word. Set it again, or enter the key by hand.</source>
        <translation>变量 %1 的内容不是密钥，密钥必须是一个不含空格的词。请重新设置，或手动输入密钥。</translation>
    </message>
    <message>
        <source>%1 in line %2 of %3 is not one word. Correct that line, or enter the key by hand.</source>
        <translation>%3 第 %2 行的 %1 不是一个不含空格的词。请改正该行，或手动输入密钥。</translation>
    </message>
    <message>
        <source>%1 is not valid %2. Correct it, or enter the key by hand.</source>
        <translation>%1 不是有效的 %2。请改正，或手动输入密钥。</translation>
    </message>
    <message>
        <source>Line %1 of %2 is not valid %3. Correct it, or enter the key by hand.</source>
        <translation>%2 第 %1 行不是有效的 %3。请改正，或手动输入密钥。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Change its permissions, or enter the key by hand.</source>
        <translation>%1 无法读取。请更改其权限，或手动输入密钥。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 KiB, too large for a key file. Check it, or enter the key by hand.</source>
        <translation>%1 超过 %2 KiB，对密钥文件来说过大。请检查该文件，或手动输入密钥。</translation>
    </message>
    <message>
        <source>Line %1 of %2 is not text (UTF-8). Save the file again as plain text, or enter the key by hand.</source>
        <translation>%2 第 %1 行不是文本（UTF-8）。请将该文件重新保存为纯文本，或手动输入密钥。</translation>
    </message>
    <message>
        <source>Other users of this computer may be able to read this file. Revoke their permission: chmod 600 %1</source>
        <translation>本机的其他用户可能可以读取此文件。请收回其权限：chmod 600 %1</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Joining</name>
    <message>
        <source>, </source>
        <comment>between things of one kind</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between longer parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name and what is said of it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Line</name>
    <message>
        <source>%1 – elsewhere</source>
        <comment>what was done</comment>
        <translation>%1 – 其他来源</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and id</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Source: the provider&apos;s operation log. Not sent by this program.</source>
        <translation>来源：服务商的操作日志。并非由本程序发送。</translation>
    </message>
    <message>
        <source>Source: the provider&apos;s operation log. It may be a request of this program whose answer had no job ID: %1, %2.</source>
        <translation>来源：服务商的操作日志。可能是本程序发送的请求，但其响应中没有任务 ID：%1，%2。</translation>
    </message>
    <message>
        <source>%1 – possibly this program</source>
        <comment>what was done</comment>
        <translation>%1 – 可能是本程序</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1，另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>This program (%1)</source>
        <translation>本程序（%1）</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>submitter and owner</comment>
        <translation>%1（代 %2）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Job ID: %1</source>
        <translation>任务 ID：%1</translation>
    </message>
    <message>
        <source>Action: %1</source>
        <translation>操作：%1</translation>
    </message>
    <message>
        <source>Provider&apos;s text: %1</source>
        <translation>服务商原文：%1</translation>
    </message>
    <message>
        <source>Clusters: %1</source>
        <translation>集群：%1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>Error codes: %1</source>
        <translation>错误码：%1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>开始时间：%1</translation>
    </message>
    <message>
        <source>Last change: %1</source>
        <translation>最后变更：%1</translation>
    </message>
    <message>
        <source>Submitter: %1</source>
        <translation>提交者：%1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>所有者：%1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>账户：%1</translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation>可用区：%1</translation>
    </message>
    <message>
        <source>the provider&apos;s log was not read</source>
        <translation>未读取服务商日志</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of them unreadable</source>
        <translation>
            <numerusform>%1，其中 %Ln 行无法解读</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>account and how far</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: reading the provider&apos;s log…</source>
        <translation>%1：正在读取服务商日志…</translation>
    </message>
    <message>
        <source>Reading more…</source>
        <translation>正在继续读取…</translation>
    </message>
    <message>
        <source>You stopped the reading.</source>
        <translation>您已停止读取。</translation>
    </message>
    <message>
        <source>Too few calls are left this hour to read more.</source>
        <translation>本小时剩余的调用次数过少，无法继续读取。</translation>
    </message>
    <message>
        <source>Not in the log</source>
        <translation>日志中未记录</translation>
    </message>
    <message numerus="yes">
        <source>all %Ln entry(ies) of the provider&apos;s log, as of %1</source>
        <translation>
            <numerusform>服务商日志全部 %Ln 条，截至 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln entry(ies) of %1 of the provider&apos;s log, back to %2, as of %3</source>
        <translation>
            <numerusform>服务商日志共 %1 条，已读最新的 %Ln 条，最早到 %2，截至 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln entry(ies) of the provider&apos;s log, back to %1, as of %2</source>
        <translation>
            <numerusform>服务商日志中最新的 %Ln 条，最早到 %1，截至 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <comment>outcome and the provider&apos;s code</comment>
        <translation>%1（代码 %2）</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ListMatchModel</name>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>已匹配</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>有歧义</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Comment, skipped</source>
        <translation>注释，已跳过</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>这一个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s), tick the ones you mean</source>
        <translation>
            <numerusform>%Ln 个集群，请勾选所指的集群</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>列表内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>The line may say to keep it.</source>
        <translation>该行可能要求保留。</translation>
    </message>
    <message>
        <source>The line is struck through.</source>
        <translation>该行带有删除线。</translation>
    </message>
    <message>
        <source>The line is quoted.</source>
        <translation>该行是引用内容。</translation>
    </message>
    <message>
        <source>It is in a comment.</source>
        <translation>位于注释中。</translation>
    </message>
    <message>
        <source>The check mark in the line may mean yes or no.</source>
        <translation>该行的勾选标记含义不明确。</translation>
    </message>
    <message>
        <source>The row does not say yes.</source>
        <translation>该行未注明“是”。</translation>
    </message>
    <message>
        <source>Line %1 may say to keep it.</source>
        <translation>第 %1 行可能要求保留。</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>The whole line</source>
        <translation>整行内容</translation>
    </message>
    <message>
        <source>Text, ignored</source>
        <translation>文字，已忽略</translation>
    </message>
</context>
<context>
    <name>clusterdeck::LocksDialog</name>
    <message>
        <source>Locked names</source>
        <translation>锁定的名称</translation>
    </message>
    <message>
        <source>prod-* locks prod-lab and PROD-2, but not my-prod; *prod* locks all three.</source>
        <translation>prod-* 锁定 prod-lab 和 PROD-2，但不锁定 my-prod；*prod* 则三者都锁定。</translation>
    </message>
    <message>
        <source>Locked names, one pattern per line</source>
        <translation>锁定的名称，每行一个模式</translation>
    </message>
    <message>
        <source>Lock these</source>
        <translation>锁定这些名称</translation>
    </message>
    <message>
        <source>Clusters with these names are never deleted, stopped, started or renamed. One pattern per line: * stands for any characters, ? for one. Upper and lower case, kinds of dashes and invisible characters do not matter.</source>
        <translation>名称匹配的集群一律不会被删除、停止、启动或重命名。每行一个模式：* 代表任意多个字符，? 代表一个字符。不区分大小写，也不区分各种连字符，并忽略不可见字符。</translation>
    </message>
    <message numerus="yes">
        <source>A pattern is longer than %Ln characters.</source>
        <translation>
            <numerusform>有模式超过 %Ln 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pattern(s) lock none of the clusters shown now: %1.</source>
        <translation>
            <numerusform>有 %Ln 个模式未锁定当前显示的任何集群：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) have a name that only looks locked, because it is written with other characters: %1. Lock them one by one, or rename them.</source>
        <translation>
            <numerusform>有 %Ln 个集群的名称只是看起来已锁定，其中使用了外形相似的其他字符：%1。请逐个锁定，或将其重命名。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Clusters</source>
        <translation>集群(&amp;C)</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>显示活动</translation>
    </message>
    <message>
        <source>Locked names…</source>
        <translation>锁定的名称…</translation>
    </message>
    <message>
        <source>Clusterdeck – DEMO</source>
        <translation>Clusterdeck – DEMO</translation>
    </message>
    <message>
        <source>Clusterdeck</source>
        <translation>Clusterdeck</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Try the practice cloud</source>
        <translation>试用演练环境</translation>
    </message>
    <message>
        <source>Refresh the table (%1)</source>
        <translation>刷新表格（%1）</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Practise with My Clusters…</source>
        <translation>用我的集群演练(&amp;P)…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;Presenter Mode</source>
        <translation>演示者模式(&amp;P)</translation>
    </message>
    <message>
        <source>Clusterdeck – PRESENTER</source>
        <translation>Clusterdeck – 演示者</translation>
    </message>
    <message>
        <source>Presenter mode: names, IDs and owners are invented, and nothing can be changed in this window. Unfinished operations are followed again after you turn it off.</source>
        <translation>演示者模式：名称、ID 和所有者都是虚构的，此窗口中不能进行任何更改。未结束的操作会在关闭此模式后继续跟踪。</translation>
    </message>
    <message>
        <source>&amp;Leave the Practice Cloud</source>
        <translation>离开演练环境(&amp;L)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::MarksDialog</name>
    <message>
        <source>Marked, but another user changed the description at the same time. Check the description.</source>
        <translation>已标记，但另一用户同时更改了描述。请检查描述。</translation>
    </message>
    <message>
        <source>The mark was lost, because another user changed the description at the same time. Try again.</source>
        <translation>标记已丢失，因为另一用户同时更改了描述。请重试。</translation>
    </message>
    <message>
        <source>The cloud accepted the mark, but the description could not be read back.</source>
        <translation>云端已接受标记，但无法回读描述。</translation>
    </message>
    <message>
        <source>The cluster is locked, or its account is read-only.</source>
        <translation>集群已锁定，或其账户为只读。</translation>
    </message>
    <message>
        <source>The cluster no longer exists.</source>
        <translation>集群已不存在。</translation>
    </message>
    <message>
        <source>The description could not be read.</source>
        <translation>无法读取描述。</translation>
    </message>
    <message numerus="yes">
        <source>The mark does not fit: a description has at most %Ln character(s). Shorten it with Rename.</source>
        <translation>
            <numerusform>标记放不下：描述最多 %Ln 个字符。请用“重命名”缩短描述。</numerusform>
        </translation>
    </message>
    <message>
        <source>The description contains line breaks, or invisible or unreadable characters. Replace them with Rename.</source>
        <translation>描述中含有换行符，或不可见、无法读取的字符。请用“重命名”替换它们。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marks of %Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln 个集群的标记</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) has/have an unrecognized mark. It counts as [keep] until you correct it with Rename.</source>
        <translation>
            <numerusform>%Ln 个集群有无法识别的标记。在用“重命名”更正之前，按 [keep] 处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep: Clusterdeck refuses to delete them</source>
        <translation>保留(&amp;K)：Clusterdeck 拒绝删除</translation>
    </message>
    <message>
        <source>Keep &amp;until the end of this day</source>
        <translation>保留到当日结束(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Expires after this day: the filter “Expired” then finds them</source>
        <translation>在该日之后到期(&amp;E)：之后可用筛选“已到期”找到</translation>
    </message>
    <message>
        <source>&amp;Remove the keep mark</source>
        <translation>移除保留标记(&amp;R)</translation>
    </message>
    <message>
        <source>Remo&amp;ve the expiry date</source>
        <translation>移除到期日期(&amp;V)</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一日</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>Nothing is deleted automatically. A day ends when it is over in every time zone.</source>
        <translation>不会自动删除任何内容。当所有时区都过了这一天，这一天才算结束。</translation>
    </message>
    <message>
        <source>%1 of %2 sent. Closing this dialog stops the rest.</source>
        <comment>clusters</comment>
        <translation>已发送 %1/%2。关闭此对话框将停止其余操作。</translation>
    </message>
    <message>
        <source>Reading back the descriptions…</source>
        <translation>正在回读描述…</translation>
    </message>
    <message>
        <source>A mark is a word in the description, such as [keep] or [expires 2026-12-31]. All users of the account can see and change it; the rest of the description stays as it is.</source>
        <translation>标记是描述中的一个词，例如 [keep] 或 [expires 2026-12-31]。账户的所有用户都能查看和更改；描述的其余部分保持不变。</translation>
    </message>
    <message>
        <source>Nothing more is changed. Reading back the descriptions that were changed…</source>
        <translation>不会再更改任何描述。正在回读已更改的描述…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) were not changed.</source>
        <translation>
            <numerusform>%Ln 个集群未更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %Ln call(s).</source>
        <translation>
            <numerusform>这大约需要 %Ln 次调用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %Ln call(s), more than the hourly quota. Set the marks that are left an hour later.</source>
        <translation>
            <numerusform>这大约需要 %Ln 次调用，超过每小时配额。请在一小时后设置其余标记。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Notice</name>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, technical reason</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name, reason</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) no longer included: %1.</source>
        <translation>
            <numerusform>%Ln 个集群不再包含在内：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln never sent</source>
        <translation>
            <numerusform>%Ln 项未曾发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being checked</source>
        <translation>
            <numerusform>%Ln 项正在核实</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still running</source>
        <translation>
            <numerusform>%Ln 项仍在进行</numerusform>
        </translation>
    </message>
    <message>
        <source>The last run did not end properly: %1.</source>
        <translation>上次运行未正常结束：%1。</translation>
    </message>
    <message>
        <source>Operations of closed accounts are followed once you open the account.</source>
        <translation>未打开账户的操作会在打开该账户后继续跟踪。</translation>
    </message>
    <message numerus="yes">
        <source>The journal was damaged. It was kept as %1, and %Ln batch(es) was/were recovered.</source>
        <translation>
            <numerusform>操作日志库曾损坏。原文件保留为 %1，已恢复 %Ln 个批次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent: none of the clusters can be changed any more.</source>
        <translation>未发送任何请求：已没有可以执行此操作的集群。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln operation(s) were recorded by another version of Clusterdeck, or the record is damaged: nothing is sent for them. Check these clusters in the provider&apos;s console.</source>
        <translation>
            <numerusform>有 %Ln 个操作由其他版本的 Clusterdeck 写入，或者记录已损坏：不会为其发送任何请求。请在服务商控制台中检查这些集群。</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal was written by a newer version of Clusterdeck and was left unchanged. Use that version.</source>
        <translation>操作日志库由较新版本的 Clusterdeck 写入，未作改动。请使用该版本。</translation>
    </message>
    <message>
        <source>The journal cannot be read.</source>
        <translation>无法读取操作日志库。</translation>
    </message>
    <message>
        <source>Until then you can view clusters, but not stop, start, rename or delete them.</source>
        <translation>在此之前，您可以查看集群，但不能停止、启动、重命名或删除集群。</translation>
    </message>
    <message>
        <source>Nothing was sent: the operation could not be saved in the journal.</source>
        <translation>未发送任何请求：操作无法写入操作日志库。</translation>
    </message>
    <message>
        <source>All clusters are locked, because the locks cannot be read.</source>
        <translation>锁定设置无法读取，因此所有集群均已锁定。</translation>
    </message>
    <message>
        <source>Or open Locked Names and save the locks that you want.</source>
        <translation>也可以打开“锁定的名称”，保存您需要的锁定。</translation>
    </message>
    <message>
        <source>Its locks stay in force until Clusterdeck ends. Changing any lock saves them again.</source>
        <translation>其中的锁定在 Clusterdeck 退出前继续有效。更改任何锁定都会重新保存全部锁定。</translation>
    </message>
    <message>
        <source>Until then, other users can remove locks.</source>
        <translation>在此之前，其他用户可以解除锁定。</translation>
    </message>
    <message>
        <source>The change to the locks was not saved.</source>
        <translation>锁定的更改未保存。</translation>
    </message>
    <message>
        <source>New locks hold until Clusterdeck ends, and nothing was unlocked.</source>
        <translation>新的锁定在 Clusterdeck 退出前有效，且未解除任何锁定。</translation>
    </message>
    <message>
        <source>The file with the locks was not valid. It was kept as %1.</source>
        <translation>锁定设置文件内容无效，已另存为 %1。</translation>
    </message>
    <message>
        <source>The journal is checked first, because the last run of Clusterdeck did not end properly.</source>
        <translation>由于 Clusterdeck 上次运行未正常结束，需要先检查操作日志库。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, ID of a cluster</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted cluster(s) is/are listed again: %1. Check the provider&apos;s console: this may incur costs.</source>
        <translation>
            <numerusform>%Ln 个已删除的集群又出现在列表中：%1。请查看服务商控制台：可能会产生费用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent: the account now requires a reason. Try again, and enter a ticket or a purpose.</source>
        <translation>未发送任何请求：该账户现在要求填写原因。请重试，并填写工单号或用途。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::NotificationText</name>
    <message>
        <source>%1: starting soon</source>
        <translation>%1：即将开始</translation>
    </message>
    <message>
        <source>%1: waiting for you</source>
        <translation>%1：等待您处理</translation>
    </message>
    <message>
        <source>%1: needs attention</source>
        <translation>%1：需要关注</translation>
    </message>
    <message>
        <source>%1: ended</source>
        <translation>%1：已结束</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln failed</source>
        <translation>
            <numerusform>%1：%Ln 项失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Its requests are sent from %1 on. You can cancel until then.</source>
        <translation>请求将从 %1 起发送。在此之前可以取消。</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>account, zone</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>显示活动</translation>
    </message>
</context>
<context>
    <name>clusterdeck::OpenPlanDialog</name>
    <message>
        <source>Open plan</source>
        <translation>打开方案</translation>
    </message>
    <message>
        <source>Co&amp;ntinue</source>
        <translation>继续(&amp;N)</translation>
    </message>
    <message>
        <source>Approval code</source>
        <translation>批准码</translation>
    </message>
    <message>
        <source>As on the report that was approved</source>
        <translation>见已获批准的报告</translation>
    </message>
    <message>
        <source>&amp;Approval code</source>
        <translation>批准码(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;hoose a file…</source>
        <translation>选择文件(&amp;H)…</translation>
    </message>
    <message>
        <source>The plan is no longer valid. Make a new one.</source>
        <translation>此方案已过期。请重新制定方案。</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>方案 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>This plan was made at %1 and was valid until %2. Make a new one.</source>
        <translation>此方案制定于 %1，有效期至 %2。请重新制定方案。</translation>
    </message>
    <message>
        <source>Choose a saved plan. Its clusters are read again before you confirm.</source>
        <translation>请选择方案文件。程序会重新读取其中的集群，然后询问您是否继续。</translation>
    </message>
    <message>
        <source>Made at %1, valid until %2.</source>
        <translation>制定于 %1，有效期至 %2。</translation>
    </message>
    <message>
        <source>This is not the approved plan: its approval code is different.</source>
        <translation>这不是已获批准的方案：批准码不同。</translation>
    </message>
    <message>
        <source>Reading the plan…</source>
        <translation>正在读取方案…</translation>
    </message>
</context>
<context>
    <name>clusterdeck::OperationColumns</name>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>This program, not in the provider&apos;s log</source>
        <translation>本程序，服务商日志中没有</translation>
    </message>
    <message>
        <source>This program, log not read</source>
        <translation>本程序，日志未读取</translation>
    </message>
    <message>
        <source>This program, not sent</source>
        <translation>本程序，未发送</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>Sent by Clusterdeck on this computer; the provider&apos;s log has it too.</source>
        <translation>由本机的 Clusterdeck 发送；服务商日志中也有。</translation>
    </message>
    <message>
        <source>Sent by Clusterdeck on this computer, but not in the provider&apos;s log.</source>
        <translation>由本机的 Clusterdeck 发送。服务商日志中没有。</translation>
    </message>
    <message>
        <source>Sent by Clusterdeck on this computer. The provider&apos;s log has not been read for that time.</source>
        <translation>由本机的 Clusterdeck 发送。尚未读取该时段的服务商日志。</translation>
    </message>
    <message>
        <source>Confirmed in Clusterdeck on this computer, but nothing was sent.</source>
        <translation>已在本机的 Clusterdeck 中确认，但未发送任何请求。</translation>
    </message>
    <message>
        <source>In the provider&apos;s log, but not sent by Clusterdeck on this computer: another user, computer or tool sent it.</source>
        <translation>服务商日志中有，但不是由本机的 Clusterdeck 发送：由其他用户、计算机或工具发送。</translation>
    </message>
    <message>
        <source>Provider: %1</source>
        <comment>error codes</comment>
        <translation>服务商：%1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>任务 ID</translation>
    </message>
</context>
<context>
    <name>clusterdeck::OperationController</name>
    <message>
        <source>The account of this plan is not open: %1. Open it with File → Accounts…, then open the plan again. Nothing was sent.</source>
        <translation>该方案的账户未打开：%1。请通过“文件 → 账户…”打开账户，然后重新打开方案。未发送任何请求。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::OverviewModel</name>
    <message>
        <source>%1 (%2 ago)</source>
        <comment>date, age</comment>
        <translation>%1（%2前）</translation>
    </message>
    <message>
        <source>With the members of a project</source>
        <translation>与项目成员共享</translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation>未共享</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>运行中的作业</translation>
    </message>
    <message>
        <source>Queued jobs</source>
        <translation>排队的作业</translation>
    </message>
    <message>
        <source>Finished jobs</source>
        <translation>已完成的作业</translation>
    </message>
    <message>
        <source>Stopped jobs</source>
        <translation>已停止的作业</translation>
    </message>
    <message>
        <source>Deleted jobs</source>
        <translation>已删除的作业</translation>
    </message>
    <message>
        <source>CPU hours</source>
        <translation>CPU 小时</translation>
    </message>
    <message>
        <source>Memory hours</source>
        <translation>内存小时</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Run user</source>
        <translation>运行用户</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Project role</source>
        <translation>项目角色</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>NAS ID</source>
        <translation>NAS ID</translation>
    </message>
    <message>
        <source>Mount point</source>
        <translation>挂载点</translation>
    </message>
    <message>
        <source>NAS path</source>
        <translation>NAS 路径</translation>
    </message>
    <message>
        <source>Shared path</source>
        <translation>共享路径</translation>
    </message>
    <message>
        <source>App cluster ID</source>
        <translation>应用集群 ID</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>fact and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>clusterdeck::OverviewPage</name>
    <message>
        <source>Another status</source>
        <translation>其他状态</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Clusters and nodes by status, type and billing</source>
        <translation>按状态、类型和计费方式统计的集群和节点</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All clusters</source>
        <translation>所有集群</translation>
    </message>
    <message>
        <source>No clusters are listed.</source>
        <translation>没有列出任何集群。</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By billing</source>
        <translation>按计费方式</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>统计维度</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>% of clusters</source>
        <translation>集群占比</translation>
    </message>
    <message>
        <source>% of nodes</source>
        <translation>节点占比</translation>
    </message>
    <message>
        <source>Clusters with an unknown number of nodes</source>
        <translation>节点数未知的集群</translation>
    </message>
    <message>
        <source>%1 with %2. Bars show the share of the total.</source>
        <translation>共 %1，%2。条形表示占总数的比例。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::OwnerText</name>
    <message>
        <source>unknown owner</source>
        <translation>未知所有者</translation>
    </message>
    <message>
        <source>Clusters to be deleted on %1</source>
        <translation>将于 %1 删除的集群</translation>
    </message>
    <message>
        <source>To %1:</source>
        <comment>an owner of clusters</comment>
        <translation>%1：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) of yours in %1 / %2 are planned to be deleted on %3 or later. This cannot be undone.</source>
        <translation>
            <numerusform>您在 %1 / %2 中的 %Ln 个集群计划于 %3 或之后删除。删除后无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>If you do not need the clusters, save the data that you want to keep. You need not do anything else.</source>
        <translation>如果不再需要这些集群，请保存需要保留的数据。无需其他操作。</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 (%Ln cluster(s))</source>
        <comment>owner, account</comment>
        <translation>
            <numerusform>%1，位于 %2（%Ln 个集群）</numerusform>
        </translation>
    </message>
    <message>
        <source>To keep a cluster, add the word [keep], with its brackets, to its description before that day: in Clusterdeck with Clusters → Marks…, or in the console of the provider. A cluster with this mark is excluded.</source>
        <translation>如需保留某个集群，请在该日期之前将 [keep]（包括方括号）写入其描述：可在 Clusterdeck 中使用“集群 → 标记…”，也可在服务商的控制台中填写。带有此标记的集群会被排除。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::PaneCycle</name>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>下一个窗格(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>上一个窗格(&amp;V)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ParkController</name>
    <message>
        <source>Stop the selected clusters now and get a reminder to delete them later</source>
        <translation>立即停止所选集群，日后提醒删除</translation>
    </message>
    <message>
        <source>Show parked</source>
        <translation>显示已停放的集群</translation>
    </message>
    <message>
        <source>&amp;Park…</source>
        <translation>停放(&amp;P)…</translation>
    </message>
    <message>
        <source>Par&amp;ked…</source>
        <translation>已停放的集群(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ParkDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) will be stopped and marked: %1.</source>
        <translation>
            <numerusform>%Ln 个集群将被停止并标记：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) is/are not running and will only be marked: %1.</source>
        <translation>
            <numerusform>%Ln 个集群未在运行，仅作标记：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Park %Ln cluster(s)</source>
        <translation>
            <numerusform>停放 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stop and park %Ln cluster(s)…</source>
        <translation>
            <numerusform>停止并停放 %Ln 个集群(&amp;S)…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Park %Ln cluster(s)</source>
        <translation>
            <numerusform>停放 %Ln 个集群(&amp;P)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the day for %Ln cluster(s)</source>
        <translation>
            <numerusform>更改 %Ln 个集群的日期</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Set the day</source>
        <translation>设定日期(&amp;S)</translation>
    </message>
    <message>
        <source>Remind me to delete them:</source>
        <translation>提醒删除的日期：</translation>
    </message>
    <message>
        <source>In &amp;7 days (%1)</source>
        <translation>7 天后（%1）(&amp;7)</translation>
    </message>
    <message>
        <source>In &amp;30 days (%1)</source>
        <translation>30 天后（%1）(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;On:</source>
        <translation>指定日期(&amp;O)：</translation>
    </message>
    <message>
        <source>Deletion date</source>
        <translation>删除日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On that day Clusterdeck reminds you, or at its next start. Nothing is deleted automatically: deleting asks for confirmation.</source>
        <translation>到期当天 Clusterdeck 会提醒您；如未运行，则在下次启动时提醒。任何集群都不会自动删除：删除时会再次确认。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prepaid cluster(s) are excluded, because stopping them saves nothing: %1.</source>
        <translation>
            <numerusform>%Ln 个包年包月集群已排除，因为停止并不能节省费用：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) are excluded, because another operation is running on them: %1.</source>
        <translation>
            <numerusform>%Ln 个集群已排除，因为有其他操作正在进行：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The billing of %Ln of these cluster(s) is unknown: stopping may save nothing.</source>
        <translation>
            <numerusform>其中 %Ln 个集群的计费方式未知：停止可能并不能节省费用。</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the selected clusters can be parked.</source>
        <translation>所选集群均不能停放。</translation>
    </message>
    <message>
        <source>Note, such as the purpose or the person</source>
        <translation>备注，例如用途或相关人员</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Parked</name>
    <message>
        <source>%1 – %2</source>
        <comment>state – remark</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parked cluster(s) are due to be deleted. Nothing happens until you confirm it.</source>
        <translation>
            <numerusform>%Ln 个已停放的集群已到删除日期。确认之前不会执行任何操作。</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>day – how far it is</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Parked, to be deleted on %1</source>
        <translation>已停放，删除日期：%1</translation>
    </message>
    <message>
        <source>Not read: its account is not open</source>
        <translation>未读取：所属账户未打开</translation>
    </message>
    <message>
        <source>Deleted by this program on %1</source>
        <translation>已于 %1 由本程序删除</translation>
    </message>
    <message>
        <source>Deleted elsewhere; missing since %1</source>
        <translation>已在别处删除；自 %1 起不存在</translation>
    </message>
    <message>
        <source>started again</source>
        <translation>已再次启动</translation>
    </message>
    <message>
        <source>not stopped</source>
        <translation>未被停止</translation>
    </message>
    <message>
        <source>The file with the parked clusters was not valid. It was kept as %1.</source>
        <translation>停放记录文件内容无效，已另存为 %1。</translation>
    </message>
    <message>
        <source>The list of parked clusters is incomplete.</source>
        <translation>已停放的集群列表不完整。</translation>
    </message>
    <message>
        <source>Clusterdeck keeps a copy of the file before it changes it.</source>
        <translation>Clusterdeck 更改该文件之前，会先保留一份副本。</translation>
    </message>
    <message>
        <source>The parked clusters could not be saved. The list is kept until Clusterdeck ends.</source>
        <translation>已停放的集群未能保存。列表仅保留到 Clusterdeck 退出为止。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>已逾期 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (user not in the log)</source>
        <translation>%1（日志中没有操作人）</translation>
    </message>
    <message>
        <source>%1 (by %2)</source>
        <comment>name, user</comment>
        <translation>%1（操作人 %2）</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parked cluster(s) was/were started again: %1. The day to delete it is suspended until you park it again or change its day.</source>
        <translation>
            <numerusform>%Ln 个已停放的集群又被启动：%1。其删除日期已暂停，直到您再次停放该集群或更改日期。</numerusform>
        </translation>
    </message>
    <message>
        <source>was started again</source>
        <translation>曾被再次启动</translation>
    </message>
    <message>
        <source>suspended</source>
        <comment>day</comment>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ParkedWindow</name>
    <message>
        <source>&amp;Delete due clusters…</source>
        <translation>删除到期集群(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Change day…</source>
        <translation>更改日期(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Unpark</source>
        <translation>取消停放(&amp;U)</translation>
    </message>
    <message>
        <source>Parked clusters</source>
        <translation>已停放的集群</translation>
    </message>
    <message>
        <source>Remove the reminder; the cluster stays as it is</source>
        <translation>移除提醒；集群保持现状</translation>
    </message>
    <message>
        <source>Clusterdeck reminds you only while it is open, or at its next start. Nothing is deleted automatically.</source>
        <translation>Clusterdeck 只在运行期间或下次启动时提醒。任何集群都不会自动删除。</translation>
    </message>
    <message>
        <source>No clusters are parked. Select some in the table and choose “Park…”.</source>
        <translation>没有已停放的集群。请在表格中选择集群，然后选择“停放…”。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) parked, none of them due.</source>
        <translation>
            <numerusform>已停放 %Ln 个集群，均未到期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) parked.</source>
        <translation>
            <numerusform>已停放 %Ln 个集群。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln due.</source>
        <translation>
            <numerusform>%Ln 个已到期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) no longer parked (still stopped).</source>
        <translation>
            <numerusform>%Ln 个集群已取消停放，目前处于已停止状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start…</source>
        <translation>启动(&amp;S)…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>删除日期</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Parked on</source>
        <translation>停放时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanColumns</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Excluded because</source>
        <translation>排除说明</translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanModel</name>
    <message>
        <source>nothing to note</source>
        <translation>无注意事项</translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanReportText</name>
    <message>
        <source>%1 / %2</source>
        <comment>account, zone</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>the last 4 characters of the ID typed</source>
        <translation>输入 ID 的最后 4 个字符</translation>
    </message>
    <message>
        <source>the number of clusters typed</source>
        <translation>输入集群数量</translation>
    </message>
    <message>
        <source>“The data is saved or not needed” ticked</source>
        <translation>勾选“数据已保存或不再需要”</translation>
    </message>
    <message>
        <source>the button pressed, then a countdown of %1 s</source>
        <translation>点击按钮，然后倒计时 %1 秒</translation>
    </message>
    <message>
        <source>Tier %1: %2</source>
        <comment>risk tier, what is asked</comment>
        <translation>风险级别 %1：%2</translation>
    </message>
    <message>
        <source>Account and zone</source>
        <translation>账户和可用区</translation>
    </message>
    <message>
        <source>State as of</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>Required confirmation</source>
        <translation>需要的确认</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Running and queued jobs</source>
        <translation>运行中和排队的作业</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>numbers of jobs</comment>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Prepaid (the remaining term is lost)</source>
        <translation>包年包月（剩余期限作废）</translation>
    </message>
    <message>
        <source>Mount points that lose their last cluster</source>
        <translation>失去最后一个集群的挂载点</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Run user</source>
        <translation>运行用户</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>older information</source>
        <translation>信息较旧</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>运行中的作业</translation>
    </message>
    <message>
        <source>Queued jobs</source>
        <translation>排队的作业</translation>
    </message>
    <message>
        <source>Clusters with unknown jobs</source>
        <translation>作业情况未知的集群</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Removed by hand</source>
        <translation>已手动移除</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Nothing had been sent when this report was created. Sending requires another confirmation, with current information.</source>
        <translation>生成本报告时尚未发送任何请求。发送前需根据最新信息再次确认。</translation>
    </message>
    <message>
        <source>Affected clusters</source>
        <translation>受影响的集群</translation>
    </message>
    <message>
        <source>Users whose jobs end</source>
        <translation>作业将终止的用户</translation>
    </message>
    <message>
        <source>Users whose jobs are interrupted</source>
        <translation>作业将中断的用户</translation>
    </message>
    <message>
        <source>What remains, may incur costs, or is unknown</source>
        <translation>会保留、可能产生费用或未知的内容</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <comment>code, time</comment>
        <translation>%1，有效期至 %2</translation>
    </message>
    <message>
        <source>Approval code</source>
        <translation>批准码</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2, used only by %Ln cluster(s) of this plan</source>
        <comment>mount point, account</comment>
        <translation>
            <numerusform>%1（账户 %2），仅由本方案中的 %Ln 个集群使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan report, before sending</source>
        <translation>方案报告（发送前）</translation>
    </message>
    <message>
        <source>Excluded because</source>
        <translation>排除说明</translation>
    </message>
</context>
<context>
    <name>clusterdeck::PlanText</name>
    <message>
        <source>has jobs</source>
        <translation>有作业</translation>
    </message>
    <message>
        <source>prepaid</source>
        <translation>包年包月</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>not yours</source>
        <translation>属于他人</translation>
    </message>
    <message>
        <source>last on its mount point</source>
        <translation>挂载点上的最后一个集群</translation>
    </message>
    <message>
        <source>details unknown</source>
        <translation>部分信息未知</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln second(s) behind the cloud&apos;s: correct it, or requests will be refused.</source>
        <translation>
            <numerusform>本机时钟比云端慢 %Ln 秒：请校准时钟，否则请求会被拒绝。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln second(s) ahead of the cloud&apos;s: correct it, or requests will be refused.</source>
        <translation>
            <numerusform>本机时钟比云端快 %Ln 秒：请校准时钟，否则请求会被拒绝。</numerusform>
        </translation>
    </message>
    <message>
        <source>other details</source>
        <comment>flag</comment>
        <translation>其他信息</translation>
    </message>
    <message>
        <source>new: %1</source>
        <comment>flags</comment>
        <translation>变化：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) marked “new” below.</source>
        <translation>
            <numerusform>下方 %Ln 个集群标有“变化”。</numerusform>
        </translation>
    </message>
    <message>
        <source>The batch as a whole now has a higher risk.</source>
        <translation>批次整体的风险现在更高。</translation>
    </message>
    <message>
        <source>In %1 / %2:</source>
        <comment>account, zone</comment>
        <translation>在 %1 / %2：</translation>
    </message>
    <message>
        <source>looks like a locked name</source>
        <translation>名称疑似锁定</translation>
    </message>
    <message>
        <source>Nothing was sent: something has changed in the meantime.</source>
        <translation>未发送任何请求：期间情况发生了变化。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) no longer included, see “excluded”.</source>
        <translation>
            <numerusform>%Ln 个集群不再包含在内，见“已排除”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %Ln call(s), more than the hourly quota. The batch will pause until you continue it.</source>
        <translation>
            <numerusform>这大约需要 %Ln 次调用，超过每小时配额。批次会中途暂停，待您继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) is/are left this hour, and this takes about %1. Enough will be available from %2 on.</source>
        <translation>
            <numerusform>本小时还剩 %Ln 次调用，而这大约需要 %1 次。%2 起次数足够。</numerusform>
        </translation>
    </message>
    <message>
        <source>use of its mount point unknown</source>
        <translation>挂载点使用情况未知</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1，另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 has/have a different owner than the rest: %2.</source>
        <translation>
            <numerusform>%1 个中有 %Ln 个的所有者与其余不同：%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are billed differently from the rest: %2.</source>
        <translation>
            <numerusform>%1 个中有 %Ln 个的计费方式与其余不同：%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 has/have names unlike the rest: %2.</source>
        <translation>
            <numerusform>%1 个中有 %Ln 个的名称与其余不同：%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are much younger than the rest: %2.</source>
        <translation>
            <numerusform>%1 个中有 %Ln 个的创建时间比其余晚得多：%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is larger than any batch before: the largest so far had %Ln cluster(s).</source>
        <translation>
            <numerusform>数量超过以往任何一次：此前最大的批次有 %Ln 个集群。</numerusform>
        </translation>
    </message>
    <message>
        <source>account</source>
        <comment>of a cluster</comment>
        <translation>账户</translation>
    </message>
    <message>
        <source>zone</source>
        <comment>of a cluster</comment>
        <translation>可用区</translation>
    </message>
    <message>
        <source>risk tier</source>
        <translation>风险级别</translation>
    </message>
    <message>
        <source>name</source>
        <comment>of a cluster</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>type</source>
        <comment>of a cluster</comment>
        <translation>类型</translation>
    </message>
    <message>
        <source>owner</source>
        <comment>of a cluster</comment>
        <translation>所有者</translation>
    </message>
    <message>
        <source>run user</source>
        <comment>of a cluster</comment>
        <translation>运行用户</translation>
    </message>
    <message>
        <source>billing</source>
        <comment>of a cluster</comment>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>mount point</source>
        <comment>of a cluster</comment>
        <translation>挂载点</translation>
    </message>
    <message>
        <source>creation time</source>
        <comment>of a cluster</comment>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>status</source>
        <comment>of a cluster</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>number of nodes</source>
        <comment>of a cluster</comment>
        <translation>节点数</translation>
    </message>
    <message>
        <source>number of running jobs</source>
        <comment>of a cluster</comment>
        <translation>运行中作业数</translation>
    </message>
    <message>
        <source>number of queued jobs</source>
        <comment>of a cluster</comment>
        <translation>排队作业数</translation>
    </message>
    <message>
        <source>day of expiry</source>
        <comment>of a cluster</comment>
        <translation>到期日</translation>
    </message>
    <message>
        <source>risk</source>
        <comment>of a cluster</comment>
        <translation>风险</translation>
    </message>
    <message>
        <source>The risk tier is %1 in the plan and %2 now.</source>
        <translation>风险级别在方案中为 %1，现在为 %2。</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no value</comment>
        <translation>空</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a value</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>the %1 is %2 in the plan and %3 now</source>
        <comment>what, planned, read</comment>
        <translation>%1在方案中为%2，现在为%3</translation>
    </message>
    <message>
        <source>This plan was made %1 ago, at %2, and is valid until %3.</source>
        <comment>age, time, time</comment>
        <translation>此方案制定于 %1前（%2），有效期至 %3。</translation>
    </message>
    <message>
        <source>Its approval code is %1.</source>
        <translation>其批准码为 %1。</translation>
    </message>
    <message>
        <source>None of its clusters is worse than planned.</source>
        <translation>其中所有集群的情况与方案一致或更好。</translation>
    </message>
    <message>
        <source>Excluded: %1 (%2) – %3</source>
        <comment>name, ID, reason</comment>
        <translation>已排除：%1 (%2) – %3</translation>
    </message>
    <message>
        <source>number of finished jobs</source>
        <comment>of a cluster</comment>
        <translation>已完成作业数</translation>
    </message>
    <message>
        <source>Nothing was sent: the plan was valid until %1. Make a new one.</source>
        <translation>未发送任何请求：该方案的有效期至 %1。请重新制定方案。</translation>
    </message>
    <message>
        <source>%1 (%2) %3, running jobs: %4, queued jobs: %5, nodes: %6</source>
        <translation>%1（%2）%3，运行中的作业：%4，排队的作业：%5，节点：%6</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) is/are not yours and go(es) last. If the cloud refuses three requests in a row, nothing more is sent.</source>
        <translation>
            <numerusform>%Ln 个集群属于他人，最后发送。如果云端连续拒绝三个请求，则不再发送任何请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>number of stopped jobs</source>
        <comment>of a cluster</comment>
        <translation>已停止作业数</translation>
    </message>
    <message>
        <source>number of deleted jobs</source>
        <comment>of a cluster</comment>
        <translation>已删除作业数</translation>
    </message>
    <message>
        <source>number of CPU hours</source>
        <comment>of a cluster</comment>
        <translation>CPU 小时数</translation>
    </message>
    <message>
        <source>description</source>
        <comment>of a cluster</comment>
        <translation>描述</translation>
    </message>
    <message>
        <source>Nothing was sent: the plan no longer matches the clusters. Make a new plan.</source>
        <translation>未发送任何请求：方案与集群的当前情况不符。请重新生成方案。</translation>
    </message>
    <message>
        <source>number of days without use</source>
        <comment>of a cluster</comment>
        <translation>未使用天数</translation>
    </message>
    <message numerus="yes">
        <source>Excluded: %Ln cluster(s) – %1</source>
        <comment>number, reason</comment>
        <translation>
            <numerusform>已排除：%Ln 个集群 – %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its clusters are excluded, as explained below.</source>
        <translation>
            <numerusform>其中 %Ln 个集群已被排除，说明见下。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::PracticeDialog</name>
    <message>
        <source>&amp;Delay each answer by</source>
        <translation>每次响应延迟(&amp;D)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>&amp;Refuse operations</source>
        <translation>拒绝操作(&amp;R)</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Lose answers to operations</source>
        <translation>丢失操作的响应(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Fail reads</source>
        <translation>读取失败(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Calls left this hour</source>
        <translation>本小时剩余调用次数(&amp;C)</translation>
    </message>
    <message>
        <source>Cloud clock &amp;ahead by</source>
        <translation>云端时钟快(&amp;A)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Practise with My Clusters</source>
        <translation>用我的集群演练</translation>
    </message>
    <message>
        <source>&amp;Invent names, to show to an audience</source>
        <translation>使用虚构名称，便于向他人演示(&amp;I)</translation>
    </message>
    <message>
        <source>The practice cloud opens with the clusters in the table.</source>
        <translation>演练环境将载入表格中的集群。</translation>
    </message>
    <message>
        <source>It copies names, states, types, billing, numbers and ages, and which clusters are shared or belong to others. It does not copy IDs, users, descriptions, locks or keys.</source>
        <translation>会复制名称、状态、类型、计费方式、数量和存在时长，以及哪些集群是共享的或属于他人。不复制 ID、用户、描述、锁定或密钥。</translation>
    </message>
    <message>
        <source>Your accounts are closed first. Nothing that you do there reaches your cloud.</source>
        <translation>您的账户会先关闭。在演练环境中的任何操作都不会影响您的云。</translation>
    </message>
    <message>
        <source>Simulated faults:</source>
        <translation>模拟故障：</translation>
    </message>
    <message>
        <source>Open Practice Cloud</source>
        <translation>打开演练环境</translation>
    </message>
</context>
<context>
    <name>clusterdeck::PresenterBadge</name>
    <message>
        <source>PRESENTER</source>
        <translation>演示者</translation>
    </message>
    <message>
        <source>Names, IDs and owners are invented, and every account is read-only in this window.</source>
        <translation>名称、ID 和所有者都是虚构的，此窗口中所有账户均为只读。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Print</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of report, title</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>clusterdeck::QuitDialog</name>
    <message>
        <source>&amp;Keep open</source>
        <translation>保持打开(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Quit anyway</source>
        <translation>仍然退出(&amp;Q)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent yet: cancelled when Clusterdeck quits.</source>
        <translation>
            <numerusform>%Ln 项尚未发送：Clusterdeck 退出时将取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running: the practice cloud ends with Clusterdeck.</source>
        <translation>
            <numerusform>%Ln 项正在进行：演练环境会随 Clusterdeck 一同结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running: continues in the cloud, and is followed again at the next start.</source>
        <translation>
            <numerusform>%Ln 项正在进行：会在云端继续，下次启动时继续跟踪。</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>退出？</translation>
    </message>
    <message>
        <source>All operations have ended in the meantime.</source>
        <translation>在此期间，所有操作均已结束。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) with unfinished operations</source>
        <translation>
            <numerusform>%Ln 个集群的操作尚未结束</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::RecordTable</name>
    <message>
        <source>Copy Rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy Rows as JSON</source>
        <translation>复制所选行为 JSON</translation>
    </message>
</context>
<context>
    <name>clusterdeck::RefusalText</name>
    <message>
        <source>process %1 on the computer %2, for %3</source>
        <comment>number, host, duration</comment>
        <translation>计算机 %2 上的进程 %1，已持续 %3</translation>
    </message>
    <message>
        <source>process %1 on the computer %2</source>
        <comment>number, host</comment>
        <translation>计算机 %2 上的进程 %1</translation>
    </message>
    <message>
        <source>Another copy of Clusterdeck is using %1. Close it, or work there.</source>
        <translation>另一个 Clusterdeck 实例正在使用 %1。请关闭该实例，或在其中操作。</translation>
    </message>
    <message>
        <source>Another copy of Clusterdeck is using %1: %2. Close it, or work there.</source>
        <comment>folder, process</comment>
        <translation>另一个 Clusterdeck 实例正在使用 %1：%2。请关闭该实例，或在其中操作。</translation>
    </message>
    <message>
        <source>Another copy of Clusterdeck is using %1: %2. Close it there; if it no longer runs, start Clusterdeck with --take-over.</source>
        <comment>folder, process</comment>
        <translation>另一个 Clusterdeck 实例正在使用 %1：%2。请在该计算机上将其关闭；如果它已不再运行，请使用 --take-over 启动 Clusterdeck。</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be read, so another copy of Clusterdeck may be running. If none is, start Clusterdeck with --take-over.</source>
        <translation>锁文件 %1 无法读取，因此可能有另一个 Clusterdeck 实例正在运行。如果没有，请使用 --take-over 启动 Clusterdeck。</translation>
    </message>
    <message>
        <source>The lock file in %1 was removed while Clusterdeck was running, so another copy may be using the folder. Restart Clusterdeck.</source>
        <translation>%1 中的锁文件在 Clusterdeck 运行期间被删除，因此可能有另一个实例正在使用该文件夹。请重新启动 Clusterdeck。</translation>
    </message>
    <message>
        <source>Another copy of Clusterdeck has taken over %1: %2. Work there, or close both and restart one.</source>
        <comment>folder, process</comment>
        <translation>另一个 Clusterdeck 实例已接管 %1：%2。请在该实例中操作，或关闭两者后重新启动其中一个。</translation>
    </message>
    <message>
        <source>%1 belongs to the user %2, possibly after a start with sudo. Restore your ownership (chown), or choose another folder with --data-dir.</source>
        <translation>%1 属于用户 %2，可能是曾用 sudo 启动所致。请恢复您的所有权（chown），或使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Other users can change files in the folder %1. Revoke their permission (chmod go-w), or choose another folder with --data-dir.</source>
        <translation>其他用户可以更改文件夹 %1 中的文件。请收回其权限（chmod go-w），或使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is not a folder. Choose another folder with --data-dir.</source>
        <translation>%1 不是文件夹。请使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Move it away, or choose another folder with --data-dir.</source>
        <translation>%1 不是普通文件。请将其移走，或使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is a link to something that does not exist. Correct or remove the link.</source>
        <translation>%1 是一个链接，但其目标不存在。请更正或删除该链接。</translation>
    </message>
    <message>
        <source>You have no permission to write %1. Choose another folder with --data-dir.</source>
        <translation>您没有写入 %1 的权限。请使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is on a file system (%2) that is mounted read-only. Choose another folder with --data-dir.</source>
        <comment>path, name of a file system</comment>
        <translation>%1 所在的文件系统（%2）以只读方式挂载。请使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no space left for %1: the file system (%2) is full, or your quota is used up. Free some space, or choose another folder with --data-dir.</source>
        <comment>path, name of a file system</comment>
        <translation>%1 没有剩余空间：文件系统（%2）已满，或您的配额已用完。请腾出空间，或使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 on a file system (%2) cannot be written: %3. Choose another folder with --data-dir.</source>
        <comment>path, name of a file system, reason</comment>
        <translation>无法写入 %1（文件系统 %2）：%3。请使用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>The file system (%1) of the data folder has no working locks: only Clusterdeck&apos;s lock file keeps two copies apart. Choose a folder on a disk of this computer with --data-dir to be safe.</source>
        <comment>name of a file system</comment>
        <translation>数据文件夹所在的文件系统（%1）没有可用的文件锁：只有 Clusterdeck 自己的锁文件能防止两个实例同时操作。为安全起见，请使用 --data-dir 选择本机磁盘上的文件夹。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::RemoveDialog</name>
    <message>
        <source>&amp;Keep account</source>
        <translation>保留账户(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Remove account</source>
        <translation>移除账户(&amp;R)</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>&amp;Remove without its secret</source>
        <translation>只移除账户，不移除密钥(&amp;R)</translation>
    </message>
    <message>
        <source>The account&apos;s settings are removed from this program and its secret from the keychain. Nothing changes in the cloud. The history of operations stays.</source>
        <translation>该账户的设置将从本程序中移除，其密钥将从密钥环中移除。云端不会有任何变化。操作历史会保留。</translation>
    </message>
    <message>
        <source>The account&apos;s settings are removed from this program. Nothing changes in the cloud. The history of operations stays.</source>
        <translation>该账户的设置将从本程序中移除。云端不会有任何变化。操作历史会保留。</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. If it asks, answer in its own window. If you keep the account now, its secret may have to be entered again.</source>
        <translation>密钥环尚未响应。如果密钥环询问，请在它自己的窗口中回答。如果现在保留账户，可能需要重新输入其密钥。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::RenameDialog</name>
    <message numerus="yes">
        <source>At most %Ln character(s).</source>
        <translation>
            <numerusform>最多 %Ln 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>名称：%1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>描述：%1</translation>
    </message>
    <message>
        <source>Renaming…</source>
        <translation>正在重命名…</translation>
    </message>
    <message>
        <source>“%1” stands for characters that could not be read. Replace it.</source>
        <translation>“%1”代表无法读取的字符。请将其替换。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Line breaks, tabs and invisible characters are not allowed: “%1”.</source>
        <translation>不能包含换行、制表符或不可见字符：“%1”。</translation>
    </message>
    <message>
        <source>The outcome is unknown. Refresh to check.</source>
        <translation>结果未知。请刷新后查看。</translation>
    </message>
    <message>
        <source>The description could not be read again, and nothing was sent. Try again.</source>
        <translation>无法重新读取描述，未发送任何请求。请重试。</translation>
    </message>
    <message>
        <source>Another user has changed the description meanwhile: “%1”. Rename replaces it.</source>
        <translation>其他用户在此期间更改了描述：“%1”。点击“重命名”会将其替换。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ReportDialog</name>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Choose &amp;another location…</source>
        <translation>选择其他位置(&amp;A)…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Open in the default viewer to view or print</source>
        <translation>在默认查看器中打开，以查看或打印</translation>
    </message>
    <message>
        <source>Creating the PDF…</source>
        <translation>正在生成 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s), saved as %1</source>
        <translation>
            <numerusform>%Ln 页，已保存为 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::ReportWords</name>
    <message>
        <source>Created %1 by Clusterdeck %2</source>
        <comment>time, version</comment>
        <translation>由 Clusterdeck %2 于 %1 生成</translation>
    </message>
</context>
<context>
    <name>clusterdeck::RowText</name>
    <message>
        <source>, </source>
        <comment>between the parts of a row that is read out</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>clusterdeck::SafetyGuaranteesWindow</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>It never sends what you did not confirm.</source>
        <translation>绝不发送未经确认的内容。</translation>
    </message>
    <message>
        <source>It never sends a request twice.</source>
        <translation>绝不重复发送请求。</translation>
    </message>
    <message>
        <source>It never claims more than it has read back.</source>
        <translation>绝不给出未经回读证实的结论。</translation>
    </message>
    <message>
        <source>It never sends a request before recording it.</source>
        <translation>绝不在写入记录之前发送请求。</translation>
    </message>
    <message>
        <source>It never writes a secret to disk.</source>
        <translation>绝不把密钥写入磁盘。</translation>
    </message>
    <message>
        <source>It never collects data about you.</source>
        <translation>绝不收集您的数据。</translation>
    </message>
    <message>
        <source>It never contacts a real cloud while you practise.</source>
        <translation>演练时绝不连接真实的云。</translation>
    </message>
    <message>
        <source>Only clusters that you saw by name and confirmed are sent. A cluster that has changed since is excluded; none is ever added.</source>
        <translation>只发送已显示名称并经您确认的集群。之后发生变化的集群会被排除；绝不会添加任何集群。</translation>
    </message>
    <message>
        <source>Each request is sent once. If its answer is lost, the program checks the outcome and does not try again automatically.</source>
        <translation>每个请求只发送一次。如果响应丢失，程序会核实结果，不会自动重试。</translation>
    </message>
    <message>
        <source>“Done” means that the cluster was missing in two readings. A lost answer is “Unknown”, not “Failed”, and an accepted request is not yet “Done”.</source>
        <translation>“已完成”表示两次读取中集群均已不存在。响应丢失记为“未知”，而不是“失败”；请求已受理并不等于“已完成”。</translation>
    </message>
    <message>
        <source>Each operation is on disk before it is sent. After a crash or a power cut, unsent requests are not sent automatically, and sent requests are still followed.</source>
        <translation>每项操作都先写入磁盘再发送。崩溃或断电之后，未发送的请求不会自动发送，已发送的请求会继续跟踪。</translation>
    </message>
    <message>
        <source>It never acts without your confirmation.</source>
        <translation>绝不在未经确认时执行操作。</translation>
    </message>
    <message>
        <source>Suspend, a locked screen, a crash, a closed window, the Enter key: none of these deletes anything. A parked cluster only triggers a reminder when its day comes.</source>
        <translation>睡眠、锁屏、崩溃、关闭窗口、回车键：都不会删除任何内容。停放的集群到期时只会提醒。</translation>
    </message>
    <message>
        <source>Secrets are in the system keychain and nowhere else: not in settings, history, exports or logs. Without a keychain they are kept in memory until the program ends.</source>
        <translation>密钥只保存在系统密钥环中，不在设置、历史、导出文件或日志中。没有密钥环时，密钥在内存中保留到程序结束。</translation>
    </message>
    <message>
        <source>No telemetry, no crash reports, no check for updates. It connects to the addresses of your accounts and to nothing else.</source>
        <translation>没有遥测，没有崩溃报告，也不检查更新。程序只连接账户的接口地址。</translation>
    </message>
    <message>
        <source>It never uses an unsafe connection.</source>
        <translation>绝不使用不安全的连接。</translation>
    </message>
    <message>
        <source>Only HTTPS with a valid certificate, except to this computer itself. Certificate errors cannot be ignored, and redirects are not followed.</source>
        <translation>除连接本机外，只使用证书有效的 HTTPS。证书错误无法忽略，也不跟随重定向。</translation>
    </message>
    <message>
        <source>While DEMO is shown, all requests go to a practice cloud inside this program.</source>
        <translation>显示 DEMO 时，所有请求都发往程序内部的演练环境。</translation>
    </message>
    <message>
        <source>Safety Guarantees</source>
        <translation>安全保证</translation>
    </message>
</context>
<context>
    <name>clusterdeck::SavePlanDialog</name>
    <message>
        <source>Save plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Valid for, in days</source>
        <translation>有效天数</translation>
    </message>
    <message>
        <source>Approval code</source>
        <translation>批准码</translation>
    </message>
    <message>
        <source>Shown when the file is saved</source>
        <translation>保存文件后显示</translation>
    </message>
    <message numerus="yes">
        <source>The file contains these %Ln cluster(s) and their current state. The approved plan can be applied until it expires. Clusters that got worse or are marked to keep by then are excluded, and none is added.</source>
        <translation>
            <numerusform>文件包含这 %Ln 个集群及其目前的信息。方案获批准后，可在有效期内执行。届时情况变糟或已标记为保留的集群会被排除，绝不会增加集群。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Valid for (days)</source>
        <translation>有效天数(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Approval code</source>
        <translation>批准码(&amp;A)</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>This confirmation is too old for a plan. Close it, and choose Delete again.</source>
        <translation>此确认对话框中的信息已过时，无法用于方案。请关闭后重新开始删除。</translation>
    </message>
    <message>
        <source>Saved as %1, valid until %2. “Save as PDF…” now makes the report with this code for approval.</source>
        <translation>已保存为 %1，有效期至 %2。现在“另存为 PDF…”生成的报告含有此批准码，可交给审批人。</translation>
    </message>
    <message>
        <source>It can be applied until %1.</source>
        <translation>可执行至 %1。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::SearchSign</name>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>clusterdeck::SecretDialog</name>
    <message>
        <source>&amp;Remember it in the system keychain</source>
        <translation>保存到系统密钥环中(&amp;R)</translation>
    </message>
    <message>
        <source>Open account</source>
        <translation>打开账户</translation>
    </message>
    <message>
        <source>Secret of %1</source>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>&amp;Secret of the access key %1</source>
        <translation>Access Key ID %1 的密钥(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>clusterdeck::SelectByListDialog</name>
    <message>
        <source>Only &amp;problems</source>
        <translation>仅显示有问题的行(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;not found</source>
        <translation>复制未找到的项(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Add to the selection</source>
        <translation>添加到已选(&amp;A)</translation>
    </message>
    <message>
        <source>Select by list</source>
        <translation>按列表选择</translation>
    </message>
    <message>
        <source>List of clusters</source>
        <translation>集群列表</translation>
    </message>
    <message>
        <source>Paste cluster IDs or names: one per line, a table with headings, or any text that contains IDs, such as a ticket.</source>
        <translation>粘贴集群 ID 或名称：每行一个、带表头的表格，或任何包含 ID 的文本（例如工单）。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln matched</source>
        <translation>
            <numerusform>%Ln 项匹配</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln 项未找到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ambiguous</source>
        <translation>
            <numerusform>%Ln 项有歧义</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated</source>
        <translation>
            <numerusform>%Ln 项重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Select %Ln cluster(s)</source>
        <translation>
            <numerusform>选择 %Ln 个集群(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a list</source>
        <translation>打开列表</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt)</source>
        <translation>列表 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful</source>
        <translation>
            <numerusform>%Ln 个存疑</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is not in UTF-8. It was read as %1: check its lines.</source>
        <translation>该文件不是 UTF-8 编码，已按 %1 读取，请核对各行内容。</translation>
    </message>
    <message>
        <source>Matches of the list</source>
        <translation>列表匹配结果</translation>
    </message>
    <message numerus="yes">
        <source>Searched in %Ln cluster(s).</source>
        <translation>
            <numerusform>已在 %Ln 个集群中查找。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of text ignored</source>
        <translation>
            <numerusform>已忽略 %Ln 行文字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::SelectionBar</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show the selected clusters that are hidden</source>
        <translation>显示被隐藏的已选集群</translation>
    </message>
    <message>
        <source>Show only the selected clusters, regardless of the filter</source>
        <translation>只显示已选的集群，不受筛选影响</translation>
    </message>
    <message>
        <source>Deselect the hidden clusters</source>
        <translation>取消选择隐藏的集群</translation>
    </message>
    <message>
        <source>Select only the clusters that are shown</source>
        <translation>只选择当前显示的集群</translation>
    </message>
</context>
<context>
    <name>clusterdeck::SelectionSummary</name>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何集群</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln busy</source>
        <translation>
            <numerusform>%Ln 个有操作正在进行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln locked</source>
        <translation>
            <numerusform>%Ln 个已锁定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden by the filter</source>
        <translation>
            <numerusform>%Ln 个被筛选隐藏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked to keep</source>
        <translation>
            <numerusform>%Ln 个标记为保留</numerusform>
        </translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>clusterdeck::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Show &amp;notifications</source>
        <translation>显示通知(&amp;N)</translation>
    </message>
    <message>
        <source>Show in the t&amp;ray</source>
        <translation>在托盘中显示(&amp;R)</translation>
    </message>
    <message>
        <source>Closing the window still ends the program.</source>
        <translation>关闭窗口仍会结束程序。</translation>
    </message>
    <message>
        <source>&amp;Ask before deleting</source>
        <translation>删除前的确认(&amp;A)</translation>
    </message>
    <message>
        <source>At least 30 seconds</source>
        <translation>至少 30 秒</translation>
    </message>
    <message>
        <source>At least 1 minute</source>
        <translation>至少 1 分钟</translation>
    </message>
    <message>
        <source>At least 5 minutes</source>
        <translation>至少 5 分钟</translation>
    </message>
    <message>
        <source>&amp;Countdown</source>
        <translation>倒计时(&amp;C)</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云</translation>
    </message>
    <message>
        <source>Conc&amp;urrent calls</source>
        <translation>并发调用数(&amp;U)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <comment>of what</comment>
        <translation>打开文件夹：%1</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Changes apply immediately.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Takes effect after Clusterdeck restarts.</source>
        <translation>重新启动 Clusterdeck 后生效。</translation>
    </message>
    <message>
        <source>When a batch ends or needs you while Clusterdeck is in the background.</source>
        <translation>当 Clusterdeck 在后台时，批次结束或需要您处理时通知。</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>操作确认</translation>
    </message>
    <message>
        <source>By default, deleting one stopped cluster requires no typing. This setting can only require more.</source>
        <translation>默认情况下，删除一个已停止的集群无需输入。此设置只能要求更多确认。</translation>
    </message>
    <message>
        <source>Depends on risk</source>
        <translation>按风险而定</translation>
    </message>
    <message>
        <source>Always type the number</source>
        <translation>始终输入数量</translation>
    </message>
    <message>
        <source>Always type the number and tick the box</source>
        <translation>始终输入数量并勾选</translation>
    </message>
    <message>
        <source>How long you can still cancel a confirmed operation. “Send now” ends the countdown.</source>
        <translation>确认操作后仍可取消的时长。“立即发送”会结束倒计时。</translation>
    </message>
    <message>
        <source>5 to 30 seconds, depending on risk</source>
        <translation>5 至 30 秒，按风险而定</translation>
    </message>
    <message>
        <source>Default for new accounts. Each account has its own number in its advanced settings.</source>
        <translation>新账户的默认值。各账户可在其高级设置中单独设置。</translation>
    </message>
    <message>
        <source>&amp;History, locks and parked clusters</source>
        <translation>历史、锁定和停放的集群(&amp;H)</translation>
    </message>
    <message>
        <source>Accounts and &amp;settings</source>
        <translation>账户和设置(&amp;S)</translation>
    </message>
    <message>
        <source>Contains no secrets: those are in the system keychain.</source>
        <translation>不含密钥：密钥保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>日志(&amp;O)</translation>
    </message>
    <message>
        <source>No log is written. Start with --log-file FILE to write one.</source>
        <translation>未写入日志。以 --log-file FILE 启动即可写入。</translation>
    </message>
    <message>
        <source>Contains no secrets. Only you can read it.</source>
        <translation>不含密钥，仅本用户可读。</translation>
    </message>
    <message>
        <source>No setting contains “%1”.</source>
        <translation>没有包含“%1”的设置。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ShortcutList</name>
    <message>
        <source>Menu %1</source>
        <translation>菜单 %1</translation>
    </message>
    <message>
        <source>Select up to the row above or below</source>
        <translation>选择到上一行或下一行</translation>
    </message>
    <message>
        <source>Go to the row above or below without selecting it</source>
        <translation>移到上一行或下一行但不选择</translation>
    </message>
    <message>
        <source>Go to the first or last row</source>
        <translation>移到第一行或最后一行</translation>
    </message>
    <message>
        <source>Clear the field, then go to the table</source>
        <translation>清空该字段，然后移到表格</translation>
    </message>
    <message>
        <source>Go to the table</source>
        <translation>移到表格</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys that do the same</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Select or deselect the row</source>
        <translation>选择或取消选择该行</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ShortcutsWindow</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
</context>
<context>
    <name>clusterdeck::States</name>
    <message>
        <source>Pending</source>
        <translation>创建中</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 – needs attention</source>
        <comment>state</comment>
        <translation>%1 – 需要关注</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>state – what is under way</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Counting down</source>
        <translation>倒计时中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Already gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>state – failed verb</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Not recognized</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>counting down</source>
        <comment>within a sentence</comment>
        <translation>倒计时中</translation>
    </message>
    <message>
        <source>queued</source>
        <comment>within a sentence</comment>
        <translation>排队中</translation>
    </message>
    <message>
        <source>on hold</source>
        <comment>within a sentence</comment>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>sending</source>
        <comment>within a sentence</comment>
        <translation>发送中</translation>
    </message>
    <message>
        <source>running</source>
        <comment>within a sentence</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>within a sentence</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>done</source>
        <comment>within a sentence</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>already gone</source>
        <comment>within a sentence</comment>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>within a sentence</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>within a sentence</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not recognized</source>
        <comment>within a sentence</comment>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>ceasing</source>
        <translation>销毁中</translation>
    </message>
    <message>
        <source>creating</source>
        <translation>创建中</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>删除中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>installing</source>
        <translation>安装中</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>resizing</source>
        <translation>调整规格中</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>重启中</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>恢复运行中</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>伸缩中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>suspending</source>
        <translation>暂停中</translation>
    </message>
    <message>
        <source>updating</source>
        <translation>更新中</translation>
    </message>
    <message>
        <source>upgrading</source>
        <translation>升级中</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>countdown</source>
        <comment>within a sentence</comment>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>within a sentence</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>request</source>
        <comment>within a sentence</comment>
        <translation>请求</translation>
    </message>
    <message>
        <source>operation</source>
        <comment>within a sentence</comment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>being checked</source>
        <comment>within a sentence</comment>
        <translation>核实中</translation>
    </message>
</context>
<context>
    <name>clusterdeck::StatusLine</name>
    <message>
        <source>The list changed while it was being read.</source>
        <translation>列表在读取期间发生了变化。</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>time of day</comment>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>As of %1, not refreshed yet</source>
        <translation>截至 %1，尚未刷新</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln 个集群</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>account, zone</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln 个账户</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Reading clusters…</source>
        <translation>正在读取集群…</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>不完整：%1</translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln minute(s)</source>
        <translation>
            <numerusform>已超过 %Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>refreshing…</source>
        <translation>正在刷新…</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln page(s) read</source>
        <translation>
            <numerusform>共 %Ln 页，已读取 %L1 页</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, done at about %2</source>
        <comment>412 of 1,000 pages read, time</comment>
        <translation>%1，预计 %2 完成</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) incomplete: %1</source>
        <translation>
            <numerusform>%Ln 个账户不完整：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>accounts</comment>
        <translation>
            <numerusform>%1，另有 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TellOwnersDialog</name>
    <message>
        <source>Tell owners</source>
        <translation>通知所有者</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Day of deletion</source>
        <translation>删除日期</translation>
    </message>
    <message>
        <source>Text for the owner</source>
        <translation>给所有者的文字</translation>
    </message>
    <message>
        <source>Clusterdeck sends no mail. It writes the text for each owner and opens it in your mail program.</source>
        <translation>Clusterdeck 不发送邮件。它显示给每位所有者的文字，并可在您的邮件程序中打开。</translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation>所有者(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Day of deletion</source>
        <translation>删除日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>复制全部(&amp;A)</translation>
    </message>
    <message>
        <source>The texts for all owners, one below the other</source>
        <translation>给所有所有者的文字，依次排列</translation>
    </message>
    <message>
        <source>Write &amp;mail…</source>
        <translation>撰写邮件(&amp;M)…</translation>
    </message>
    <message>
        <source>This text is too long for most mail programs. Copy the text and paste it into a mail.</source>
        <translation>对多数邮件程序来说，这段文字过长。请复制后粘贴到邮件中。</translation>
    </message>
    <message>
        <source>The mail address of this owner is not known. Enter it in the mail program.</source>
        <translation>不知道此所有者的邮件地址，请在邮件程序中填写。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message numerus="yes">
        <source>Copied the texts for %Ln owner(s).</source>
        <translation>
            <numerusform>已复制给 %Ln 位所有者的文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail program could be opened. Copy the text and paste it into a mail.</source>
        <translation>无法打开邮件程序。请复制文字后粘贴到邮件中。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::TimeLine</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>phase, duration</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>state, time</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln together</source>
        <translation>
            <numerusform>全部 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clusterdeck::TimelinePage</name>
    <message>
        <source>Stop readin&amp;g</source>
        <translation>停止读取(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;older</source>
        <translation>显示更早的记录(&amp;O)</translation>
    </message>
    <message>
        <source>Shown at confirmation</source>
        <translation>确认时显示的内容</translation>
    </message>
    <message>
        <source>Provider&apos;s log</source>
        <translation>服务商日志</translation>
    </message>
    <message>
        <source>&amp;Export batch…</source>
        <translation>导出批次(&amp;E)…</translation>
    </message>
    <message>
        <source>Export time&amp;line…</source>
        <translation>导出时间线(&amp;L)…</translation>
    </message>
    <message>
        <source>Operations, newest first</source>
        <translation>操作记录，最新的在前</translation>
    </message>
    <message>
        <source>Clusters of the batch</source>
        <translation>批次中的集群</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>&amp;Clusters</source>
        <translation>集群(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation>事件(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Shown at confirmation</source>
        <translation>确认时显示的内容(&amp;S)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No operations yet.</source>
        <translation>尚无操作。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln line(s)</source>
        <translation>
            <numerusform>%1 行，共 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>保存报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有与筛选条件匹配的记录。</translation>
    </message>
    <message>
        <source>No operations are known: the provider&apos;s log was not read.</source>
        <translation>尚无已知的操作：未读取服务商日志。</translation>
    </message>
</context>
<context>
    <name>clusterdeck::TimelineWindow</name>
    <message>
        <source>Timeline – %1</source>
        <translation>时间线 – %1</translation>
    </message>
</context>
<context>
    <name>clusterdeck::UsagePage</name>
    <message>
        <source>%1 + %2</source>
        <comment>running + waiting jobs</comment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>Active without jobs</source>
        <translation>运行中但无作业</translation>
    </message>
    <message>
        <source>Least used: 1 % of hours</source>
        <translation>用量最少：合计 1% 的 CPU 小时</translation>
    </message>
    <message>
        <source>CPU hours and jobs by cluster</source>
        <translation>各集群的 CPU 小时与作业</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>CPU hours</source>
        <translation>CPU 小时</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>运行中的作业</translation>
    </message>
    <message>
        <source>Queued jobs</source>
        <translation>排队的作业</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>No clusters are listed.</source>
        <translation>没有列出任何集群。</translation>
    </message>
    <message>
        <source>%1 active without jobs, with %2.</source>
        <translation>%1运行中但无作业（%2）。</translation>
    </message>
    <message>
        <source>All clusters</source>
        <translation>所有集群</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>%1 has the most CPU hours: %2 of %3.</source>
        <translation>CPU 小时最多的是 %1：%2，总计 %3。</translation>
    </message>
    <message>
        <source>Least used: %1 with %2 together have at most 1 % of the CPU hours.</source>
        <translation>用量最少：%1（%2）合计不超过 CPU 小时的 1%。</translation>
    </message>
    <message numerus="yes">
        <source>The CPU hours of %Ln cluster(s) are unknown.</source>
        <translation>
            <numerusform>%Ln 个集群的 CPU 小时未知。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The jobs of %Ln active cluster(s) are unknown.</source>
        <translation>
            <numerusform>%Ln 个运行中的集群的作业情况未知。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top %Ln cluster(s) by CPU hours</source>
        <translation>
            <numerusform>CPU 小时前 %Ln 的集群</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs on these clusters</source>
        <translation>这些集群的作业</translation>
    </message>
    <message>
        <source>Idle and least used</source>
        <translation>空闲与低用量集群</translation>
    </message>
</context>
<context>
    <name>clusterdeck::VerbWords</name>
    <message>
        <source>Start the selected clusters that are stopped</source>
        <translation>启动已选且已停止的集群</translation>
    </message>
    <message>
        <source>Stop the selected clusters that are active</source>
        <translation>停止已选且运行中的集群</translation>
    </message>
    <message>
        <source>Delete the selected clusters, after confirmation (Del)</source>
        <translation>删除已选的集群，执行前需确认（Del）</translation>
    </message>
    <message>
        <source>It is not stopped</source>
        <translation>未处于“已停止”状态</translation>
    </message>
    <message>
        <source>It is not active</source>
        <translation>未处于“运行中”状态</translation>
    </message>
    <message>
        <source>Its state does not allow this</source>
        <translation>当前状态不允许此操作</translation>
    </message>
    <message>
        <source>Deleted elsewhere</source>
        <translation>已在别处删除</translation>
    </message>
    <message>
        <source>Stopped elsewhere</source>
        <translation>已在别处停止</translation>
    </message>
    <message>
        <source>Started elsewhere</source>
        <translation>已在别处启动</translation>
    </message>
    <message>
        <source>Being deleted elsewhere</source>
        <translation>正在别处删除</translation>
    </message>
    <message>
        <source>Being stopped elsewhere</source>
        <translation>正在别处停止</translation>
    </message>
    <message>
        <source>Being started elsewhere</source>
        <translation>正在别处启动</translation>
    </message>
    <message>
        <source>Deletion failed elsewhere</source>
        <translation>在别处删除失败</translation>
    </message>
    <message>
        <source>Stop failed elsewhere</source>
        <translation>在别处停止失败</translation>
    </message>
    <message>
        <source>Start failed elsewhere</source>
        <translation>在别处启动失败</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>operation</comment>
        <translation>删除</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>operation</comment>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>operation</comment>
        <translation>启动</translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be deleted</source>
        <translation>
            <numerusform>%Ln 个可删除</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting – %1</source>
        <translation>删除 – %1</translation>
    </message>
    <message>
        <source>Stopping – %1</source>
        <translation>停止 – %1</translation>
    </message>
    <message>
        <source>Starting – %1</source>
        <translation>启动 – %1</translation>
    </message>
    <message>
        <source>not deleted</source>
        <translation>未删除</translation>
    </message>
    <message>
        <source>not stopped</source>
        <translation>未停止</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln cluster(s)</source>
        <translation>
            <numerusform>删除 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln cluster(s)</source>
        <translation>
            <numerusform>停止 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %Ln cluster(s)</source>
        <translation>
            <numerusform>启动 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped clusters can be started again.</source>
        <translation>已停止的集群可以重新启动。</translation>
    </message>
    <message>
        <source>&amp;%1</source>
        <comment>button that deletes: verb and number</comment>
        <translation>%1(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;%1</source>
        <comment>button that stops: verb and number</comment>
        <translation>%1(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;%1</source>
        <comment>button that starts: verb and number</comment>
        <translation>%1(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>保留集群(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep them running</source>
        <translation>保持运行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep them stopped</source>
        <translation>保持停止(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %Ln cluster(s) in %1 s</source>
        <translation>
            <numerusform>%1 秒后删除 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln cluster(s) in %1 s</source>
        <translation>
            <numerusform>%1 秒后停止 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting %Ln cluster(s) in %1 s</source>
        <translation>
            <numerusform>%1 秒后启动 %Ln 个集群</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be started again.</source>
        <translation>停止后可以重新启动。</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it running</source>
        <translation>保持运行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it stopped</source>
        <translation>保持停止(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
</context>
<context>
    <name>clusterdeck::ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>历史(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>活动(&amp;A)</translation>
    </message>
    <message>
        <source>Cha&amp;rts…</source>
        <translation>图表(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>clusterdeck::WindowFrame</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>clusterdeck::Words</name>
    <message>
        <source>No running or queued jobs.</source>
        <translation>没有运行中或排队的作业。</translation>
    </message>
    <message>
        <source>%1 running and %2 queued jobs end.</source>
        <translation>%1 个运行中的作业和 %2 个排队的作业将终止。</translation>
    </message>
    <message>
        <source>%1 running and %2 queued jobs are interrupted.</source>
        <translation>%1 个运行中的作业和 %2 个排队的作业将中断。</translation>
    </message>
    <message>
        <source>The number of jobs that end is unknown.</source>
        <translation>将终止的作业数未知。</translation>
    </message>
    <message>
        <source>The number of jobs that are interrupted is unknown.</source>
        <translation>将中断的作业数未知。</translation>
    </message>
    <message>
        <source>At least %1 running and %2 queued jobs end</source>
        <translation>至少 %1 个运行中的作业和 %2 个排队的作业将终止</translation>
    </message>
    <message>
        <source>At least %1 running and %2 queued jobs are interrupted</source>
        <translation>至少 %1 个运行中的作业和 %2 个排队的作业将中断</translation>
    </message>
    <message numerus="yes">
        <source>%1; for %Ln cluster(s) it is unknown.</source>
        <translation>
            <numerusform>%1；有 %Ln 个集群的作业数未知。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prepaid</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln 个包年包月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shared</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln 个共享</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not yours</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln 个属于他人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the last on its mount point</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln 个是挂载点上的最后一个集群</numerusform>
        </translation>
    </message>
    <message>
        <source>Among the clusters: %1.</source>
        <translation>这些集群中：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Charges for %Ln node(s) start again.</source>
        <translation>
            <numerusform>%Ln 个节点将重新开始计费。</numerusform>
        </translation>
    </message>
    <message>
        <source>Charges for their nodes start again; the number of nodes is unknown.</source>
        <translation>集群的节点将重新开始计费；节点数未知。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) could not be read just now: older information is shown.</source>
        <translation>
            <numerusform>%Ln 个集群刚才未能读取：显示的是较早的信息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln account(s)?</source>
        <comment>verb and number</comment>
        <translation>
            <numerusform>在 %Ln 个账户中%1？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 / %3?</source>
        <comment>verb and number, account, zone</comment>
        <translation>在 %2 / %3 中%1？</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Storage: the provider does not confirm that their data is kept. Back up first.</source>
        <translation>存储：服务商未确认数据是否会保留。请先备份。</translation>
    </message>
    <message numerus="yes">
        <source>Storage: the provider does not confirm that the data on %Ln mount point(s) is kept, and remaining storage may incur costs. Back up first.</source>
        <translation>
            <numerusform>存储：服务商未确认 %Ln 个挂载点上的数据是否会保留，且保留的存储可能继续计费。请先备份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The remaining term of %Ln prepaid cluster(s) is not refunded.</source>
        <translation>
            <numerusform>%Ln 个包年包月集群的剩余期限不予退款。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the current state of %Ln cluster(s)…</source>
        <translation>
            <numerusform>正在读取 %Ln 个集群的最新信息…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln cluster(s) once more…</source>
        <translation>
            <numerusform>正在再次检查 %Ln 个集群…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent, %2 not sent</source>
        <comment>numbers</comment>
        <translation>%1 项已发送，%2 项未发送</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, how it ended</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention</source>
        <translation>
            <numerusform>%Ln 项需要关注</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and state</comment>
        <translation>%1 项%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a name that looks locked</source>
        <comment>clusters</comment>
        <translation>
            <numerusform>%Ln 个名称疑似锁定</numerusform>
        </translation>
    </message>
    <message>
        <source>prepaid</source>
        <comment>the cluster</comment>
        <translation>包年包月</translation>
    </message>
    <message>
        <source>shared</source>
        <comment>the cluster</comment>
        <translation>共享</translation>
    </message>
    <message>
        <source>not yours</source>
        <comment>the cluster</comment>
        <translation>属于他人</translation>
    </message>
    <message>
        <source>the last cluster on its mount point</source>
        <translation>其挂载点上的最后一个集群</translation>
    </message>
    <message>
        <source>named like a locked cluster</source>
        <comment>the cluster</comment>
        <translation>名称与已锁定的集群相似</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <comment>list</comment>
        <translation>该集群：%1。</translation>
    </message>
    <message>
        <source>Charges for its nodes start again; the number of nodes is unknown.</source>
        <translation>其节点将重新开始计费；节点数未知。</translation>
    </message>
    <message>
        <source>Storage: the provider does not confirm that its data is kept. Back up first.</source>
        <translation>存储：服务商未确认其数据是否会保留。请先备份。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <comment>of a batch</comment>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Approval code: %1</source>
        <translation>批准码：%1</translation>
    </message>
</context>
</TS>
