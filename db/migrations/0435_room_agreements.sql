-- An agreement made or changed is on the screens of its meeting at once (0420).
create trigger stir_room after insert or update on agreement for each row when (new.meeting_id is not null) execute function access.stir_meeting('meeting_id');
