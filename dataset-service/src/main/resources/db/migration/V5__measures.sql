-- What was measured, so that a person can see what another threshold would do: items of a film whose value lies in the
-- same slot. A slot is a thousandth of the threshold wide, and closed at the side where values pass, so that the
-- threshold itself is where one slot ends and the next begins; the last one has all that is larger.
create table film_measured (
    video_id  text    collate "C" not null,
    style     text    collate "C" not null,
    stage     text    collate "C" not null,
    rule      text    collate "C" not null,
    bound     text    collate "C" not null check (bound in ('at-least', 'at-most')),
    threshold double precision not null,
    slot      integer not null,
    passed    boolean not null,
    items     bigint  not null,
    frames    bigint  not null
);

create index film_measured_by_film on film_measured (video_id);

-- The same of all films of a style, since there are a hundred slots for each film. A slot that no film has any more
-- stays with 0 items.
create table style_measured (
    style     text    collate "C" not null,
    stage     text    collate "C" not null,
    rule      text    collate "C" not null,
    bound     text    collate "C" not null,
    threshold double precision not null,
    slot      integer not null,
    passed    boolean not null,
    items     bigint  not null,
    frames    bigint  not null,
    primary key (style, stage, rule, bound, threshold, slot, passed)
);

-- Floating-point numbers would overflow: values are a stranger's.
create function measured_slot(bound text, value double precision, threshold double precision) returns integer
    language sql immutable
    as $$ select greatest(0, least(4000, case bound
        when 'at-least' then floor(value::numeric / threshold::numeric * 1000)
        else ceil(value::numeric / threshold::numeric * 1000) - 1 end))::integer $$;

-- Items of the films that are there already.
insert into stale_film (video_id) select distinct video_id from ledger where video_id is not null;
