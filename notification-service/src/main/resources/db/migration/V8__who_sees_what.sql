-- By what a person may see: the hazards of his districts, or those of his unit.
create index watched_hazard_in_district on watched_hazard (district_code text_pattern_ops);
create index watched_hazard_of_unit on watched_hazard (unit_code);

-- Whose posts contacts hold for it, as contact.post_key has it: a unit's contacts are seen where it has hazards.
alter table watched_hazard add column unit_key text generated always as
    ('U' || lower(regexp_replace(normalize(coalesce(unit_code, unit), nfkc), '\s+', '', 'g'))) stored;
create index watched_hazard_of_post on watched_hazard (unit_key);
