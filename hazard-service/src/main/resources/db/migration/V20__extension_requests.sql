-- Lists of what waits for a decision: few among many hazards.
create index on hazard (due_order, id) where extension_n is not null;
