package io.bihuan.notification.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;

class StateReportTest {

    private static final String TEXT =
            "id:7f3a sub:001 dlvrd:001 submit date:2605090830 done date:2605090835 stat:DELIVRD err:000 text:Hello id:9";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-05-09T02:00:30Z");

    @Test
    void theSuggestedTextIsRead() {
        var report = StateReport.of(deliver(TEXT)).orElseThrow();

        assertThat(report.id()).isEqualTo("7f3a");
        assertThat(report.delivered()).isTrue();
        assertThat(report.failure()).isNull();
        assertThat(report.at(NOW, ZONE)).isEqualTo("2026-05-09T00:35:00Z");
    }

    @Test
    void parametersSayItWithoutATextAndBeforeIt() {
        var id = new OptionalParameter.Receipted_message_id("A-1");
        var state = new OptionalParameter.Message_state((byte) 5);

        assertThat(StateReport.of(deliver("", id, state)).orElseThrow())
                .isEqualTo(new StateReport("A-1", "UNDELIV", null, null));
        assertThat(StateReport.of(deliver(TEXT, id)).orElseThrow().id()).isEqualTo("A-1");
    }

    @Test
    void anIdIsReadWhetherOrNotAnOctet0EndsIt() {
        for (var octets : new String[] {"A-1", "A-1\0", "A-1\0\0 more"}) {
            var id = new OptionalParameter.Receipted_message_id(octets.getBytes(StandardCharsets.US_ASCII));
            assertThat(StateReport.of(deliver(TEXT, id)).orElseThrow().id()).isEqualTo("A-1");
        }
    }

    @Test
    void carriersVaryTheText() {
        var report = StateReport.of(
                        deliver(
                                "Id: 0123456789 Sub:1 Dlvrd:0 Submit Date:26050908301 Done Date:260509083559 Stat:MK:0001 Err:8E"))
                .orElseThrow();

        assertThat(report.id()).isEqualTo("0123456789");
        assertThat(report.failure()).isEqualTo("MK:0001, error 8E");
        assertThat(report.at(NOW, ZONE)).isEqualTo("2026-05-09T00:35:00Z");
    }

    @Test
    void aFailureSaysWhy() {
        assertThat(StateReport.of(deliver("id:1 stat:EXPIRED err:000"))
                        .orElseThrow()
                        .failure())
                .isEqualTo("EXPIRED");
        assertThat(StateReport.of(deliver("id:1 stat:REJECTD err:017"))
                        .orElseThrow()
                        .failure())
                .isEqualTo("REJECTD, error 017");
    }

    @Test
    void aStateOnTheWayIsNoEnd() {
        for (var state : new String[] {"ENROUTE", "ACCEPTD"}) {
            assertThat(StateReport.of(deliver("id:1 stat:" + state))
                            .orElseThrow()
                            .onTheWay())
                    .isTrue();
        }
        assertThat(StateReport.of(deliver(TEXT)).orElseThrow().onTheWay()).isFalse();
    }

    @Test
    void aTimeThatCannotBeTrustedGivesWayToOurs() {
        for (var done : new String[] {"2605091000", "2605091200", "2604010000", "2613450000", "26", ""}) {
            assertThat(StateReport.of(deliver("id:1 done date:" + done + " stat:DELIVRD"))
                            .orElseThrow()
                            .at(NOW, ZONE))
                    .as(done)
                    .isEqualTo(NOW);
        }
    }

    @Test
    void whatNamesNoMessageOrNoStateIsNothing() {
        for (var text : new String[] {"", "stat:DELIVRD", "id:1", "id: stat:", "解除警报", "id:" + "9".repeat(300)}) {
            assertThat(StateReport.of(deliver(text))).as(text).isEmpty();
        }
    }

    private static DeliverSm deliver(String text, OptionalParameter... parameters) {
        var deliver = new DeliverSm();
        deliver.setSmscDeliveryReceipt();
        deliver.setShortMessage(text.getBytes(StandardCharsets.ISO_8859_1));
        deliver.setOptionalParameters(parameters);
        return deliver;
    }
}
