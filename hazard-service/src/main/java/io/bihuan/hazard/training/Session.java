package io.bihuan.hazard.training;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a training session.
 *
 * @param topic what it was about
 * @param districtCode on file
 * @param people how many came, 1 to 100 000
 * @param campaign the code of the campaign that it was held under, on file
 */
public record Session(
        String topic,
        String districtCode,
        Audience audience,
        int people,
        @Nullable String place,
        @Nullable String trainer,
        @Nullable String campaign) {}
