/**
 * A little help with SQL: many rows in one statement, for the paths that must be fast, and conditions that are asked only
 * when they are wanted.
 */
@NullMarked
package io.bihuan.notification.sql;

import org.jspecify.annotations.NullMarked;
