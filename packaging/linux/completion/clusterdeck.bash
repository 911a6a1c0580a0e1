# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of clusterdeck and clusterdeck-demo-service for bash.

_clusterdeck() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
    --tour) compopt -o dirnames; return ;;
    --log-file | --ids-from | apply) compopt -o default; return ;;
    plan) mapfile -t COMPREPLY < <(compgen -W "delete stop start" -- "$word"); return ;;
    --account | --count | --demo-clusters | --demo-seed | --demo-job-seconds | --endpoint | --zone | --owner | --run-user) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "plan apply history --ids-from --account --json --count
        --data-saved --demo --tour --demo-clusters --demo-seed
        --demo-job-seconds --endpoint --zone --owner --run-user --verbose --log-file --help
        --version" -- "$word")
}
complete -F _clusterdeck clusterdeck

_clusterdeck_demo_service() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
    --help | --version | clusterdeck-demo-service) ;;
    --*) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "--port --clusters --seed --job-seconds --latency
        --fail-percent --lose-percent --fail-reads --fail-reads-of --extremes --quota --clock-skew --help --version" -- "$word")
}
complete -F _clusterdeck_demo_service clusterdeck-demo-service
