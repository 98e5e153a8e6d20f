#!/bin/sh
# Sets up a MinIO: buckets, one user for each file of /policies with exactly the rights that stand there, and what is
# told of dropped films and requests. Does no harm when it is run again.
#
# STORE: the server's address. Its root is in /run/root/user and password, the secret key of a user in /run/users/NAME;
# without these files (compose), in STORE_ROOT_USER, STORE_ROOT_PASSWORD and STORE_KEY_NAME.
set -eu
policies=${POLICIES:-/policies}

secret() { # file, variable
    if [ -r "$1" ]; then cat "$1"; else printenv "$2"; fi
}

mc alias set store "$STORE" "$(secret /run/root/user STORE_ROOT_USER)" \
    "$(secret /run/root/password STORE_ROOT_PASSWORD)" > /dev/null
for bucket in ingest artifacts datasets evaluations; do
    mc mb --ignore-existing "store/$bucket"
done
# What was frozen or judged stays, whatever somebody does to it.
mc version enable store/datasets

for policy in "$policies"/*.json; do
    name=$(basename "$policy" .json)
    mc admin policy create store "$name" "$policy"
    mc admin user add store "$name" \
        "$(secret "/run/users/$name" "STORE_KEY_$(echo "$name" | tr 'a-z-' 'A-Z_')")" > /dev/null
    # Says so and fails if the user has the policy already.
    mc admin policy attach store "$name" --user "$name" ||
        mc admin user info store "$name" | grep -q "PolicyName: $name\$"
done

mc event add store/ingest arn:minio:sqs::INGEST:kafka --event put --ignore-existing
mc event add store/evaluations arn:minio:sqs::EVALUATIONS:kafka --event put --suffix /request.json --ignore-existing
