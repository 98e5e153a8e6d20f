-- Every frame of a film is in exactly one clip or one rejection.
create view segment_account as
select f.video_id,
       f.params_hash,
       f.frames,
       coalesce(p.kept, 0)     as kept,
       coalesce(p.rejected, 0) as rejected,
       coalesce(p.kept + p.rejected = f.frames
           and p.covered = int8multirange(int8range(0, f.frames)), false) as closes
from ledger f
left join lateral (
    select coalesce(sum(frames) filter (where outcome = 'kept'), 0)     as kept,
           coalesce(sum(frames) filter (where outcome = 'rejected'), 0) as rejected,
           range_agg(int8range(first_frame, end_frame))                 as covered
    from ledger
    where video_id = f.video_id and stage = 'segment' and params_hash = f.params_hash and kind in ('clip', 'stretch')
) p on true
where f.stage = 'segment' and f.kind = 'film' and f.outcome = 'kept';

-- The spans of the telling of their clip that stands.
create view standing_span as
select s.*
from ledger s
join ledger c on c.stage = s.stage and c.kind = 'clip' and c.item_id = s.made_from and c.params_hash = s.params_hash
    and c.digest = s.digest
where s.kind = 'span';

-- Every frame of a clip that was searched is in exactly one span or one rejection.
create view keypoint_account as
select c.video_id,
       c.item_id as clip_id,
       c.params_hash,
       c.made_from_params as clip_params,
       c.frames,
       coalesce(p.kept, 0)     as kept,
       coalesce(p.rejected, 0) as rejected,
       coalesce(p.kept + p.rejected = c.frames
           and p.covered = int8multirange(int8range(c.first_frame, c.end_frame)), false) as closes
from ledger c
left join lateral (
    select coalesce(sum(frames) filter (where outcome = 'kept'), 0)     as kept,
           coalesce(sum(frames) filter (where outcome = 'rejected'), 0) as rejected,
           range_agg(int8range(first_frame, end_frame))                 as covered
    from ledger s
    where s.video_id = c.video_id and s.stage = 'keypoint' and s.params_hash = c.params_hash
      and s.first_frame >= c.first_frame and s.first_frame < c.end_frame
      and (s.kind = 'stretch' or s.kind = 'span' and s.made_from = c.item_id and s.digest = c.digest)
) p on true
where c.stage = 'keypoint' and c.kind = 'clip' and c.outcome = 'kept';

-- What was given up and not said anything else of since: put back, it is forgotten when its stage has an outcome.
create view standing_given_up as
select g.stage, g.item_id, split_part(g.item_id, '-', 1) as video_id, g.topic, g.reason
from given_up g
where not exists (
    select from ledger l
    where l.stage = g.stage and l.item_id = g.item_id and l.kind in ('film', 'clip'))
  and not exists (
    select from ledger l
    where l.stage = g.stage and l.object = g.item_id);

-- How far films are. A film that was divided with several sets of parameters is done when all of them are.
create view film_progress as
select f.video_id,
       f.style,
       f.title,
       f.object,
       s.frames,
       coalesce(s.closes, false) as segmented,
       coalesce(s.closes, false) and not exists (
           select from ledger c
           where c.video_id = f.video_id and c.stage = 'segment' and c.kind = 'clip' and not exists (
               select from keypoint_account k
               where k.clip_id = c.item_id and k.clip_params = c.params_hash and k.closes)) as posed,
       exists (select from ledger r
               where r.video_id = f.video_id and r.kind = 'film' and r.outcome = 'rejected') as rejected,
       exists (select from standing_given_up g where g.stage <> 'ingest' and g.video_id = f.video_id) as dead
from ledger f
left join lateral (
    select max(frames) as frames, bool_and(closes) as closes from segment_account a where a.video_id = f.video_id
) s on true
where f.stage = 'ingest' and f.kind = 'film' and f.outcome = 'kept';
