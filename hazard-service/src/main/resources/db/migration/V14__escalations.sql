-- Steps of the escalation ladder that hazards reached, as notification-service publishes them. Each step is reached once per
-- hazard, round and deadline: the key is the guard against repetitions.
create table escalation (
    hazard_id      uuid        not null references hazard,
    round          integer     not null,
    due_at         timestamptz not null,
    step           text        not null,
    level          integer     not null,
    document       text,
    ladder_version integer     not null,
    at             timestamptz not null,
    recorded_at    timestamptz not null,
    -- Who was to be told: posts, and in the same places the names on file.
    told_roles     text[]      not null,
    told_names     text[]      not null,
    primary key (hazard_id, round, due_at, step)
);
-- Lists of what was escalated so far: few among many hazards.
create index on escalation (level, hazard_id, round, due_at);
