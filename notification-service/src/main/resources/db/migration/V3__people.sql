-- The first answer to a POST that came with an Idempotency-Key, for 7 days.
create table idempotency_key (
    key         text primary key,
    request     text        not null,
    status      integer,
    location    text,
    tag         text,
    body        text,
    recorded_at timestamptz not null
);

create index idempotency_key_by_age on idempotency_key (recorded_at);

-- Who holds a post, in the order of place: the first is the holder, the others stand in. Versioned, never deleted.
create table contact (
    id            uuid primary key,
    role          text        not null,
    unit          text,
    district_code text,
    -- Whose post it is: D and the district's code, or U and the unit's code or name as such are compared.
    post_key      text        not null,
    place         integer     not null,
    name          text        not null,
    phone         text        not null,
    language      text        not null,
    active        boolean     not null,
    version       integer     not null,
    recorded_at   timestamptz not null,
    recorded_by   text,
    check ((unit is null) <> (district_code is null))
);

create index contact_of_post on contact (post_key, role, place, id);

-- Local days, both included, on which a contact is away.
create table absence (
    id          uuid primary key,
    contact_id  uuid        not null references contact,
    first_day   date        not null,
    last_day    date        not null,
    recorded_at timestamptz not null,
    recorded_by text,
    check (first_day <= last_day)
);

create index absence_of_contact on absence (contact_id, last_day);

-- Local days, both included, on which a contact is on duty at a district's post.
create table shift (
    id            uuid primary key,
    role          text        not null,
    district_code text        not null,
    post_key      text        not null,
    contact_id    uuid        not null references contact,
    first_day     date        not null,
    last_day      date        not null,
    recorded_at   timestamptz not null,
    recorded_by   text,
    check (first_day <= last_day)
);

create index shift_of_post on shift (post_key, role, last_day);
create index shift_by_day on shift (first_day, id);

-- What districts are called, as their last event said.
create table district (
    code    text primary key,
    version integer not null,
    name    text    not null
);
