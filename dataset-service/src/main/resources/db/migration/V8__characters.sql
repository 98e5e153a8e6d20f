-- What people decided about two faces: of each pair, the last decision. A face's appearance is in its row's document.
create table character_decision (
    video_id      text   collate "C" not null,
    face_id       text   collate "C" not null,
    other_face_id text   collate "C" not null check (face_id < other_face_id),
    verdict       text   collate "C" not null check (verdict in ('same', 'different', 'open')),
    decided_at    bigint not null,
    primary key (face_id, other_face_id)
);

create index character_decision_by_film on character_decision (video_id);

-- The character of each face that has one. Follows from the faces of the film that were cropped with the same
-- parameters, from what people decided, and from the threshold.
create table face_character (
    video_id     text   collate "C" not null,
    face_id      text   collate "C" not null,
    params_hash  text   collate "C" not null,
    character_id text   collate "C" not null,
    confidence   double precision not null,
    primary key (face_id, params_hash)
);

create index face_character_by_film on face_character (video_id, params_hash, character_id);

-- How many characters of a film have how many faces.
create table film_characters (
    video_id    text   collate "C" not null,
    params_hash text   collate "C" not null,
    faces       bigint not null,
    characters  bigint not null,
    primary key (video_id, params_hash, faces)
);

-- Films whose characters have to be found again. Only added to, so that writers never wait for each other.
create table stale_characters (
    video_id text collate "C" not null
);

create index stale_characters_by_film on stale_characters (video_id);

insert into stale_characters (video_id) select distinct video_id from ledger where kind = 'face';

-- The threshold that characters were found with: commands take it from here, so that they find what the service finds.
create table character_threshold (
    threshold double precision not null,
    only_one  boolean primary key default true check (only_one)
);

insert into character_threshold (threshold) values (1.0);
