package io.bihuan.reporting.facts;

/** How a hazard's steps fold into its fact, whether now or as of a past moment: the same SQL for both. */
final class Fold {

    /** The columns of a fact, in the order in which {@link #of} gives them. */
    static final String COLUMNS = """
            hazard_id, version, status, district_code, grade, category, source, unit_code, unit_name, round, due_at,
            found_at, assigned_at, rectified_at, rectified_in_time, closed_at, returns, overdue_before, last_at""";

    private static final String FACTS = """
            select hazard_id,
                   max(version),
                   max(status) filter (where last),
                   max(district_code) filter (where last),
                   max(grade) filter (where last),
                   max(category) filter (where last),
                   max(source) filter (where last),
                   max(unit_code) filter (where version = told_unit),
                   max(unit_name) filter (where version = told_unit),
                   max(round) filter (where last),
                   max(due_at) filter (where last),
                   min(at) filter (where first),
                   min(at) filter (where status = 'ASSIGNED'),
                   max(at) filter (where version = became_rectified),
                   bool_or(at <= due_at) filter (where version = became_rectified),
                   max(at) filter (where version = became_closed),
                   (count(*) filter (where type = 'hazard.returned'))::integer,
                   coalesce(bool_or(status = 'ASSIGNED' and due_at < next_at), false),
                   max(at)
            from (
                select *,
                       max(version) filter (where unit_name is not null) over life as told_unit,
                       max(version) filter (where rectified and not rectified_before) over life as became_rectified,
                       max(version) filter (where closed and not closed_before) over life as became_closed
                from (
                    select *,
                           lag(version) over steps is null as first,
                           lead(version) over steps is null as last,
                           lead(at) over steps as next_at,
                           status in ('RECTIFIED', 'CLOSED') as rectified,
                           coalesce(lag(status) over steps in ('RECTIFIED', 'CLOSED'), false) as rectified_before,
                           status = 'CLOSED' as closed,
                           coalesce(lag(status) over steps = 'CLOSED', false) as closed_before
                    from (%s) as step
                    window steps as (partition by hazard_id order by version)
                ) as walked
                window life as (partition by hazard_id)
            ) as turned
            group by hazard_id""";

    private Fold() {}

    /** A query for the facts that the given query's steps make. */
    static String of(String steps) {
        return FACTS.formatted(steps);
    }
}
