package io.bihuan.reporting.ranking;

import io.bihuan.reporting.ranking.Archive.Month;
import io.bihuan.reporting.ranking.Archive.Months;
import io.bihuan.reporting.ranking.Archive.Of;
import io.bihuan.reporting.statistics.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ranks a year by its months as they were kept: the sum of their scores divided by how many there were, so that who was ranked in fewer
 * months is neither better nor worse for it.
 */
@ApplicationScoped
public class Years {

    private static final int DECIMALS = 2;

    /**
     * The ranking of a year.
     *
     * @param months by code, what it comes from
     */
    public record Year(Ranking ranking, Map<String, List<Month>> months) {}

    private final Archive archive;
    private final ZoneId zone;

    Years(Archive archive, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.archive = archive;
        this.zone = zone;
    }

    /** The ranking by the months of a year that were over at a moment. */
    public Year of(Of of, Period year, Instant asOf, Rules rules) throws SQLException {
        LocalDate running = LocalDate.ofInstant(asOf.plusNanos(1_000), zone).withDayOfMonth(1);
        LocalDate until = running.isAfter(year.last()) ? year.last() : running.minusDays(1);
        List<Months> months = archive.months(of, year, until);
        return new Year(
                ranking(months, rules), months.stream().collect(Collectors.toMap(Months::code, Months::months)));
    }

    /** The rankings by all months of a year, of a district and all within it. */
    Map<Of, Ranking> within(String district, Period year, Rules rules) throws SQLException {
        Map<Of, Ranking> rankings = new HashMap<>();
        archive.months(district, year).forEach((of, months) -> rankings.put(of, ranking(months, rules)));
        return rankings;
    }

    private static Ranking ranking(List<Months> items, Rules rules) {
        return Ranking.of(
                items.stream()
                        .map(item ->
                                new Contender(item.code(), item.name(), item.found(), mean(item.months()), List.of()))
                        .toList(),
                rules);
    }

    private static BigDecimal mean(List<Month> months) {
        return months.stream()
                .map(Month::score)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(months.size()), DECIMALS, RoundingMode.HALF_UP);
    }
}
