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
import java.time.InstantSource;

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
     * together; or a minute later, should there be no end of it.
     */
    private boolean remind() throws SQLException {
        var begun = time.instant();
        if (reminders.send() > 0) {
            publishing.nudge();
            return notices.gather(begun.minus(LONGEST_GATHERING)) >= 0;
        }
        boolean gathered =
                notices.gather(reminders.allTaken() && duties.allTaken() ? begun : begun.minus(LONGEST_GATHERING)) > 0;
        if (gathered) {
            carrying.nudge();
        }
        return gathered;
    }

    private boolean remindOfDuties() throws SQLException {
        boolean planned = duties.plan() > 0;
        boolean reminded = duties.send() > 0;
        if (reminded) {
            reminding.nudge();
        }
        return planned || reminded;
    }
}
