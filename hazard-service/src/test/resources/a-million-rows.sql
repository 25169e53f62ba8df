-- The history of 200,000 hazards that took five steps each, over ten years that are over: a million rows with right hashes, as
-- large as real ones, in the order in which such lives interleave. The relay passes them over.
alter publication bihuan_relay drop table history;

create function pg_temp.framed(part text) returns bytea language sql immutable as
$$ select convert_to(octet_length(convert_to(part, 'UTF8')) || ':' || part, 'UTF8') $$;

create temporary table life as
select n, gen_random_uuid() as id, '630102-2019-' || lpad((8000000 + n)::text, 7, '0') as number, '' as hash
  from generate_series(1, 200000) as n;

create temporary table step (n integer, version integer, id uuid, at timestamptz, data text, previous_hash text, hash text);

do
$body$
begin
    for v in 1..5 loop
        insert into step
        select n, v, row_id, moment, data, hash,
               encode(sha256(pg_temp.framed(hash) || pg_temp.framed(row_id::text) || pg_temp.framed('hazard')
                             || pg_temp.framed(life.id::text) || pg_temp.framed(number) || pg_temp.framed('hazard.assigned')
                             || pg_temp.framed(data)), 'hex')
          from life,
               lateral (select gen_random_uuid() as row_id,
                               timestamptz '2016-01-01 00:00Z' + n * interval '25 minutes' + v * interval '3 days' as moment) as m,
               lateral (select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as said) as t,
               lateral (select '{"at":"' || said || '","by":"检查人员甲","category":"COMMERCIAL_USE","checkItem":"CU-01",'
                               || '"description":"后厨未安装可燃气体报警器，连接软管老化，阀门无法关闭，请尽快整改，第' || n || '处",'
                               || '"districtCode":"630102","dueAt":"' || said || '","grade":"SERIOUS","hazardId":"' || life.id
                               || '","location":{"lat":36.617100,"lon":101.798200},"measures":"更换软管，安装报警器，并由专人检查验收",'
                               || '"number":"' || number || '","recordedAt":"' || said || '","responsible":"餐馆负责人",'
                               || '"round":1,"site":{"address":"城东区东关大街' || n % 401 || '号","name":"昆仑餐馆' || n % 3001 || '"},'
                               || '"source":"INSPECTION","status":"ASSIGNED","unit":{"code":"U' || n % 20011
                               || '","name":"责任单位' || n % 20011 || '"},"version":' || v || '}' as data) as d;
        update life set hash = step.hash from step where step.n = life.n and step.version = v;
    end loop;
end
$body$;

insert into history (id, stream, key, subject, version, type, at, recorded_at, by, data, previous_hash, hash)
select step.id, 'hazard', life.id::text, number, version, 'hazard.assigned', at, at, '检查人员甲', data, previous_hash, step.hash
  from step join life using (n)
 order by at, n, version;

insert into hazard (id, number, version, hash, status, round, returns, district_code, grade, category, source, description,
                    found_at, stepped_at)
select id, number, 5, hash, 'ASSIGNED', 1, 0, '630102', 'SERIOUS', 'COMMERCIAL_USE', 'INSPECTION', '报警器', now(), now()
  from life;
drop table life, step;

-- Sealing begins anew: one seal over all of it.
alter table seal disable trigger append_only;
delete from seal;
alter table seal enable trigger append_only;
update seal_head set day = null, through_seq = 0, hash = '';
analyze;
alter publication bihuan_relay add table history;
