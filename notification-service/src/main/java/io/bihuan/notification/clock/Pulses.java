package io.bihuan.notification.clock;

import io.bihuan.notification.deadline.DueReminders;
import io.bihuan.notification.delivery.Courier;
import io.bihuan.notification.delivery.Notices;
import io.bihuan.notification.duty.DutyReminders;
import io.bihuan.notification.escalation.Publisher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What this service does by itself, from its start to its end: send what is due, and carry what waits. */
@ApplicationScoped
class Pulses {

    /** A little longer than the gateway may take to answer. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private static final Duration LONGEST_GATHERING = Duration.ofMinutes(1);

    private final DueReminders reminders;
    private final DutyReminders duties;
    private final Courier courier;
    private final Notices notices;
    private final InstantSource time;
    private final Pulse carrying;
    private final Pulse reminding;
    private final Pulse publishing;
    private final Pulse dutiful;

    /** Since when more was due than was taken. */
    private @Nullable Instant busySince;

    Pulses(
            DueReminders reminders,
            DutyReminders duties,
            Notices notices,
            Courier courier,
            Publisher publisher,
            InstantSource time) {
        this.reminders = reminders;
        this.duties = duties;
        this.notices = notices;
        this.courier = courier;
        this.time = time;
        this.publishing = new Pulse("escalations", publisher::publish);
        this.carrying = new Pulse("courier", courier::work);
        this.reminding = new Pulse("reminders", this::remind);
        this.dutiful = new Pulse("duties", this::remindOfDuties);
    }

    void start(@Observes StartupEvent start) {
        publishing.start();
        dutiful.start();
        reminding.start();
        carrying.start();
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException, SQLException {
        dutiful.stop();
        reminding.stop();
        publishing.stop();
        carrying.stop();
        courier.finish(FAREWELL);
    }

    boolean beat() {
        return reminding.beats() && dutiful.beats() && carrying.beats() && publishing.beats();
    }

    /**
     * Messages are made once everything that is due was taken, so that whatever a person is to be told at one moment is seen
     * together; or should there be no end of it, once a minute has gone by like this.
     */
    private boolean remind() throws SQLException {
        var now = time.instant();
        boolean more = reminders.send() > 0;
        if (more) {
            publishing.nudge();
        }
        boolean gathered = isTimeToGather(now, more) && notices.gather(now) > 0;
        if (gathered) {
            carrying.nudge();
        }
        return more || gathered;
    }

    private boolean isTimeToGather(Instant now, boolean more) throws SQLException {
        if (!more && reminders.allTaken(now) && duties.allTaken(now)) {
            busySince = null;
            return true;
        }
        boolean longEnough =
                busySince != null && busySince.plus(LONGEST_GATHERING).isBefore(now);
        if (busySince == null || longEnough) {
            busySince = now;
        }
        return longEnough;
    }

    private boolean remindOfDuties() throws SQLException {
        // Of what is not planned yet the newest may not be told yet.
        var now = time.instant();
        if (duties.plan(now) > 0) {
            return true;
        }
        boolean reminded = duties.send(now) > 0;
        if (reminded) {
            reminding.nudge();
        }
        return reminded;
    }
}
