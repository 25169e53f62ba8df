-- A million hazards of ten years, told as offices tell them: nine of ten closed, the open ones mostly of late. Only the
-- rows that lists read; they have no history. Every choice follows from the number alone, so that each run
-- has the same, and from a hash of it, so that the choices know nothing of each other.
insert into hazard (id, number, version, hash, status, round, returns, district_code, grade, category, source, description,
                    site_name, address, latitude, longitude, check_item, unit_code, unit_name, responsible_name,
                    responsible_phone, measures, due_at, original_due_at, due_from, found_at, assigned_at, rectified_at,
                    closed_at, stepped_at)
select gen_random_uuid(),
       district.code || '-' || extract(year from found.at)::int || '-' || lpad((9000000 + n)::text, 7, '0'),
       4, md5(n::text), status, 1, 0, district.code,
       (array ['MAJOR', 'SERIOUS', 'GENERAL', 'MINOR'])[1 + a % 4],
       (array ['PIPELINE', 'STATION', 'CYLINDER', 'COMMERCIAL_USE', 'SCHOOL_USE', 'RESIDENTIAL_USE', 'HEAT_NETWORK'])[1 + b % 7],
       (array ['SELF_CHECK', 'INSPECTION', 'SPOT_CHECK', 'CITIZEN', 'HOTLINE_12345'])[1 + c % 5],
       (array ['后厨', '楼道', '阀门井', '地下室', '调压箱', '锅炉房', '门店', '食堂', '换热站', '表箱', '管廊'])[1 + d % 11]
           || (array ['未安装可燃气体报警器', '连接软管老化', '管道锈蚀', '阀门无法关闭', '警示标志缺失', '灭火器过期',
                      '燃气管道被包裹', '从业人员未经培训', '压力表超期未检'])[1 + e % 9]
           || case when n % 5003 = 0 then '，伴有轻微锈穿' else '' end || '，第' || n % 977 || '处，请尽快整改',
       (array ['昆仑', '祁连', '黄河', '长江', '民和', '福安', '泰顺', '宏达'])[1 + f % 8]
           || (array ['餐馆', '火锅店', '学校', '小区', '供热公司', '液化气站'])[1 + a / 7 % 6] || n % 3001,
       (array ['东关大街', '西大街', '南山路', '北川路', '五四大街', '花园街'])[1 + b / 11 % 6] || n % 401 || '号',
       36 + (n % 20011) / 10000.0, 100 + (n % 30011) / 10000.0, 'CU-01',
       'U' || n % 20011, '责任单位' || n % 20011, '责任人', '13900000000', '限期整改',
       found.at + interval '8 days', found.at + interval '8 days', found.at, found.at,
       found.at + interval '1 hour',
       case when status in ('RECTIFIED', 'CLOSED') then found.at + interval '5 days' end,
       case when status = 'CLOSED' then found.at + interval '6 days' end,
       found.at + interval '6 days'
from generate_series(1::bigint, 1000000) as n,
     lateral (select abs(hashint8(n)::bigint) as a, abs(hashint8(n + 10000000)::bigint) as b,
                     abs(hashint8(n + 20000000)::bigint) as c, abs(hashint8(n + 30000000)::bigint) as d,
                     abs(hashint8(n + 40000000)::bigint) as e, abs(hashint8(n + 50000000)::bigint) as f) as chance,
     lateral (select timestamptz '2026-05-01 00:00+08' - n % 3650 * interval '1 day' - n % 86399 * interval '1 second') as found (at),
     lateral (select case
                         when n % 3650 > 200 and d / 17 % 97 > 0 or e / 19 % 10 < 5 then 'CLOSED'
                         when e / 19 % 10 = 5 then 'FOUND'
                         when e / 19 % 10 = 6 then 'RECTIFIED'
                         else 'ASSIGNED' end) as life (status),
     lateral (select (array ['630102', '630103', '630104', '630105', '630121', '630202', '632221', '632322', '632521',
                             '632621', '632701', '632801'])[1 + c / 13 % 12]) as district (code);
analyze;
