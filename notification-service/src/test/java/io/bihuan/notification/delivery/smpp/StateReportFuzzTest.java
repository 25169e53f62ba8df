package io.bihuan.notification.delivery.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StateReportFuzzTest {

    private static final Instant NOW = Instant.parse("2026-05-09T02:00:30Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Stream<Arguments> reports() {
        return Stream.of(
                report("id:7f3a sub:001 dlvrd:001 done date:2605090835 stat:DELIVRD err:000 text:x", 0, 2, "A-1"),
                report("Id: 1 Done Date:9999999999 Stat:MK:0001 Err:8E", 0, -1, "\0"),
                report("\0i\0d\0:\0", 8, 127, ""));
    }

    private static Arguments report(String text, int coding, int state, String id) {
        return arguments(text.getBytes(ISO_8859_1), (byte) coding, (byte) state, id.getBytes(ISO_8859_1));
    }

    @MethodSource("reports")
    @FuzzTest
    void whateverTheMessageCentreSaysIsAReportOfPrintableWordsOrNone(
            byte @NotNull [] text, byte coding, byte state, byte @NotNull [] id) {
        var deliver = new DeliverSm();
        deliver.setShortMessage(text);
        deliver.setDataCoding(coding);
        deliver.setOptionalParameters(
                new OptionalParameter.Message_state(state), new OptionalParameter.Receipted_message_id(id));

        StateReport.of(deliver).ifPresent(report -> {
            assertThat(report.id()).matches("[!-~]{1,65}");
            assertThat(String.valueOf(report.failure())).matches("[ -~]*");
            assertThat(report.at(NOW, ZONE)).isBeforeOrEqualTo(NOW);
        });
    }
}
