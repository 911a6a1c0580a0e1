#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# publishedsample.sh SERVICE SAMPLE: starts the practice service on a free port, and makes the
# sample delete one cluster on it, then three by name.
set -eu
service=$1 sample=$2

# The output is read through a pipe: once it has arrived, the service listens.
exec {lines}< <(exec "$service" --clusters 230 --job-seconds 0.4)
pid=$!
trap 'kill $pid 2>/dev/null || true' EXIT
for _ in 1 2 3 4 5; do
    read -r -t 20 line <&"$lines"
    export "${line?}"
done

python3 "$sample"

mapfile -t ids < <(python3 - "$(dirname "$sample")" <<'PYTHON'
import os, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import published_sample as sample
env = os.environ
client = sample.Client(env["endpoint"], env["zone"], env["QINGCLOUD_ACCESS_KEY_ID"],
                       env["QINGCLOUD_SECRET_ACCESS_KEY"])
rows = [r for r in client.clusters(env["owner"]).values() if sample.deletable(r, env["owner"])]
print("\n".join(r["cluster_id"] for r in rows[::60][:3]))
PYTHON
)
[ ${#ids[@]} -eq 3 ]
python3 "$sample" "${ids[@]}"

# A wrong key must be refused.
if QINGCLOUD_SECRET_ACCESS_KEY=wrong python3 "$sample"; then
    echo "a wrong secret was accepted"
    exit 1
fi
kill -TERM $pid
wait $pid
