-- Totals of units are kept from now on, by grade and in the very district of their hazards, for a ranking adds up all units of a province
-- over some months: made of all that was told, if there is any.
create index total_of_units on total (found_on, district) where slice >= 'unit=' and slice < 'unit>';

insert into rebuild (wanted_at) select now() where exists (select from total);
