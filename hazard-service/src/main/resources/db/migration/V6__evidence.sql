-- The evidence of hazards; the bytes lie in the store under their hash. What the photo says of time and place stands beside
-- the time when it was handed in. A hazard has the same file once.
create table evidence (
    id          uuid primary key,
    hazard_id   uuid        not null references hazard,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type  text        not null,
    size        bigint      not null check (size > 0),
    file_name   text        not null,
    caption     text,
    taken_at    timestamptz,
    latitude    numeric(8, 6),
    longitude   numeric(9, 6),
    uploaded_at timestamptz not null,
    unique (hazard_id, sha256)
);
