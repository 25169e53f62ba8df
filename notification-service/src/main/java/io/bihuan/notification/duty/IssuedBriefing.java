package io.bihuan.notification.duty;

import io.bihuan.notification.duty.Rhythm.Kind;
import java.time.Instant;

/**
 * A briefing 工作简报 that reporting-service has issued.
 *
 * @param period the ISO week or month that it reports
 * @param at when it was issued
 */
public record IssuedBriefing(String districtCode, Kind kind, String period, String number, Instant at) {}
