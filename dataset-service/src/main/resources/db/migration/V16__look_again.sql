-- That somebody should look at an item again is said apart from all else; of it stands what no vote came after.
alter table review drop constraint review_question_check;

alter table review add constraint review_question_check check (question in ('keep', 'caption', 'points', 'again'));

alter table review_decision drop constraint review_decision_question_check;

alter table review_decision add constraint review_decision_question_check
    check (question in ('keep', 'caption', 'points', 'again'));

-- What waits longest is looked at first.
create index review_decision_again on review_decision (subset, decided_at, item_id)
    where question = 'again' and decision = 'look-again';
