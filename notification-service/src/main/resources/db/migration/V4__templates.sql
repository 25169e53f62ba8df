-- What an office says in its own words. An edition never changes; one without a text goes back to what comes with the product.
create table template_edition (
    name        text not null,
    version     integer not null check (version >= 1),
    zh          text,
    en          text,
    recorded_at timestamptz not null,
    recorded_by text,
    primary key (name, version)
);
