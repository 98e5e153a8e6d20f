-- Every decision of a person about an item of a subset, by the digest of its event: the history. Nothing is ever
-- changed or removed here, so that neither order nor repetition matters.
create table review (
    digest      text   collate "C" primary key,
    video_id    text   collate "C" not null,
    subset      text   collate "C" not null,
    item_id     text   collate "C" not null,
    params_hash text   collate "C" not null,
    question    text   collate "C" not null check (question in ('keep', 'caption')),
    decision    text   collate "C" not null,
    caution     integer not null,
    caption     text   collate "C",
    decided_at  bigint not null,
    document    json   not null
);

create index review_by_item on review (item_id, subset, decided_at);

-- Of each item and question the decision that stands. It holds for the item whatever it was made with.
create table review_decision (
    subset      text   collate "C" not null,
    item_id     text   collate "C" not null,
    question    text   collate "C" not null check (question in ('keep', 'caption')),
    video_id    text   collate "C" not null,
    params_hash text   collate "C" not null,
    decision    text   collate "C" not null,
    caution     integer not null,
    caption     text   collate "C",
    decided_at  bigint not null,
    digest      text   collate "C" not null,
    primary key (subset, item_id, question)
);

create index review_decision_by_film on review_decision (video_id);

-- Speech on which no decision could be made has a row of its own, so that a person can make it.
alter table ledger drop constraint ledger_outcome_check;

alter table ledger add constraint ledger_outcome_check check (outcome in ('kept', 'rejected', 'undecided'));

insert into ledger (stage, kind, item_id, params_hash, outcome, digest, contradictory, video_id, made_from,
    made_from_params, first_frame, end_frame, frames, width, height, fps, document)
select c.stage, 'speech', u.speech -> 'face' ->> 'faceId', c.params_hash, 'undecided', c.digest, false, c.video_id,
    u.speech -> 'face' ->> 'faceId', c.made_from_params, s.first_frame, s.end_frame, s.end_frame - s.first_frame,
    c.width, c.height, c.fps, u.speech
from ledger c
cross join lateral json_array_elements(c.document -> 'undecided') u (speech)
cross join lateral (
    select (u.speech -> 'face' -> 'span' ->> 'first')::bigint as first_frame,
           (u.speech -> 'face' -> 'span' ->> 'end')::bigint as end_frame) s
where c.stage = 'audio' and c.kind = 'clip' and c.outcome = 'kept'
on conflict do nothing;

-- How near an item is to not being kept: the least relative distance of a measured value from its threshold; of a
-- threshold that is 0, the value itself.
create function least_margin(document json) returns double precision
    language sql immutable
    as $$ select coalesce(min(case when m.threshold = 0 then abs(m.value)
            else abs(m.value - m.threshold) / abs(m.threshold) end), 'Infinity')
        from (select (e ->> 'value')::numeric::float8 as value, (e ->> 'threshold')::numeric::float8 as threshold
            from json_array_elements(document -> 'measures') e) m $$;

alter table ledger add column margin double precision generated always as (
    case when outcome <> 'rejected' and (kind in ('span', 'face', 'speech') or kind = 'clip' and stage = 'segment')
        then least_margin(document) end) stored;

create index ledger_by_margin on ledger (kind, outcome desc, margin, item_id, params_hash) where margin is not null;

-- Views may not change the rows that they are made of: they are made anew.
drop view film_progress;
drop view speech_account;
drop view standing_speech;

-- The speech of the telling of its clip that stands, also what is undecided.
create view told_speech as
select s.*, c.item_id as clip_id
from ledger s
join ledger c on c.video_id = s.video_id and c.stage = s.stage and c.kind = 'clip' and c.params_hash = s.params_hash
    and c.first_frame <= s.first_frame and c.end_frame >= s.end_frame and c.digest = s.digest
where s.kind = 'speech';

create view standing_speech as select * from told_speech where outcome = 'kept';

-- Every frame of a clip's face clips is in exactly one speech or one rejection. What was judged, the event says.
create view speech_account as
select c.video_id,
       c.item_id as clip_id,
       c.params_hash,
       c.made_from_params as face_params,
       c.frames,
       coalesce(p.kept, 0)     as kept,
       coalesce(p.rejected, 0) as rejected,
       coalesce(p.kept, 0) + coalesce(p.rejected, 0) = c.frames
           and coalesce(p.covered, '{}') = coalesce(s.spans, '{}') as closes
from ledger c
left join lateral (
    select range_agg(int8range((span ->> 'first')::bigint, (span ->> 'end')::bigint)) as spans
    from json_array_elements(c.document -> 'judged') span
) s on true
left join lateral (
    select coalesce(sum(frames) filter (where outcome = 'kept'), 0)     as kept,
           coalesce(sum(frames) filter (where outcome = 'rejected'), 0) as rejected,
           range_agg(int8range(first_frame, end_frame))                 as covered
    from ledger f
    where f.video_id = c.video_id and f.stage = 'audio' and f.params_hash = c.params_hash
      and f.first_frame >= c.first_frame and f.first_frame < c.end_frame
      and (f.kind = 'stretch' or f.kind = 'speech' and f.outcome = 'kept' and f.digest = c.digest)
) p on true
where c.stage = 'audio' and c.kind = 'clip' and c.outcome = 'kept';

create view film_progress as
select f.video_id,
       f.style,
       f.title,
       f.object,
       s.frames,
       coalesce(s.closes, false) as segmented,
       p.posed,
       exists (select from ledger r
               where r.video_id = f.video_id and r.kind = 'film' and r.outcome = 'rejected') as rejected,
       exists (select from standing_given_up g where g.stage <> 'ingest' and g.video_id = f.video_id) as dead,
       q.cropped,
       q.cropped and not exists (
           select from face_account k
           where k.video_id = f.video_id and not exists (
               select from speech_account a
               where a.video_id = k.video_id and a.clip_id = k.clip_id and a.face_params = k.params_hash
                 and a.frames = k.kept and a.closes)) as extracted
from ledger f
left join lateral (
    select max(frames) as frames, bool_and(closes) as closes from segment_account a where a.video_id = f.video_id
) s on true
cross join lateral (
    select coalesce(s.closes, false) and not exists (
        select from ledger c
        where c.video_id = f.video_id and c.stage = 'segment' and c.kind = 'clip' and not exists (
            select from keypoint_account k
            where k.clip_id = c.item_id and k.clip_params = c.params_hash and k.closes)) as posed
) p
cross join lateral (
    select p.posed and not exists (
        select from keypoint_account k
        where k.video_id = f.video_id and not exists (
            select from face_account a
            where a.video_id = k.video_id and a.clip_id = k.clip_id and a.pose_params = k.params_hash
              and a.frames = k.kept and a.closes)) as cropped
) q
where f.stage = 'ingest' and f.kind = 'film' and f.outcome = 'kept';

-- What subsets have: what stages kept, and why a person's decision leaves it out. `left_out` is absent of what is in.
-- What is below something that was rejected is left out with it, whatever was decided about itself.
create view reviewed_clip as
select c.*, case when r.decision = 'rejected' then 'rejected-by-review' end as left_out
from ledger c
left join review_decision r on r.subset = 'image-to-video' and r.item_id = c.item_id and r.question = 'keep'
where c.stage = 'segment' and c.kind = 'clip' and c.outcome = 'kept';

-- As standing_span, whose columns are those that the ledger had before.
create view told_span as
select s.*
from ledger s
join ledger c on c.stage = s.stage and c.kind = 'clip' and c.item_id = s.made_from and c.params_hash = s.params_hash
    and c.digest = s.digest
where s.kind = 'span';

create view reviewed_span as
select s.*,
       case when c.decision = 'rejected' then 'made-from-rejected'
            when r.decision = 'rejected' then 'rejected-by-review' end as left_out
from told_span s
left join review_decision c on c.subset = 'image-to-video' and c.item_id = s.made_from and c.question = 'keep'
left join review_decision r on r.subset = 'pose-driven' and r.item_id = s.item_id and r.question = 'keep';

-- A span with what its motion is called.
create view reviewed_motion as
select s.*,
       case when c.decision = 'rejected' or p.decision = 'rejected' then 'made-from-rejected'
            when r.decision = 'rejected' then 'rejected-by-review' end as left_out
from told_span s
left join review_decision c on c.subset = 'image-to-video' and c.item_id = s.made_from and c.question = 'keep'
left join review_decision p on p.subset = 'pose-driven' and p.item_id = s.item_id and p.question = 'keep'
left join review_decision r on r.subset = 'text-to-video' and r.item_id = s.item_id and r.question = 'keep';

create view reviewed_face as
select f.*,
       case when c.decision = 'rejected' or p.decision = 'rejected' then 'made-from-rejected'
            when r.decision = 'rejected' then 'rejected-by-review' end as left_out
from (
    select f.*, c.item_id as clip_id
    from ledger f
    join ledger c on c.video_id = f.video_id and c.stage = f.stage and c.kind = 'clip'
        and c.params_hash = f.params_hash and c.first_frame <= f.first_frame and c.end_frame >= f.end_frame
        and c.digest = f.digest
    where f.kind = 'face') f
left join review_decision c on c.subset = 'image-to-video' and c.item_id = f.clip_id and c.question = 'keep'
left join review_decision p on p.subset = 'pose-driven' and p.item_id = f.made_from and p.question = 'keep'
left join review_decision r on r.subset = 'face-reenactment' and r.item_id = f.item_id and r.question = 'keep';

create view reviewed_speech as
select s.*,
       case when c.decision = 'rejected' or p.decision = 'rejected' or f.decision = 'rejected'
            then 'made-from-rejected'
            when r.decision = 'rejected' then 'rejected-by-review'
            when s.outcome = 'undecided' and r.decision is distinct from 'accepted' then 'undecided' end as left_out
from told_speech s
left join review_decision c on c.subset = 'image-to-video' and c.item_id = s.clip_id and c.question = 'keep'
left join review_decision p on p.subset = 'pose-driven' and p.question = 'keep'
    and p.item_id = regexp_replace(s.item_id, '-f[0-9]+$', '')
left join review_decision f on f.subset = 'face-reenactment' and f.item_id = s.item_id and f.question = 'keep'
left join review_decision r on r.subset = 'audio-driven' and r.item_id = s.item_id and r.question = 'keep';

-- Rejections, but not those of speech on which people decided since: that is counted as what they made of it.
create view standing_rejection as
select r.*
from ledger r
where r.outcome = 'rejected' and not (r.stage = 'audio' and r.code = 'undecided' and exists (
    select from reviewed_speech s
    where s.video_id = r.video_id and s.params_hash = r.params_hash and s.first_frame = r.first_frame
      and s.outcome = 'undecided' and s.left_out is distinct from 'undecided'));

-- Spans with what their motion is called are counted apart: people decide about them apart.
alter table film_lengths drop constraint film_lengths_kind_check;

alter table film_lengths add constraint film_lengths_kind_check
    check (kind in ('clip', 'span', 'motion', 'face', 'speech'));

-- Films that are there already are added up again.
insert into stale_film (video_id) select distinct video_id from ledger where video_id is not null;
