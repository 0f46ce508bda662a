#!/bin/sh
# postgres.sh FOLDER: makes a cluster in FOLDER when there is none and runs a server on it, reachable through a socket in
# FOLDER alone, until it is interrupted. To be run by a user who is not root. Debian: postgresql-15.
set -e
bin=/usr/lib/postgresql/15/bin
folder=$(realpath -m "$1")
if [ ! -d "$folder/data" ]; then
  mkdir -p "$folder"
  "$bin/initdb" -D "$folder/data" -U bench -A trust --no-sync -E UTF8 --locale=C >/dev/null
  "$bin/pg_ctl" -D "$folder/data" -w -o "-k $folder -c listen_addresses=" start >/dev/null
  "$bin/createdb" -h "$folder" -U bench bench
  "$bin/pg_ctl" -D "$folder/data" -w stop >/dev/null
fi
exec "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c shared_buffers=1GB -c work_mem=256MB \
  -c maintenance_work_mem=512MB -c max_wal_size=8GB -c fsync=off -c jit=off
