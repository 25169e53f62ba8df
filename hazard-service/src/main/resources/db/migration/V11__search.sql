-- Texts of hazards as they are searched: each in one form (width and case of letters do not matter), and the pieces by
-- which it is found: words of letters and digits, and every two neighbouring characters of all else, so that a Chinese
-- word is found wherever in a sentence it stands. Beside the hazard and not in it: a step that leaves the texts as they
-- are leaves the index alone.
create table hazard_text (
    hazard_id uuid primary key references hazard,
    found_at  timestamptz not null,
    text      text        not null,
    pieces    tsvector    not null
);

create function search_form(text) returns text
    language sql immutable strict parallel safe
    return lower(normalize($1, NFKC) collate "C");

-- The runs of a text in search form: letters and digits, or anything else.
create function search_pieces(form text) returns tsvector
    language sql immutable strict parallel safe as
$$
    select coalesce(array_to_tsvector(array_agg(distinct piece)), '')
    from (
        select left(substr(run[1], 1 + coalesce(sum(length(part) + 1) over (
                   partition by place order by position rows between unbounded preceding and 1 preceding), 0)::int), 40) as piece
        from regexp_matches(form, '[a-z0-9]+(?:[-./][a-z0-9]+)*', 'g') with ordinality as words (run, place),
             regexp_split_to_table(run[1], '[-./]') with ordinality as parts (part, position)
        union all
        select letter || coalesce(lead(letter) over (partition by place order by position), '')
        from regexp_matches(form, '[^\x01-\x7f]+', 'g') with ordinality as other (run, place),
             string_to_table(run[1], null) with ordinality as letters (letter, position)
    ) as found
    where piece <> '';
$$;

-- What the pieces of a text that contains the term must be: the last word may go on, one character may be followed by any.
create function search_query(form text) returns tsquery
    language sql immutable strict parallel safe as
$$
    select coalesce(string_agg('''' || replace(replace(piece, '\', '\\'), '''', '''''') || '''' || suffix, ' & '), '')::tsquery
    from (
        select left(run[1], 40) as piece, ':*' as suffix
        from regexp_matches(form, '[a-z0-9]+(?:[-./][a-z0-9]+)*', 'g') as run
        union
        select letters.letter || coalesce(letters.next, ''), case when letters.next is null then ':*' else '' end
        from (
            select letter, position, lead(letter) over (partition by place order by position) as next
            from regexp_matches(form, '[^\x01-\x7f]+', 'g') with ordinality as other (run, place),
                 string_to_table(run[1], null) with ordinality as split (letter, position)
        ) as letters
        where letters.next is not null or letters.position = 1
    ) as wanted;
$$;

create function index_hazard_text() returns trigger
    language plpgsql as
$$
declare
    form text := search_form(concat_ws(E'\n', new.number, new.external_number, new.description, new.site_name,
                                       new.address, new.unit_name));
begin
    insert into hazard_text values (new.id, new.found_at, form, search_pieces(form))
    on conflict (hazard_id) do update set text = excluded.text, pieces = excluded.pieces;
    return null;
end;
$$;

-- Of these texts a step changes only the unit's name.
create trigger hazard_text_of_new after insert on hazard
    for each row execute function index_hazard_text();
create trigger hazard_text_of_changed after update on hazard
    for each row when (old.unit_name is distinct from new.unit_name) execute function index_hazard_text();

insert into hazard_text
select id, found_at, form, search_pieces(form)
from hazard,
     lateral search_form(concat_ws(E'\n', number, external_number, description, site_name, address, unit_name)) as form;

create index on hazard_text using gin (pieces);
create index on hazard_text (found_at, hazard_id);
-- How often each piece occurs decides whether its hazards are looked up or the latest hazards are walked.
alter table hazard_text alter pieces set statistics 500;

-- Lists of what is open, of a unit, by deadline; what is near an open hazard.
alter table hazard
    add column due_order timestamptz not null
        generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored;
create index on hazard (status, found_at, id);
create index on hazard (due_order, id);
create index on hazard (unit_name) where unit_name is not null;
create index on hazard (unit_code) where unit_code is not null;
create index on hazard (category, latitude) where status in ('FOUND', 'ASSIGNED', 'RECTIFIED');
