/**
 * What district dashboards are told while they listen: the district's present figures whenever they change, computed once for all who
 * listen to it.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.live;
