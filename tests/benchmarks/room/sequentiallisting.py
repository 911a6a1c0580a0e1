#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists all clusters, one page after the other, with the published sample's own client, and prints
how many there were and how many seconds it took: sequentiallisting.py FOLDER ENDPOINT ZONE OWNER KEY
SECRET, where FOLDER holds published_sample.py. The start of Python is not counted."""

import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import published_sample

endpoint, zone, owner, key, secret = sys.argv[2:7]
client = published_sample.Client(endpoint, zone, key, secret)
begun = time.perf_counter()
found = client.clusters(owner)
print(len(found), time.perf_counter() - begun)
