# SPDX-License-Identifier: GPL-3.0-or-later
set -l commands plan apply history
set -l none "not __fish_seen_subcommand_from $commands"
set -l in_plan '__fish_seen_subcommand_from plan'
set -l in_apply '__fish_seen_subcommand_from apply'
set -l in_history '__fish_seen_subcommand_from history'

complete -c clusterdeck -f
complete -c clusterdeck -n $none -a plan -d 'Say what would be done, send nothing'
complete -c clusterdeck -n $none -a apply -d 'Do what a plan says'
complete -c clusterdeck -n $none -a history -d 'What was done so far'
complete -c clusterdeck -n $none -l demo -d 'Open the practice cloud inside this program'
complete -c clusterdeck -n $none -l tour -x -a '(__fish_complete_directories)' -d 'Play the main job, save pictures'
complete -c clusterdeck -n $none -l demo-clusters -x -d 'How many clusters it has'
complete -c clusterdeck -n $none -l demo-seed -x -d 'The same number makes the same clusters'
complete -c clusterdeck -n $none -l demo-job-seconds -x -d 'How long an operation takes'
complete -c clusterdeck -l endpoint -x -d 'The address of a cloud'
complete -c clusterdeck -l zone -x -d 'The zone'
complete -c clusterdeck -l owner -x -d 'Whose clusters to list'
complete -c clusterdeck -l run-user -x -d 'Who runs them'
complete -c clusterdeck -n "$in_plan; and not __fish_seen_subcommand_from delete stop start" -a 'delete stop start'
complete -c clusterdeck -n $in_plan -l ids-from -r -F -d 'Cluster IDs or a table, - is standard input'
complete -c clusterdeck -n "$in_plan; or $in_apply" -l account -x -d 'Open only this saved account'
complete -c clusterdeck -n "$in_plan; or $in_history" -l json -d 'Print JSON'
complete -c clusterdeck -n $in_apply -F
complete -c clusterdeck -n $in_apply -l count -x -d 'The number of clusters, instead of typing it'
complete -c clusterdeck -n $in_apply -l data-saved -d 'Their data is saved or not needed'
complete -c clusterdeck -l data-dir -x -a '(__fish_complete_directories)' -d 'Keep history, locks and parked clusters there'
complete -c clusterdeck -l take-over -d 'A copy on another computer has ended'
complete -c clusterdeck -n $in_apply -l hash -x -d 'Apply only the plan with this hash'
complete -c clusterdeck -l verbose -d 'Say what is sent, answered and decided'
complete -c clusterdeck -l log-file -r -F -d 'Write that into a file'
complete -c clusterdeck -n $none -s h -l help -d 'Show the options'
complete -c clusterdeck -n $none -s v -l version -d 'Show the version'
