-- Half of those that ended soon after a moment had not begun by then: the index knows it without looking at each.
drop index standing_then;

create index standing_then on standing (left(district, 2), lasted, until, at) where lasted is not null;

-- The few that are open among all that were ever found.
create index standing_open on standing (found_at, district) where until = 'infinity' and status in ('FOUND', 'ASSIGNED', 'RECTIFIED');

-- Totals of all districts together, as '', are kept from now on: made of all that was told, if there is any.
insert into rebuild (wanted_at) select now() where exists (select from total);
