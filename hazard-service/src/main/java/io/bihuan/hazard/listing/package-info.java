/** Lists that are read page by page: conditions combined with AND, the latest first, and where the next page begins. */
@NullMarked
package io.bihuan.hazard.listing;

import org.jspecify.annotations.NullMarked;
