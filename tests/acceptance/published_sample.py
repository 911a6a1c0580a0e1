#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists the clusters of an EHPC service, deletes some and watches until they are gone.

Written the way the provider's published sample signs its requests, with nothing but the standard
library and nothing of Clusterdeck, so that it shows what any other client would see.

    published_sample.py [--endpoint URL] [--zone ZONE] [--owner usr-...] [CLUSTER_ID ...]

Without ids it picks one that can be deleted. What is not given as an option is read from the
environment: ENDPOINT (or endpoint), ZONE (zone, QINGCLOUD_ZONE), OWNER (owner), and always
QINGCLOUD_ACCESS_KEY_ID and QINGCLOUD_SECRET_ACCESS_KEY. Exit status 0: what was to go is gone and
nothing else is.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


class ApiError(Exception):
    pass


def quote(text):
    # urllib does not encode "~", but the provider does.
    return urllib.parse.quote(str(text), safe="-_./").replace("~", "%7E")


def signed_query(method, path, params, body, secret):
    query = "&".join(quote(k) + "=" + quote(params[k]) for k in sorted(params))
    digest = hashlib.md5(body).hexdigest()
    if not path.endswith("/"):
        path += "/"
    string_to_sign = "\n".join([method, path, query, digest])
    mac = hmac.new(secret.encode(), string_to_sign.encode(), hashlib.sha256).digest()
    signature = base64.b64encode(mac).decode()
    signature = urllib.parse.quote(urllib.parse.quote(signature, safe=""), safe="")
    return query + "&signature=" + signature


class Client:
    def __init__(self, endpoint, zone, key, secret):
        self.endpoint = endpoint.rstrip("/")
        self.zone = zone
        self.key = key
        self.secret = secret

    def call(self, method, path, params=None, body=None):
        data = b"" if body is None else json.dumps(body, sort_keys=True).encode()
        params = dict(params or {})
        params.update(
            access_key_id=self.key,
            signature_method="HmacSHA256",
            signature_version=1,
            timestamp=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            version=1,
            zone=self.zone,
        )
        url = self.endpoint + path + "?" + signed_query(method, path, params, data, self.secret)
        request = urllib.request.Request(url, data=data or None, method=method)
        if data:
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=30) as response:
            answer = json.load(response)
        if answer.get("ret_code") != 0:
            raise ApiError("%s: %s %s" % (path, answer.get("ret_code"), answer.get("message", "")))
        return answer

    def clusters(self, owner):
        found = {}
        while True:
            params = {"limit": 100, "offset": len(found)}
            if owner:
                params["owner"] = owner
            answer = self.call("GET", "/api/cluster/list", params)
            for row in answer["cluster_set"]:
                found[row["cluster_id"]] = row
            if not answer["cluster_set"] or len(found) >= answer["total_count"]:
                return found

    def delete(self, ids, run_user):
        body = {"cluster_ids": ids, "run_user": run_user, "zone": self.zone}
        return self.call("POST", "/api/cluster/deleteCluster", body=body)["job_id"]

    def job_status(self, job_id):
        jobs = self.call("GET", "/api/operation", {"job_ids": job_id})["job_set"]
        return jobs[0]["status"] if jobs else "pending"


def deletable(cluster, owner):
    return (
        cluster["cluster_status"] in ("active", "stopped")
        and not cluster.get("transition_status")
        and cluster.get("owner", owner) == owner
    )


def run(client, owner, ids, timeout):
    before = client.clusters(owner)
    print("%d clusters" % len(before))
    if not ids:
        ids = [i for i, cluster in before.items() if deletable(cluster, owner)][:1]
    missing = [i for i in ids if i not in before]
    if missing or not ids:
        print("not listed: %s" % (", ".join(missing) or "anything that can be deleted"))
        return 1
    job_id = client.delete(ids, owner)
    print("deleting %s: job %s" % (", ".join(ids), job_id))
    end = time.monotonic() + timeout
    while client.job_status(job_id) != "successful":
        if client.job_status(job_id) == "failed" or time.monotonic() > end:
            print("job %s has not succeeded" % job_id)
            return 1
        time.sleep(0.1)
    after = client.clusters(owner)
    print("%d clusters after job %s" % (len(after), job_id))
    if set(after) != set(before) - set(ids):
        print("what is gone is not what was to be deleted")
        return 1
    return 0


def main():
    env = os.environ
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--endpoint", default=env.get("ENDPOINT") or env.get("endpoint"))
    parser.add_argument(
        "--zone", default=env.get("ZONE") or env.get("zone") or env.get("QINGCLOUD_ZONE")
    )
    parser.add_argument("--owner", default=env.get("OWNER") or env.get("owner"))
    parser.add_argument("--timeout", type=float, default=120, help="seconds for the job")
    parser.add_argument("ids", nargs="*", metavar="CLUSTER_ID")
    options = parser.parse_args()
    key, secret = env.get("QINGCLOUD_ACCESS_KEY_ID"), env.get("QINGCLOUD_SECRET_ACCESS_KEY")
    if not all([options.endpoint, options.zone, options.owner, key, secret]):
        parser.error("endpoint, zone, owner and both keys are needed")
    client = Client(options.endpoint, options.zone, key, secret)
    try:
        return run(client, options.owner, options.ids, options.timeout)
    except (ApiError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
