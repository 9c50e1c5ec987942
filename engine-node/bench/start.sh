#!/usr/bin/env bash
# Measures what a node costs to start: processor seconds and resident memory when it is ready, with and without the
# ahead-of-time cache. Needs the packaged node (mvn package -pl engine-node/node -am) and a JDK 25 in JAVA_HOME.
# Usage: engine-node/bench/start.sh [repeats]
set -euo pipefail
cd "$(dirname "$0")/.."
lib=$PWD/node/target/node/lib
java=${JAVA_HOME:?}/bin/java
work=$(mktemp -d)
pids=()
trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
class_path=$(printf '%s:' "$lib"/*.jar)
flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=48m -Xss512k -XX:-UsePerfData -Dfile.encoding=UTF-8)
main=dev.wavetank.engine.Main

"$java" "${flags[@]}" "-XX:AOTCacheOutput=$work/node.aot" -cp "$class_path" $main train > "$work/train.log" 2>&1
echo "ahead-of-time cache: $(($(stat -c %s "$work/node.aot") / 1048576)) MiB"

printf 'database password' > "$work/password"
printf 'cluster secret' > "$work/secret"
port=$((20000 + RANDOM % 12000))
export WAVETANK_DB_URL=jdbc:h2:tcp://127.0.0.1:$port/wavetank WAVETANK_DB_PASSWORD_FILE=$work/password \
  WAVETANK_CLUSTER_SECRET_FILE=$work/secret WAVETANK_ADMIN_KEY_FILE=$work/secret WAVETANK_DATA=$work/data WAVETANK_PORT=0

# start NODE ROLE JVM-OPTION...: sets $pid once the node has said that it is ready
start() {
  local node=$1 role=$2; shift 2
  WAVETANK_NODE=$node "$java" "${flags[@]}" -Xmx192m "$@" -cp "$class_path" $main "$role" > "$work/$node.log" 2>&1 &
  pid=$!; pids+=("$pid")
  for _ in $(seq 1500); do
    grep -q '"ready: ' "$work/$node.log" && return
    kill -0 "$pid" 2>/dev/null || { cat "$work/$node.log"; exit 1; }
    sleep 0.02
  done
  echo "$node is not ready after 30 s"; exit 1
}

start database database
"$java" "${flags[@]}" -cp "$class_path" $main migrate > "$work/migrate.log" 2>&1
ticks=$(getconf CLK_TCK)
for repeat in $(seq "${1:-5}"); do
  for role in engine gateway; do
    for cache in with without; do
      option=(); [ $cache = with ] && option=("-XX:AOTCache=$work/node.aot")
      start "$role-$cache-$repeat" $role "${option[@]}"
      awk -v role=$role -v cache=$cache -v ticks="$ticks" \
        '{ printf "%-8s %-7s cache  cpu %.2f s", role, cache, ($14 + $15) / ticks }' "/proc/$pid/stat"
      awk '/VmRSS/ { printf "  resident %d MiB\n", $2 / 1024 }' "/proc/$pid/status"
      kill "$pid"; wait "$pid"
    done
  done
done
