-- The clean speech of face clips.
alter table ledger drop constraint ledger_kind_check;

alter table ledger add constraint ledger_kind_check
    check (kind in ('object', 'film', 'clip', 'span', 'face', 'speech', 'stretch'));

alter table film_lengths drop constraint film_lengths_kind_check;

alter table film_lengths add constraint film_lengths_kind_check check (kind in ('clip', 'span', 'face', 'speech'));

-- The speech of the telling of its clip that stands. A telling has its digest to itself.
create view standing_speech as
select s.*
from ledger s
join ledger c on c.video_id = s.video_id and c.stage = s.stage and c.kind = 'clip' and c.params_hash = s.params_hash
    and c.first_frame <= s.first_frame and c.end_frame >= s.end_frame and c.digest = s.digest
where s.kind = 'speech';

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
      and (f.kind = 'stretch' or f.kind = 'speech' and f.digest = c.digest)
) p on true
where c.stage = 'audio' and c.kind = 'clip' and c.outcome = 'kept';

-- As before, and whether the sound of all face clips of a film was judged.
create or replace view film_progress as
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

alter table film_summary add column extracted boolean not null default false;

alter table film_time add column extracted_at timestamptz;

create index film_time_by_extracted on film_time (extracted_at);

-- Films that are there already are added up again.
insert into stale_film (video_id) select distinct video_id from ledger where video_id is not null;
