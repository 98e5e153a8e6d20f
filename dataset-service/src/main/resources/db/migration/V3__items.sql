-- Pages of lists begin behind the last key of the page before. Whatever is asked for, one of these has its order.
create index ledger_items_of_film on ledger (video_id, stage, kind, item_id, params_hash);

create index ledger_items_by_code on ledger (code, stage, kind, item_id, params_hash) where code is not null;

create index ledger_items_by_outcome on ledger (outcome, stage, kind, item_id, params_hash);

create index ledger_made_from on ledger (made_from, made_from_params) where made_from is not null;
