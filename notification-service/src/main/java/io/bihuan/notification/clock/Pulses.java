package io.bihuan.notification.clock;

import io.bihuan.notification.deadline.DueReminders;
import io.bihuan.notification.delivery.Courier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;

/** What this service does by itself, from its start to its end: send what is due, and carry what waits. */
@ApplicationScoped
class Pulses {

    /** A little longer than the gateway may take to answer. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final DueReminders reminders;
    private final Courier courier;
    private final Pulse carrying;
    private final Pulse reminding;

    Pulses(DueReminders reminders, Courier courier) {
        this.reminders = reminders;
        this.courier = courier;
        this.carrying = new Pulse("courier", courier::work);
        this.reminding = new Pulse("reminders", this::remind);
    }

    void start(@Observes StartupEvent start) {
        reminding.start();
        carrying.start();
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException, SQLException {
        reminding.stop();
        carrying.stop();
        courier.finish(FAREWELL);
    }

    boolean beat() {
        return reminding.beats() && carrying.beats();
    }

    private boolean remind() throws SQLException {
        boolean sent = reminders.send() > 0;
        if (sent) {
            carrying.nudge();
        }
        return sent;
    }
}
