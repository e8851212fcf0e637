#!/usr/bin/env bash
# Everything that is owed, in one run on a quiet machine: the other tools by their scripts in
# $PEERS, then Yike on the same inputs, then the table of ratios. About 20 minutes on two cores;
# `siting` runs both sides of the location problems, eight minutes.
#
#   PEERS=/path/to/peers Benchmarks/compare.sh [own | peers | siting | growth | table]...
#
# Without words all five. Results: $PEERS/results.json (others), $PEERS/own.jsonl (Yike),
# $PEERS/TABLE.md (the tables). $PEERS holds scripts/, data/, venv/ and venv312/; README.md says
# how it is set up.
set -euo pipefail
: "${PEERS:?the folder with the scripts and data of the other tools}"
export PEERS
here=$(cd "$(dirname "$0")" && pwd)
steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(peers own siting growth table)
data=$PEERS/data
own=$PEERS/own.jsonl

peers() {
  cd "$PEERS"
  local py=venv/bin/python py312=venv312/bin/python run="venv/bin/python scripts/run.py"
  $run B1 scipy-g1m-1k 600 -- $py scripts/b1_nearest.py scipy g1m 1000 5
  $run B1 networkit-g1m-1k 600 -- $py scripts/b1_nearest.py networkit g1m 1000 5
  # One run alone also writes the reference; two processes are what the ratio is taken from.
  $run B2 scipy-g1m-3600 400 -- $py scripts/b2_od.py scipy g1m 10000 1000 3600 1
  $run B2 scipy2-g1m-3600 400 -- $py scripts/b2_od.py scipy2 g1m 10000 1000 3600 3
  $run B3 valhalla-g100k 300 -- $py312 scripts/b3_import.py valhalla data/g100k.osm.pbf 1
  $run B3 valhalla-g1m 400 -- $py312 scripts/b3_import.py valhalla data/g1m.osm.pbf 1
  # The isochrones come first; the matrices after them are not needed and are cut off.
  $run B3 valhalla-query-g100k 60 -- $py312 scripts/b3_valhalla_query.py g100k 15 3 || true
  $run B3 valhalla-query-g1m 60 -- $py312 scripts/b3_valhalla_query.py g1m 15 3 || true
  $run B4 skimage-scipy-2000 400 -- $py scripts/b4_cost.py 2000 3
  $run B4 grass-2000 500 -- scripts/b4_grass.sh 2000 3
  $run B6 access-60min 400 -- $py scripts/b6_2sfca.py g1m 10000 1000 3600 5
}

bench() { "$here/.build/release/yike-bench" "$@" --json "$own"; }

own() {
  rm -f "$own" # the other steps add to it
  local pairs=(pairs --peer-graph "$data/g1m"
    --reference "$data/ref_b2_g1m_10000x1000_3600.npy" --limit 60min --threads 2)
  local speeds=(--speed primary=80 --speed secondary=60 --speed tertiary=40
    --speed unclassified=20)
  bench nearest --peer-graph "$data/g1m" --reference "$data/ref_b1_g1m_1000.npy" --runs 9 \
    --threads 2
  bench load --peer-graph "$data/g1m" --runs 9
  bench moved --peer-graph "$data/g1m" --runs 20
  bench "${pairs[@]}" --runs 5
  bench "${pairs[@]}" --runs 7 --prepared
  bench read-roads "$data/g1m.osm.pbf" --runs 7
  for graph in g100k g1m; do
    bench isochrones --roads "$data/$graph.osm.pbf" --peer-graph "$data/$graph" --minutes 15 \
      --places 100 --threads 1 --runs 5 "${speeds[@]}"
  done
  for slope in langmuir tobler; do
    local reference=()
    [ $slope = langmuir ] || reference=(--reference "$data/ref_b4_tobler8_2000.npy")
    bench surface --peer-folder "$data" --size 2000 --slope $slope --runs 9 "${reference[@]}"
  done
  local access=(--peer-graph "$data/g1m" --pairs-file "$data/ref_b2_g1m_10000x1000_3600.npy")
  bench access "${access[@]}" --method 2sfca --runs 30 \
    --reference "$data/ref_b6_2sfca_g1m_10000x1000_3600.npy"
  bench access "${access[@]}" --method e2sfca --runs 30
  bench capacity "${access[@]}" --pairs 50 --runs 3
}

siting() {
  cd "$PEERS"
  local run="venv/bin/python scripts/run.py B5" locate="venv/bin/python scripts/b5_locate.py"
  local solver minutes problem=(siting --peer-folder "$data" --runs 7)
  for solver in cbc highs; do
    $run pmedian-500-$solver 400 -- $locate pmedian 500 $solver 20
  done
  for solver in cbc highs milp; do
    $run mclp-1000-$solver 200 -- $locate mclp 1000 $solver 20 15
    for minutes in 15 20; do
      $run lscp-1000-$minutes-$solver 200 -- $locate lscp 1000 $solver 20 $minutes
    done
  done
  bench "${problem[@]}" --problem p-median --size 500
  bench "${problem[@]}" --problem p-median --size 1000
  bench "${problem[@]}" --problem mclp --size 1000
  for minutes in 15 20; do
    bench "${problem[@]}" --problem lscp --size 1000 --minutes $minutes
  done
  bench siting --problem mclp --size 100000 --nearest 50 --minutes 8 --seconds 58 --runs 1
}

growth() { bench growth run --sizes 100000,1000000,10000000; }

table() {
  "$here/.build/release/yike-bench" compare --own "$own" --peers "$PEERS/results.json" |
    tee "$PEERS/TABLE.md"
}

swift build -c release --package-path "$here"
for step in "${steps[@]}"; do
  case $step in
    peers | own | siting | growth | table) $step ;;
    *) echo "unknown step: $step" >&2; exit 64 ;;
  esac
done
