package io.bihuan.notification.intake;

import io.bihuan.notification.deadletter.Arrival;
import io.bihuan.notification.deadletter.DeadLetterOffice;
import io.bihuan.notification.deadline.Calendars;
import io.bihuan.notification.deadline.HazardChanged;
import io.bihuan.notification.deadline.Watch;
import io.bihuan.notification.deadline.YearCalendar;
import io.bihuan.notification.duty.Duties;
import io.bihuan.notification.duty.IssuedBriefing;
import io.bihuan.notification.people.District;
import io.bihuan.notification.people.Districts;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Follows changes for as long as it takes: a database that is away comes back, and until then nothing is skipped. */
@ApplicationScoped
class Patience {

    private final Watch watch;
    private final Calendars calendars;
    private final Districts districts;
    private final Duties duties;
    private final DeadLetterOffice letters;

    Patience(Watch watch, Calendars calendars, Districts districts, Duties duties, DeadLetterOffice letters) {
        this.watch = watch;
        this.calendars = calendars;
        this.districts = districts;
        this.duties = duties;
        this.letters = letters;
    }

    /** Fails only for what is in the changes. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 100, jitter = 50)
    @ExponentialBackoff(maxDelay = 15_000)
    @RetryWhen(exception = PassingFailure.class)
    @BeforeRetry(Waiting.class)
    void follow(List<HazardChanged> changes) throws SQLException {
        watch.follow(changes);
    }

    /** Fails only for what is in the calendar. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 100, jitter = 50)
    @ExponentialBackoff(maxDelay = 15_000)
    @RetryWhen(exception = PassingFailure.class)
    @BeforeRetry(Waiting.class)
    void follow(YearCalendar calendar) throws SQLException {
        calendars.follow(calendar);
    }

    /** Fails only for what is in the district. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 100, jitter = 50)
    @ExponentialBackoff(maxDelay = 15_000)
    @RetryWhen(exception = PassingFailure.class)
    @BeforeRetry(Waiting.class)
    void follow(District district) throws SQLException {
        districts.follow(district);
    }

    /** Fails only for what is in the briefing. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 100, jitter = 50)
    @ExponentialBackoff(maxDelay = 15_000)
    @RetryWhen(exception = PassingFailure.class)
    @BeforeRetry(Waiting.class)
    void follow(IssuedBriefing issued) throws SQLException {
        duties.submit(issued);
    }

    /** Fails only for what is in the letters. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 100, jitter = 50)
    @ExponentialBackoff(maxDelay = 15_000)
    @RetryWhen(exception = PassingFailure.class)
    @BeforeRetry(Waiting.class)
    void keep(List<Arrival> arrivals) throws SQLException {
        letters.keep(arrivals);
    }
}
