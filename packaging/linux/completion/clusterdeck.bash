# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of clusterdeck for bash.

_clusterdeck() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= verb= choices i
    local cloud="--endpoint --zone --owner --run-user --verbose --log-file
        --data-dir --take-over"
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        plan | apply | history | list | due) [[ $command ]] || command=${COMP_WORDS[i]} ;;
        delete | stop | start) verb=${COMP_WORDS[i]} ;;
        esac
    done
    case $before in
    --tour | --data-dir) compopt -o dirnames 2>/dev/null; return ;;
    --log-file | --ids-from) compopt -o default 2>/dev/null; return ;;
    --account | --count | --hash | --approval | --valid | --filter | --reason | --demo-* | --endpoint | --zone | --owner | --run-user) return ;;
    esac
    case $command in
    plan)
        choices="--ids-from --account --reason --json --valid $cloud"
        [[ $verb ]] || choices="delete stop start $choices"
        ;;
    apply)
        choices="--count --data-saved --hash --approval --reason --account $cloud"
        [[ $word == -* ]] || compopt -o default 2>/dev/null # the plan's file
        ;;
    history) choices="--json $cloud" ;;
    list) choices="--filter --account --json $cloud" ;;
    due) choices="--account --json $cloud" ;;
    *)
        choices="plan apply history list due --demo --tour --demo-clusters --demo-seed --demo-job-seconds
            $cloud --help --version"
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
}
complete -F _clusterdeck clusterdeck
