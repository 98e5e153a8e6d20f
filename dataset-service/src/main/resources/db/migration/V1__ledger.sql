-- What became of each item at each stage. Every value follows from one event, so that the same events give the same
-- rows whatever their order. Text is compared byte by byte, so that order is the same on every server.
create table ledger (
    stage            text    collate "C" not null,
    kind             text    collate "C" not null check (kind in ('object', 'film', 'clip', 'span', 'stretch')),
    item_id          text    collate "C" not null,
    params_hash      text    collate "C" not null,
    outcome          text    collate "C" not null check (outcome in ('kept', 'rejected')),
    digest           text    collate "C" not null,
    contradictory    boolean not null,
    video_id         text    collate "C",
    made_from        text    collate "C",
    made_from_params text    collate "C",
    first_frame      bigint,
    end_frame        bigint,
    frames           bigint  not null,
    width            integer,
    height           integer,
    fps              double precision,
    code             text    collate "C",
    measured         double precision,
    threshold        double precision,
    style            text    collate "C",
    title            text    collate "C",
    object           text    collate "C",
    document         json    not null,
    primary key (stage, kind, item_id, params_hash)
);

create index ledger_by_film on ledger (video_id, stage, params_hash, first_frame);

-- A stranger's key may be longer than a sorted index takes.
create index ledger_by_object on ledger using hash (object) where object is not null;

create index ledger_contradictions on ledger (item_id) where contradictory;

-- What the hashes stand for.
create table stage_parameters (
    params_hash text collate "C" primary key,
    document    json not null
);

-- Inputs that a service gave up, as its dead-letter topic has them.
create table given_up (
    topic         text    collate "C" not null,
    partition     integer not null,
    record_offset bigint  not null,
    stage         text    collate "C" not null,
    item_id       text    collate "C",
    reason        text    not null,
    primary key (topic, partition, record_offset)
);

-- How far topics were taken.
create table reached (
    topic       text    collate "C" not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);
