#!/usr/bin/env bash
# Patroni 3.0.2 with synchronous_mode_strict, one synchronous standby: Patroni can name a standby as the one it would promote for
# which PostgreSQL does not wait. It gives a new synchronous_standby_names 0.1 s to reach the server, asks once, and keeps that answer
# for two seconds. Where the server is slower (half a second here, as on a busy machine) and the standby that had broken off is
# back, the old one is written down as successor while every commit waits for the new one alone. The primary stops in the seconds
# before Patroni looks again: what was confirmed is gone. With synchronous_node_count: 2 the one that stayed remains the successor.
# Needs Debian's postgresql, patroni and etcd-server; starts them on loopback; about a minute. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d); chmod 755 "$folder"
as=(); [ "$(id -u)" != 0 ] || as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
started=()
declare -A patroni port api
end() {
  kill -CONT "${started[@]}" 2>/dev/null || true
  kill -KILL "${started[@]}" 2>/dev/null || true
  for name in n1 n2 n3; do
    first=$(head -1 "$folder/$name/data/postmaster.pid" 2>/dev/null) || continue
    kill -CONT $(pgrep -P "$first") "$first" 2>/dev/null || true; kill -QUIT "$first" 2>/dev/null || true
  done
  wait 2>/dev/null || true; sleep 1; rm -rf "$folder"
}
trap end EXIT
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
etcd=$(free_port) peer=$(free_port)
(cd "$folder" && exec etcd --data-dir "$folder/etcd" --listen-client-urls "http://127.0.0.1:$etcd" --advertise-client-urls "http://127.0.0.1:$etcd" \
  --listen-peer-urls "http://127.0.0.1:$peer" --initial-advertise-peer-urls "http://127.0.0.1:$peer" --initial-cluster "default=http://127.0.0.1:$peer" >"$folder/etcd.log" 2>&1) & started+=($!)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
start() {
  local name=$1; port[$name]=$(free_port); api[$name]=$(free_port)
  mkdir "$folder/$name"; [ "$(id -u)" != 0 ] || chown postgres "$folder/$name"
  cat >"$folder/$name.yml" <<YML
scope: trellis
name: $name
restapi: {listen: "127.0.0.1:${api[$name]}", connect_address: "127.0.0.1:${api[$name]}"}
etcd3: {hosts: ["127.0.0.1:$etcd"]}
bootstrap:
  dcs: {ttl: 30, loop_wait: 10, retry_timeout: 10, primary_start_timeout: 0, synchronous_mode: true, synchronous_mode_strict: true}
  initdb: [no-sync, encoding: UTF8]
  pg_hba: [host all all 127.0.0.1/32 trust, host replication all 127.0.0.1/32 trust]
postgresql:
  listen: 127.0.0.1:${port[$name]}
  connect_address: 127.0.0.1:${port[$name]}
  data_dir: $folder/$name/data
  bin_dir: $bin
  pgpass: $folder/$name/pgpass
  authentication: {superuser: {username: postgres}, replication: {username: replicator}}
  parameters: {unix_socket_directories: "$folder/$name", fsync: "off", shared_buffers: 16MB}
YML
  (cd / && exec "${as[@]}" patroni "$folder/$name.yml" >"$folder/$name.log" 2>&1) & patroni[$name]=$!; started+=($!)
}
until_holds() { local tries=0; until eval "$1" >/dev/null 2>&1; do tries=$((tries + 1)); [ $tries -lt 1200 ] || { echo "never: $1"; exit 2; }; sleep 0.1; done; }
on() { psql -qAtX -h 127.0.0.1 -p "${port[$1]}" -U postgres -d postgres -c "$2"; }
role() { curl -s "http://127.0.0.1:${api[${asked:-n1}]}/cluster" | node -e 'const { members } = JSON.parse(require("fs").readFileSync(0)); console.log(members.filter((it) => it.role === process.argv[1]).map((it) => it.name).join(" "))' "$1"; }
said() { tail -n +"$mark" "$folder/n1.log" | grep -q "$1"; }
until_holds 'curl -sf http://127.0.0.1:$etcd/health'
start n1; until_holds '[ "$(on n1 "select not pg_is_in_recovery()")" = t ]'
start n2; start n3
until_holds '[ "$(on n1 "select count(*) from pg_stat_replication where state = '"'streaming'"'")" = 2 ] && [ -n "$(role sync_standby)" ]'
on n1 'create table act (id int)'
old=$(role sync_standby)
echo "Patroni $(patroni --version | grep -o '[0-9.]*$'), $(on n1 'show server_version'): successor $old, commits wait for $(on n1 'show synchronous_standby_names')"

# The stream of the successor breaks off until Patroni notices, and is back before Patroni has gone on.
mark=$(($(wc -l <"$folder/n1.log") + 1))
while sleep 0.05; do on n1 "select pg_terminate_backend(pid) from pg_stat_replication where application_name = '$old'" >/dev/null; done & breaking=$!
grep -q -m1 'Updating synchronous privilege temporarily' < <(tail -s 0.002 -n +"$mark" -f "$folder/n1.log" --pid=$$)
kill -STOP "${patroni[n1]}"; kill "$breaking"
until_holds '[ "$(on n1 "select count(*) from pg_stat_replication where state = '"'streaming'"'")" = 2 ]'
# The server takes half a second to hear of its new setting.
first=$(head -1 "$folder/n1/data/postmaster.pid")
kill -STOP "$first"; kill -CONT "${patroni[n1]}"
until_holds "said 'Assigning synchronous standby status'"; sleep 0.5
kill -CONT "$first"
grep -q -m1 'Synchronous standby status assigned' < <(tail -s 0.002 -n +"$mark" -f "$folder/n1.log" --pid=$$)
kill -STOP "${patroni[n1]}" # It would look again within ten seconds.
named=$(asked=n2 role sync_standby); waited=$(on n1 'show synchronous_standby_names')
echo "successor $named, commits wait for $waited"
if [[ " $waited " == *"$named"* || -z $named ]]; then echo 'whoever may be promoted is waited for'; exit 1; fi

# It lags a little; a commit is confirmed; the primary stops.
kill -STOP "$(on n1 "select pid from pg_stat_replication where application_name = '$old'")"
on n1 'insert into act values (1)' && echo 'a commit is confirmed'
kill -STOP "$first" $(pgrep -P "$first")
until_holds '[ "$(on $old "select not pg_is_in_recovery()")" = t ]'
rows=$(on "$old" 'select count(*) from act')
echo "$old was promoted, and has $rows of 1"
[ "$rows" = 0 ]
# Seen: successor n2, commits wait for n2; successor n2, commits wait for n3; a commit is confirmed; n2 was promoted, and has 0 of 1
