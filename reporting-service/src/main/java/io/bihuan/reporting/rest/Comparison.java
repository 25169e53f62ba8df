package io.bihuan.reporting.rest;

import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The questions that a question's figures are compared with: about the period before 环比 and that of the year before 同比, each as of
 * the moment that lies as long after its beginning. So a week that is three days old is compared with the first three days of another.
 */
record Comparison(Question previous, Question yearBefore) {

    /**
     * That of a question.
     *
     * @param period the period that it is about; null if it is about any stretch of time: that is compared with the one of the same
     *     length that ends where it begins, and the same dates of the year before
     * @return null if the question has no beginning or no end
     */
    static @Nullable Comparison of(Question question, @Nullable Period period, ZoneId zone) {
        Instant from = question.from();
        Instant to = question.to();
        if (from == null || to == null) {
            return null;
        }
        Duration age = Duration.between(from, question.asOf());
        if (period == null) {
            return new Comparison(
                    about(question, from.minus(Duration.between(from, to)), from, age),
                    about(question, yearBefore(from, zone), yearBefore(to, zone), age));
        }
        return new Comparison(
                about(question, period.previous(), age, zone), about(question, period.yearBefore(), age, zone));
    }

    private static Question about(Question question, Period period, Duration age, ZoneId zone) {
        return about(question, period.begin(zone), period.end(zone), age);
    }

    private static Question about(Question question, Instant from, Instant to, Duration age) {
        return question.found(from, to).asOf(from.plus(age));
    }

    private static Instant yearBefore(Instant moment, ZoneId zone) {
        return moment.atZone(zone).minusYears(1).toInstant();
    }
}
