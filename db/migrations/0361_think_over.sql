-- Something to think about until next time, beside what was agreed on the spot (MEET-18). Never required.
alter table plan_terms add column think_over text not null default '';
do $$ begin execute format('grant update (think_over) on plan_terms to %I', current_setting('helhed.app_role')); end $$;
