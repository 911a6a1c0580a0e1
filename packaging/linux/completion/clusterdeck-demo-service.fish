# SPDX-License-Identifier: GPL-3.0-or-later
complete -c clusterdeck-demo-service -f
complete -c clusterdeck-demo-service -l port -x -d 'Port on 127.0.0.1'
complete -c clusterdeck-demo-service -l clusters -x -d 'How many clusters there are'
complete -c clusterdeck-demo-service -l seed -x -d 'Which world'
complete -c clusterdeck-demo-service -l job-seconds -x -d 'How long an operation takes'
complete -c clusterdeck-demo-service -l latency -x -d 'Delay every answer, milliseconds'
complete -c clusterdeck-demo-service -l fail-percent -x -d 'Refuse so many percent of the writes'
complete -c clusterdeck-demo-service -l lose-percent -x -d 'Carry out and answer an error'
complete -c clusterdeck-demo-service -l quota -x -d 'Calls that are left in the hour'
complete -c clusterdeck-demo-service -l clock-skew -x -d 'Seconds the clock is ahead'
complete -c clusterdeck-demo-service -s h -l help -d 'Show the options'
complete -c clusterdeck-demo-service -s v -l version -d 'Show the version'
