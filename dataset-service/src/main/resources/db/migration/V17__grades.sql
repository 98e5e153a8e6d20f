-- How difficult an item is, and whether it may be a case of a benchmark, are questions of their own, too.
alter table review drop constraint review_question_check;

alter table review add constraint review_question_check
    check (question in ('keep', 'caption', 'points', 'again', 'difficulty', 'benchmark'));

alter table review_decision drop constraint review_decision_question_check;

alter table review_decision add constraint review_decision_question_check
    check (question in ('keep', 'caption', 'points', 'again', 'difficulty', 'benchmark'));

-- They are read at once, for the manifest.
create index review_decision_marks on review_decision (subset, item_id) where question in ('difficulty', 'benchmark');
