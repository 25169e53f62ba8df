package io.bihuan.hazard.search;

import io.bihuan.hazard.lifecycle.Hazard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record Page(List<Hazard> items, @Nullable Cursor nextCursor) {}
