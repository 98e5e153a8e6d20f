-- Where points are is decided apart from whether the item is kept and what its caption is.
alter table review drop constraint review_question_check;

alter table review add constraint review_question_check check (question in ('keep', 'caption', 'points'));

alter table review_decision drop constraint review_decision_question_check;

alter table review_decision add constraint review_decision_question_check
    check (question in ('keep', 'caption', 'points'));
