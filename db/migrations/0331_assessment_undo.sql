-- A member may take back a number that staff wrote for them, as with the words.
alter table situation_scale add column undone boolean not null default false;
