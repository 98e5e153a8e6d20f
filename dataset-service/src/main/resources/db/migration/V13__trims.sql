-- The clip that is to be made of the part of a clip that a person keeps.
alter table review add column trim_id text collate "C";

create index review_by_trim on review (trim_id) where trim_id is not null;

-- Of a clip of which a part is kept, that part's clip; the clip itself is rejected. A part that is not named here any
-- more is rejected, too.
alter table review_decision add column trim_id text collate "C";

create index review_decision_by_trim on review_decision (trim_id) where trim_id is not null;
