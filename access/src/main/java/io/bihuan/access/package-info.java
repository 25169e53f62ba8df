/**
 * Who may do what. A call is let in by its token ({@link io.bihuan.access.Gate}), let through by its row in the one matrix
 * {@code access.yaml} ({@link io.bihuan.access.Admission}), and sees as far as that row reaches ({@link io.bihuan.access.Scope}).
 */
@NullMarked
package io.bihuan.access;

import org.jspecify.annotations.NullMarked;
