-- Which signatures of inspections are kept as pictures. The bytes lie in the store of evidence, under the fingerprint that the inspection names.
create table signature_picture (
    inspection uuid        not null references inspection,
    side       text        not null check (side in ('INSPECTOR', 'UNIT')),
    kept_at    timestamptz not null,
    primary key (inspection, side)
);
do
$$
begin
    if '${application}' <> current_user then
        revoke update, delete on signature_picture from "${application}";
    end if;
end
$$;
