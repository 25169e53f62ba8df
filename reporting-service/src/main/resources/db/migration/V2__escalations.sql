-- When a hazard first reached a step of the escalation ladder. Beside its fact and not in it: an escalation may be told before
-- the hazard is.
create table escalation (
    hazard_id uuid primary key,
    first_at timestamptz not null
);
