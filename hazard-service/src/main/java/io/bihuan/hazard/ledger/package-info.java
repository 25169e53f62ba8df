/**
 * The ledger 台账 as this product writes it: its columns, what a hazard says in each, in Chinese or English, and how a
 * sheet of it is held against the record.
 */
@NullMarked
package io.bihuan.hazard.ledger;

import org.jspecify.annotations.NullMarked;
