-- Who decided; empty where nobody said a name.
alter table review add column reviewer text collate "C" not null default '';

create index review_by_reviewer on review (reviewer, decided_at);

-- Whether as many people accepted the item as rejected it, and who did either.
alter table review_decision add column conflict boolean not null default false;

alter table review_decision add column voters text[] collate "C" not null default '{}';

update review_decision set voters = '{""}' where question = 'keep' and decision <> 'open';

create index review_decision_in_conflict on review_decision (subset, item_id) where conflict;

create index review_decision_by_one on review_decision (subset, item_id)
    where question = 'keep' and cardinality(voters) = 1;

-- Items that somebody has before them now, by the browser tab that asked. What a crash takes away of it is lent again.
create unlogged table review_loan (
    subset   text collate "C" not null,
    item_id  text collate "C" not null,
    borrower text collate "C" not null,
    until    timestamptz not null,
    primary key (subset, item_id)
);

create index review_loan_by_borrower on review_loan (borrower);

-- What people decided about is no longer in the index along which the queue is read, so that it does not have to be
-- passed over. A span is an item of two subsets. A row that says false too long is passed over as before.
alter table ledger add column looked_at boolean not null default false;

alter table ledger add column motion_looked_at boolean not null default false;

update ledger l set looked_at = true
from review_decision d
where d.question = 'keep' and d.decision <> 'open' and d.item_id = l.item_id
  and (d.subset, l.stage, l.kind) in (('image-to-video', 'segment', 'clip'), ('pose-driven', 'keypoint', 'span'),
      ('face-reenactment', 'face-crop', 'face'), ('audio-driven', 'audio', 'speech'));

update ledger l set motion_looked_at = true
from review_decision d
where d.question = 'keep' and d.decision <> 'open' and d.item_id = l.item_id
  and (d.subset, l.stage, l.kind) = ('text-to-video', 'keypoint', 'span');

drop index ledger_by_margin;

create index ledger_by_margin on ledger (kind, outcome desc, margin, item_id, params_hash)
    where margin is not null and not looked_at;

create index ledger_by_margin_of_motion on ledger (kind, outcome desc, margin, item_id, params_hash)
    where margin is not null and kind = 'span' and not motion_looked_at;
