#!/usr/bin/env python3
"""Compares `yike access` with PySAL access on the same plain files.

usage: compare_access.py METHOD WITHIN_MIN COSTS.csv DEMAND.csv SUPPLY.csv ACCESS.csv

METHOD is 2sfca, e2sfca or 3sfca; the weighted ones with the steps 10:1,20:0.68,30:0.22.
COSTS.csv is from,to,seconds. Prints how many places were compared, how many PySAL leaves out,
and the largest relative difference; exits 1 when that is above 1e-12.
Needs Python 3 with access (https://pysal.org/access): pip install access
"""
import csv
import importlib.metadata
import logging
import math
import sys
import warnings

import pandas as pd
from access import Access, weights

warnings.filterwarnings("ignore")
method, within, costs_file, demand_file, supply_file, access_file = sys.argv[1:7]
costs = pd.read_csv(costs_file, dtype={"from": str, "to": str}).dropna(subset=["to"])
costs = costs.assign(cost=costs["seconds"] / 60)[["from", "to", "cost"]]
demand = pd.read_csv(demand_file, dtype={"id": str}).set_index("id")
supply = pd.read_csv(supply_file, dtype={"id": str}).set_index("id")
peer = Access(
    demand_df=demand, demand_index=True, demand_value="demand",
    supply_df=supply, supply_index=True, supply_value="supply",
    cost_df=costs, cost_origin="from", cost_dest="to", cost_name="cost",
)
peer.log.setLevel(logging.ERROR)
limit = float(within)
steps = weights.step_fn({10: 1, 20: 0.68, 30: 0.22})
if method == "2sfca":
    peer.two_stage_fca(name="x", cost="cost", max_cost=limit)
elif method == "e2sfca":
    peer.enhanced_two_stage_fca(name="x", cost="cost", max_cost=limit, weight_fn=steps)
elif method == "3sfca":
    peer.three_stage_fca(name="x", cost="cost", max_cost=limit, weight_fn=steps)
else:
    sys.exit(f"unknown method {method}")
theirs = peer.access_df.filter(regex="^x_").iloc[:, 0].to_dict()

compared, left_out, largest = 0, 0, 0.0
with open(access_file, newline="", encoding="utf-8-sig") as file:
    for row in csv.DictReader(file):
        other = theirs.get(row["id"], math.nan)
        if not math.isfinite(other):
            # PySAL has no row, or an infinite ratio; Yike says which by the status.
            left_out += 1
            if row["status"] == "ok" and float(row["access"]) > 0:
                print("only Yike has a value:", row["id"], row["access"], other)
            continue
        own = float(row["access"])
        scale = max(abs(own), abs(other))
        largest = max(largest, abs(own - other) / scale if scale else 0.0)
        compared += 1
print(
    f"{method}: access {importlib.metadata.version('access')}, {len(costs)} pairs, "
    f"{compared} compared, {left_out} not in PySAL's answer, "
    f"largest relative difference {largest:.1e}"
)
sys.exit(1 if largest > 1e-12 or compared == 0 else 0)
