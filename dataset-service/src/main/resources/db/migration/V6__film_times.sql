-- When films were told of, by the time stamps of the records: how long a film takes from ingest to its end. Not part of
-- the ledger's rows, which have no times, so that the same events give the same rows.
create table film_time (
    video_id     text collate "C" primary key,
    ingested_at  timestamptz,
    last_told_at timestamptz not null,
    segmented_at timestamptz,
    posed_at     timestamptz
);

create index film_time_by_segmented on film_time (segmented_at);

create index film_time_by_posed on film_time (posed_at);
