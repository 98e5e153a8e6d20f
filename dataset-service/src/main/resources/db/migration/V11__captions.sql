-- Captions: a clip's general one in the row of its clip, and one row for the motion in each pose span.
alter table ledger drop constraint ledger_kind_check;

alter table ledger add constraint ledger_kind_check
    check (kind in ('object', 'film', 'clip', 'span', 'face', 'speech', 'motion', 'stretch'));

-- Every pose span of a captioned clip has exactly one caption. As many frames as its spans have, the event says.
create view caption_account as
select c.video_id,
       c.item_id as clip_id,
       c.params_hash,
       c.made_from_params as pose_params,
       c.frames,
       coalesce(p.kept, 0) as kept,
       coalesce(p.kept, 0) = c.frames as closes
from ledger c
left join lateral (
    select sum(frames) as kept
    from ledger m
    where m.video_id = c.video_id and m.stage = 'caption' and m.kind = 'motion' and m.params_hash = c.params_hash
      and m.first_frame >= c.first_frame and m.first_frame < c.end_frame and m.digest = c.digest
) p on true
where c.stage = 'caption' and c.kind = 'clip' and c.outcome = 'kept';

-- As before, and whether a film has all of its captions, too, and with them everything.
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
       e.extracted,
       e.extracted and not exists (
           select from keypoint_account k
           where k.video_id = f.video_id and not exists (
               select from caption_account a
               where a.video_id = k.video_id and a.clip_id = k.clip_id and a.pose_params = k.params_hash
                 and a.frames = k.kept and a.closes)) as captioned
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
cross join lateral (
    select q.cropped and not exists (
        select from face_account k
        where k.video_id = f.video_id and not exists (
            select from speech_account a
            where a.video_id = k.video_id and a.clip_id = k.clip_id and a.face_params = k.params_hash
              and a.frames = k.kept and a.closes)) as extracted
) e
where f.stage = 'ingest' and f.kind = 'film' and f.outcome = 'kept';

alter table film_summary add column captioned boolean not null default false;

alter table film_time add column captioned_at timestamptz;

create index film_time_by_captioned on film_time (captioned_at);

-- Films that are there already are added up again.
insert into stale_film (video_id) select distinct video_id from ledger where video_id is not null;
