# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of clusterdeck-demo-service for bash.

_clusterdeck_demo_service() {
    local word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    case ${COMP_WORDS[COMP_CWORD - 1]} in
    --extremes | --help | --version) ;;
    --*) return ;; # its value
    esac
    mapfile -t COMPREPLY < <(compgen -W "--port --clusters --seed --job-seconds --extremes --latency
        --fail-percent --lose-percent --fail-reads --fail-reads-of --quota --clock-skew --help
        --version" -- "$word")
}
complete -F _clusterdeck_demo_service clusterdeck-demo-service
