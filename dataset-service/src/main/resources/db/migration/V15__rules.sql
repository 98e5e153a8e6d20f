-- The bulk rule by which an item was decided about.
alter table review add column rule text collate "C";

create index review_by_rule on review (rule) where rule is not null;
