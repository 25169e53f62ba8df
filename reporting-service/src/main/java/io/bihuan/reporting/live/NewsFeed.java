package io.bihuan.reporting.live;

import io.bihuan.reporting.facts.News;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Brings the news of all replicas from the database, on a connection of its own. What is told while the connection is lost is lost too,
 * so with a new one anything may have changed.
 */
@ApplicationScoped
class NewsFeed {

    private static final Logger LOG = Logger.getLogger(NewsFeed.class);

    private static final int WAIT_MILLIS = 1_000;
    private static final int SECONDS_TO_ANSWER = 5;

    /** After so many waits in vain the connection is tried: one that lost its other end is as quiet as one without news. */
    private static final int QUIET_WAITS = 10;

    private final DataSource database;
    private final Audiences audiences;
    private final CountDownLatch stopped = new CountDownLatch(1);

    NewsFeed(DataSource database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    void start(@Observes StartupEvent event) {
        Thread thread = new Thread(this::run, "news");
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            do {
                listen();
            } while (!stopped.await(WAIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + News.CHANNEL);
            audiences.hear(News.ofEverything());
            pass(connection);
            statement.execute("unlisten " + News.CHANNEL);
        } catch (SQLException | RuntimeException e) {
            if (!isStopped()) {
                LOG.warnf("Waiting for the database to bring news: %s", e.getMessage());
            }
        }
    }

    /** Passes news on until the service stops or the connection is lost. */
    private void pass(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int quiet = 0;
        while (!isStopped()) {
            PGNotification[] notifications = postgres.getNotifications(WAIT_MILLIS);
            if (notifications != null && notifications.length > 0) {
                for (PGNotification notification : notifications) {
                    audiences.hear(News.read(notification.getParameter()));
                }
                quiet = 0;
            } else if (++quiet % QUIET_WAITS == 0 && !connection.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("the connection is lost");
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
