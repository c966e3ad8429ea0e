#!/usr/bin/env bash
# psycopg2 2.9.5: PostgreSQL keeps an interval of months apart from days, and psycopg2 makes 30 days of a month and 365 of a year without a word. Given
# back to the server, '1 month' after 31 January is 2 March and no longer 28 February; and age() from 29 February 2024 to 28 February 2025, which
# is 365 days, comes as 358. Needs Debian's postgresql and python3-psycopg2; starts a server on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -QUIT "$server"; wait 2>/dev/null; rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as=()
if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=postgres --regid=postgres --clear-groups); mkdir data; chown postgres data; fi
"${as[@]}" "$bin/initdb" -A trust -N -U postgres -D "$folder/data" >/dev/null
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
"${as[@]}" "$bin/postgres" -D "$folder/data" -c port="$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= >"$folder/log" 2>&1 &
server=$!
cat >try.py <<'PY'
import sys
import time
import psycopg2
for tries in range(200):
    try:
        connection = psycopg2.connect(host='127.0.0.1', port=sys.argv[1], user='postgres', dbname='postgres')
        break
    except psycopg2.OperationalError:
        time.sleep(0.05)
cursor = connection.cursor()
def ask(text, *values):
    cursor.execute(text, values)
    return cursor.fetchone()
month, year, age = ask("select interval '1 month', interval '1 year', age('2025-02-28', '2024-02-29')")
by_server, = ask("select (date '2026-01-31' + interval '1 month')::date")
through, = ask("select (date '2026-01-31' + %s)::date", month)
seen = f'month {month.days} days, year {year.days} days, age {age.days} days; 2026-01-31 and a month: {by_server}, through Python {through}'
print('psycopg2', psycopg2.__version__.split()[0], seen)
sys.exit(seen != 'month 30 days, year 365 days, age 358 days; 2026-01-31 and a month: 2026-02-28, through Python 2026-03-02')
PY
/usr/bin/python3 try.py "$port"
