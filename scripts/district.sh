#!/usr/bin/env bash
# A practice district on this machine: PostgreSQL, two processes of the central service, HAProxy with mutual TLS.
# Started by ./run central --postgres; Ctrl-C ends all of it. Data stay in $TONGBAN_DISTRICT (default below /tmp,
# because PostgreSQL refuses to run as root and its user must reach the folder).
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=${1:-$root/build/release/bin}
home=${TONGBAN_DISTRICT:-/tmp/tongban-district-$(id -u)}
pg=/usr/lib/postgresql/15/bin
devices=${TONGBAN_DEVICES_PORT:-8443}
people=${TONGBAN_PEOPLE_PORT:-8444}
one=${TONGBAN_ONE_PORT:-8441}
two=${TONGBAN_TWO_PORT:-8442}
for needed in "$pg/postgres postgresql-15" "/usr/sbin/haproxy haproxy"; do
    [ -x "${needed% *}" ] || { echo "missing package: ${needed#* }"; exit 77; }
done

as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid postgres --regid postgres --init-groups "$@"); else "$@"; fi
}
pids=""
end() {
    trap - EXIT INT TERM
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    for pid in $pids; do wait "$pid" 2>/dev/null || true; done
    as_postgres "$pg/pg_ctl" -D "$home/postgres/data" -m fast stop >/dev/null 2>&1 || true
}
trap end EXIT
trap 'exit 0' INT TERM

mkdir -p "$home/postgres"
chmod 711 "$home"
[ "$(id -u)" = 0 ] && chown postgres "$home/postgres"
if [ ! -f "$home/postgres/data/PG_VERSION" ]; then
    as_postgres "$pg/initdb" -D "$home/postgres/data" -A trust -U postgres -E UTF8 --no-locale -k >/dev/null
fi
as_postgres "$pg/pg_ctl" -D "$home/postgres/data" -w -l "$home/postgres/log" \
    -o "-k $home/postgres -c listen_addresses='' -c max_connections=60" start >/dev/null
where="host=$home/postgres user=postgres dbname=tongban"
as_postgres "$pg/psql" -h "$home/postgres" -U postgres -Atc "SELECT 1 FROM pg_database WHERE datname='tongban'" |
    grep -q 1 || as_postgres "$pg/createdb" -h "$home/postgres" -U postgres tongban

start_central() { # the first one makes keys and tables, so the second waits for it
    "$bin/tongban-central" --listen "127.0.0.1:$1" --data "$home/central" --behind-proxy --postgres "$where" &
    pids="$pids $!"
    for _ in $(seq 100); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
        sleep 0.1
    done
    echo "the central service does not start on port $1"
    exit 1
}
start_central "$one"
start_central "$two"

# deploy/haproxy.cfg as a district installs it, with this machine's paths and ports, without a revocation list:
# the service itself asks its register at each request.
sed -e "s#/etc/tongban/server.pem#$home/central/haproxy.pem#" -e "s#/etc/tongban/devices.pem#$home/central/ca.pem#" \
    -e 's#maxconn 20000#maxconn 4000#' -e 's# crl-file /etc/tongban/devices.crl##' -e '/stats socket/d' \
    -e "s#bind :8443#bind 127.0.0.1:$devices#" -e "s#bind :443 #bind 127.0.0.1:$people #" \
    -e "s#127.0.0.1:8441#127.0.0.1:$one#" -e "s#127.0.0.1:8442#127.0.0.1:$two#" \
    "$root/deploy/haproxy.cfg" >"$home/haproxy.cfg"
/usr/sbin/haproxy -db -f "$home/haproxy.cfg" &
pids="$pids $!"
echo "devices (with their certificate): https://127.0.0.1:$devices   people: https://127.0.0.1:$people"
echo "authority to trust: $home/central/ca.pem   accounts and codes: $home/central/first-run.json"
wait
