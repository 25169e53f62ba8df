package io.bihuan.stack.season;

/**
 * A place that is inspected 检查对象.
 *
 * @param trade what it is, and so what may be found there
 * @param district its street's code
 * @param weight how often hazards come up here, compared with other places
 */
record Site(
        String code,
        String name,
        Trade trade,
        County county,
        String district,
        Unit unit,
        String address,
        double lat,
        double lon,
        double weight) {}
