-- 31 provinces, 310 cities, 3,100 counties; 200,000 sites of 120,000 units, one in ten with a second version; 2,000,000 inspections
-- and 50,000 trainings in the five years until the middle of 2026.
insert into district (code, version, name, above)
select lpad(p::text, 2, '0'), 1, '省' || p, null from generate_series(11, 41) as p
union all
select lpad(p::text, 2, '0') || lpad(c::text, 2, '0'), 1, '市' || p || c, lpad(p::text, 2, '0')
from generate_series(11, 41) as p, generate_series(1, 10) as c
union all
select lpad(p::text, 2, '0') || lpad(c::text, 2, '0') || lpad(d::text, 2, '0'), 1, '县' || p || c || d,
       lpad(p::text, 2, '0') || lpad(c::text, 2, '0')
from generate_series(11, 41) as p, generate_series(1, 10) as c, generate_series(1, 10) as d
on conflict do nothing;

insert into unit (code, version, district_code, active, at)
select 'U' || n, 1,
       lpad((11 + n % 31)::text, 2, '0') || lpad((1 + n % 10)::text, 2, '0') || lpad((1 + n / 31 % 10)::text, 2, '0'),
       n % 20 > 0, timestamptz '2021-01-01'
from generate_series(1, 120000) as n;

insert into site (code, version, kind, district_code, unit_code, active, at, until)
select 'S' || n, 1 + again,
       (array['RESTAURANT', 'RESTAURANT', 'RESTAURANT', 'RESIDENTIAL', 'SCHOOL', 'STATION'])[1 + n % 6],
       lpad((11 + n % 31)::text, 2, '0') || lpad((1 + n % 10)::text, 2, '0') || lpad((1 + n / 31 % 10)::text, 2, '0'),
       'U' || (1 + n % 120000),
       n % 25 > 0 or again = 0,
       timestamptz '2021-01-01' + again * interval '3 years',
       case when n % 10 = 0 and again = 0 then timestamptz '2024-01-01' else 'infinity' end
from generate_series(1, 200000) as n, generate_series(0, 1) as again
where again = 0 or n % 10 = 0;

insert into inspection (id, version, site_code, site_kind, district_code, campaign, checked, failed, found, fixed_on_spot, clean, at)
select gen_random_uuid(), 1, code, kind, district_code,
       case when n % 8 = 0 then 'C' || n % 40 end,
       12, case when n % 5 = 0 then 2 else 0 end, case when n % 5 = 0 then 1 else 0 end, 0, n % 5 > 0,
       timestamptz '2021-07-01' + n * interval '5 years' / 2000000
from generate_series(1, 2000000) as n
join site on code = 'S' || (1 + n::bigint * 7919 % 200000) and version = 1;

insert into training (id, version, district_code, audience, people, campaign, held_at)
select gen_random_uuid(), 1,
       lpad((11 + n % 31)::text, 2, '0') || lpad((1 + n % 10)::text, 2, '0') || lpad((1 + n / 31 % 10)::text, 2, '0'),
       (array['INSPECTORS', 'ENTERPRISE_STAFF', 'UNIT_STAFF', 'RESIDENTS'])[1 + n % 4],
       20 + n % 200,
       case when n % 8 = 0 then 'C' || n % 40 end,
       timestamptz '2021-07-01' + n * interval '5 years' / 50000
from generate_series(1, 50000) as n;

insert into campaign (code, version, name, first_day, last_day, districts, site_kinds, coverage_target, closure_target, phases,
                      phases_from, phases_to)
values ('C8', 1, '专项行动', date '2026-01-01', date '2026-12-31', array['11', '12', '13', '14', '15', '16'],
        array['RESTAURANT', 'SCHOOL'], 1, 0.95, array['SELF_CHECK', 'RECTIFY_TOGETHER'],
        array[date '2026-01-01', date '2026-04-01'], array[date '2026-03-31', date '2026-12-31']);

vacuum analyze;
