package io.bihuan.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateways in use, the preferred one first; each next one stands in for those before it. */
@ApplicationScoped
class Lines implements Iterable<Line> {

    private final List<Line> lines;

    Lines(
            @Any Instance<Gateway> gateways,
            @ConfigProperty(name = "bihuan.sms.gateways", defaultValue = "http") List<String> names,
            Config config,
            InstantSource time,
            MeterRegistry metrics) {
        this.lines =
                names.stream().map(name -> line(name, gateways, config, time)).toList();
        lines.forEach(line -> metrics.gauge(
                "notification.gateway.up",
                io.micrometer.core.instrument.Tags.of("gateway", line.name()),
                line,
                one -> one.isUp() ? 1 : 0));
    }

    private static Line line(String name, Instance<Gateway> gateways, Config config, InstantSource time) {
        var gateway = gateways.select(Identifier.Literal.of(name));
        if (!gateway.isResolvable()) {
            throw new IllegalStateException("bihuan.sms.gateways names a gateway that does not exist: " + name);
        }
        var perSecond = config.getOptionalValue("bihuan.sms." + name + ".rate", Integer.class);
        return new Line(name, gateway.get(), perSecond.orElse(null), time);
    }

    @Override
    public Iterator<Line> iterator() {
        return lines.iterator();
    }

    /** Those that can't be asked what became of a message. */
    List<String> thatForget() {
        return lines.stream()
                .filter(line -> !line.knowsMessages())
                .map(Line::name)
                .toList();
    }
}
