# Sourced: a PostgreSQL cluster in a temporary folder that lives as long as the script.
# shellcheck shell=bash

# Prints the folder of initdb and pg_ctl, the newest if there are several; fails when there is none.
find_postgres() {
  local newest
  if have initdb; then
    dirname "$(command -v initdb)"
  else
    newest=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
    [[ -x $newest ]] && dirname "$newest"
  fi
}

# initdb refuses to work for root: then the user postgres does it.
as_postgres() {
  if [[ $EUID == 0 ]]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# Prints where files live that die with the tests: in memory where there is a gigabyte of it, as no disk is then waited for.
short_lived() {
  local free
  free=$(df --output=avail --block-size=1M /dev/shm 2>/dev/null | tail -n 1)
  if ((${free:-0} >= 1024)) && [[ -w /dev/shm ]]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

# Starts the cluster on a free port and exports TEST_DATABASE_URL. Durability is off: the data dies with the tests. Passwords
# are hashed with md5, since tests open thousands of connections and each would cost 4,096 rounds of SCRAM.
start_postgres() {
  local bin port password options
  bin=$(find_postgres)
  postgres_folder=$(mktemp -d "$(short_lived)/ticket-pool-postgres.XXXXXX")
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  port=$(node -p 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() }); ""')
  port=${port//$'\n'/}
  printf '%s' "$password" >"$postgres_folder/password"
  [[ $EUID != 0 ]] || chown -R postgres "$postgres_folder"
  options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder -c max_connections=200"
  options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  as_postgres "$bin/initdb" --pgdata="$postgres_folder/data" --username=postgres --pwfile="$postgres_folder/password" \
    --auth=md5 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$postgres_folder/initdb.log" 2>&1 ||
    die "initdb failed" "$(cat "$postgres_folder/initdb.log")"
  as_postgres "$bin/pg_ctl" start --pgdata="$postgres_folder/data" --wait --silent \
    --log="$postgres_folder/data/log" --options="$options" </dev/null ||
    die "PostgreSQL does not start" "$(cat "$postgres_folder/data/log")"
  export TEST_DATABASE_URL="postgres://postgres:$password@127.0.0.1:$port/postgres"
  say "$("$bin/postgres" --version) on port $port"
}

postgres_folder=
stop_postgres() {
  [[ $postgres_folder ]] || return 0
  as_postgres "$(find_postgres)/pg_ctl" stop --pgdata="$postgres_folder/data" --mode=immediate --silent || true
  rm -rf "$postgres_folder"
  postgres_folder=
}
