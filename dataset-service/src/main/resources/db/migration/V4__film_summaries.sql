-- What is said of whole films is added up once, after something was told of them, and not each time that somebody
-- looks: with a million rows that takes seconds.

-- Films of which something was told since. Only added to, so that writers never wait for each other.
create table stale_film (
    video_id text collate "C" not null
);

create index stale_film_by_id on stale_film (video_id);

insert into stale_film (video_id) select distinct video_id from ledger where video_id is not null;

-- film_progress
create table film_summary (
    video_id  text    collate "C" primary key,
    title     text    collate "C" not null,
    style     text    collate "C" not null,
    object    text    collate "C" not null,
    frames    bigint,
    segmented boolean not null,
    posed     boolean not null,
    rejected  boolean not null,
    dead      boolean not null
);

create index film_summary_by_title on film_summary (title, video_id);

create index film_summary_by_style on film_summary (style, video_id);

-- What stages kept (no code) and dropped of a film.
create table film_funnel (
    video_id       text    collate "C" not null,
    style          text    collate "C" not null,
    stage          text    collate "C" not null,
    code           text    collate "C",
    threshold      double precision,
    items          bigint  not null,
    frames         bigint  not null,
    least_measured double precision,
    most_measured  double precision
);

create index film_funnel_by_film on film_funnel (video_id);

-- segment_account and keypoint_account, where they do not close.
create table open_account (
    video_id    text   collate "C" not null,
    item_id     text   collate "C" not null,
    stage       text   collate "C" not null,
    params_hash text   collate "C" not null,
    frames      bigint not null,
    kept        bigint not null,
    rejected    bigint not null
);

create index open_account_by_film on open_account (video_id);

-- Clips and spans of a film that have the same length and look.
create table film_lengths (
    video_id text    collate "C" not null,
    style    text    collate "C" not null,
    kind     text    collate "C" not null check (kind in ('clip', 'span')),
    frames   bigint  not null,
    fps      double precision,
    full_hd  boolean not null,
    items    bigint  not null
);

create index film_lengths_by_film on film_lengths (video_id);

-- Objects that are no films are in no summary.
create index ledger_without_film on ledger (stage, code, threshold) where video_id is null;
