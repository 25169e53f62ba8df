package io.bihuan.reporting.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A site 检查对象 as one version of its file tells it.
 *
 * @param version 1, 2, 3… per site
 * @param unitCode the responsible unit on file, if any
 * @param active false once it is closed
 * @param at from when it holds, in whole microseconds
 */
public record Site(
        String code,
        int version,
        SiteKind kind,
        String districtCode,
        @Nullable String unitCode,
        boolean active,
        Instant at) {}
