// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/sampledata.h"

namespace clusterdeck::demo
{

namespace
{

const QStringList &englishGroups()
{
    static const QStringList names = {
        QStringLiteral("cfd-wing"),       QStringLiteral("cfd-turbine"),
        QStringLiteral("genome-batch"),   QStringLiteral("proteomics"),
        QStringLiteral("seismic-inv"),    QStringLiteral("ocean-model"),
        QStringLiteral("wrf-forecast"),   QStringLiteral("battery-md"),
        QStringLiteral("perovskite-dft"), QStringLiteral("crash-sim"),
        QStringLiteral("lattice-qcd"),    QStringLiteral("drug-dock"),
        QStringLiteral("cryoem"),         QStringLiteral("neutron-mc"),
        QStringLiteral("plasma-pic"),     QStringLiteral("rna-seq"),
        QStringLiteral("airfoil-opt"),    QStringLiteral("reservoir"),
    };
    return names;
}

const QStringList &englishTasks()
{
    static const QStringList names = {
        QStringLiteral("sweep"),  QStringLiteral("prod"),   QStringLiteral("test"),
        QStringLiteral("dev"),    QStringLiteral("thesis"), QStringLiteral("review"),
        QStringLiteral("teach"),  QStringLiteral("les"),    QStringLiteral("2026q2"),
        QStringLiteral("2026q3"),
    };
    return names;
}

const QStringList &chineseGroups()
{
    static const QStringList names = {
        QStringLiteral("材料计算"), QStringLiteral("气象预报"), QStringLiteral("基因测序"),
        QStringLiteral("流体力学"), QStringLiteral("量子化学"), QStringLiteral("海洋模拟"),
        QStringLiteral("地震反演"), QStringLiteral("分子对接"), QStringLiteral("结构力学"),
        QStringLiteral("教学实验"),
    };
    return names;
}

const QStringList &chineseTasks()
{
    static const QStringList names = {
        QStringLiteral("-VASP组"),   QStringLiteral(" 2026Q3"),    QStringLiteral("-生产"),
        QStringLiteral("-测试"),     QStringLiteral("（王老师）"), QStringLiteral("-毕业设计"),
        QStringLiteral("-LAMMPS组"), QStringLiteral("-李博士"),    QStringLiteral(" 二期"),
    };
    return names;
}

} // namespace

QString clusterName(SeededRandom &random)
{
    if (random.chance(0.3))
        return random.pick(chineseGroups()) + random.pick(chineseTasks());
    const QString group = random.pick(englishGroups());
    if (random.chance(0.3))
        return group + QStringLiteral("-%1").arg(random.between(1, 24), 2, 10, QLatin1Char('0'));
    return group + QLatin1Char('-') + random.pick(englishTasks());
}

QString clusterDescription(SeededRandom &random)
{
    static const QStringList texts = {
        QStringLiteral("Ask Dr. Chen before changing anything"),
        QStringLiteral("Parameter sweep for the spring paper"),
        QStringLiteral("Ends with the project in September"),
        QStringLiteral("Course cluster, reset every term"),
        QStringLiteral("Nightly runs, 22:00-06:00"),
        QStringLiteral("重点研发计划，数据已备份"),
        QStringLiteral("仅供课题组内部使用"),
        QStringLiteral("临时测试，月底可删除"),
    };
    return random.chance(0.55) ? QStringLiteral(" ") : random.pick(texts);
}

const QList<Software> &softwareCatalogue()
{
    const auto entry = [](const char *id, const char *name, const char *version, const char *what) {
        return Software{QString::fromLatin1(id), QString::fromLatin1(name),
                        QString::fromLatin1(version), QString::fromLatin1(what)};
    };
    static const QList<Software> catalogue = {
        entry("hpcsw-openfoam", "OpenFOAM", "v2312", "Computational fluid dynamics"),
        entry("hpcsw-vasp0063", "VASP", "6.3.2", "Electronic structure, own licence needed"),
        entry("hpcsw-lammps23", "LAMMPS", "2Aug2023", "Molecular dynamics"),
        entry("hpcsw-gromacs1", "GROMACS", "2024.1", "Molecular dynamics"),
        entry("hpcsw-wrf00451", "WRF", "4.5.1", "Weather research and forecasting"),
        entry("hpcsw-openmpi4", "OpenMPI", "4.1.6", "Message passing"),
        entry("hpcsw-intel023", "Intel oneAPI", "2023.2", "Compilers and libraries"),
        entry("hpcsw-quantum7", "Quantum ESPRESSO", "7.2", "Electronic structure"),
        entry("hpcsw-bwa00717", "BWA", "0.7.17", "Sequence alignment"),
        entry("hpcsw-conda241", "Miniconda", "24.1", "Python environments"),
    };
    return catalogue;
}

QList<Software> clusterSoftware(SeededRandom &random)
{
    QList<Software> software;
    int at = random.below(static_cast<int>(softwareCatalogue().size()));
    for (int left = random.between(1, 4); left > 0; --left) {
        software.append(softwareCatalogue().at(at));
        at = (at + random.between(1, 2)) % static_cast<int>(softwareCatalogue().size());
    }
    return software;
}

QString schedulerJobName(SeededRandom &random)
{
    static const QStringList names = {
        QStringLiteral("simpleFoam"), QStringLiteral("relax"), QStringLiteral("scf_k12"),
        QStringLiteral("md_nvt"),     QStringLiteral("align"), QStringLiteral("wrf_d02"),
        QStringLiteral("post"),       QStringLiteral("mesh"),  QStringLiteral("train"),
        QStringLiteral("后处理"),
    };
    return random.pick(names) + QStringLiteral("_%1").arg(random.between(1, 400));
}

QStringList loginNames(SeededRandom &random)
{
    static const QStringList names = {
        QStringLiteral("chenwei"),   QStringLiteral("liming"),    QStringLiteral("wangfang"),
        QStringLiteral("zhangjie"),  QStringLiteral("asmith"),    QStringLiteral("mgarcia"),
        QStringLiteral("student01"), QStringLiteral("student02"),
    };
    QStringList chosen = {QStringLiteral("root")};
    for (const QString &name : names) {
        if (random.chance(0.4))
            chosen.append(name);
    }
    return chosen;
}

const QStringList &colleagues()
{
    static const QStringList users = {
        QStringLiteral("usr-ChenLab7"),
        QStringLiteral("usr-q4Wangf2"),
        QStringLiteral("usr-Meteo3xk"),
        QStringLiteral("usr-9bStudnt"),
    };
    return users;
}

} // namespace clusterdeck::demo
