package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {

    @Test
    void everyPortHasItsUsualPlaceAndCanBeMoved() {
        assertThat(StackPorts.from(Map.of()))
                .isEqualTo(new StackPorts(8080, 8081, 8082, 8083, 8084, 8085, 2775, 5433, 9094));
        assertThat(StackPorts.from(Map.of("BIHUAN_HAZARD_PORT", "9081", "BIHUAN_KAFKA_PORT", " 9999 ")))
                .isEqualTo(new StackPorts(8080, 9081, 8082, 8083, 8084, 8085, 2775, 5433, 9999));
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        for (var value : new String[] {"0", "65536", "-1", "http"}) {
            assertThatThrownBy(() -> StackPorts.from(Map.of("BIHUAN_SMS_PORT", value)))
                    .hasMessageContaining("BIHUAN_SMS_PORT")
                    .hasMessageContaining(value);
        }
    }

    @Test
    void twoPartsCannotShareAPort() {
        assertThatThrownBy(() -> StackPorts.from(Map.of("BIHUAN_SMS_PORT", "8081")))
                .hasMessageContaining("BIHUAN_HAZARD_PORT=8081")
                .hasMessageContaining("BIHUAN_SMS_PORT=8081");
    }

    @Test
    void theHolderOfAPortIsNamed() throws Exception {
        try (var held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.of(held.getLocalPort()))
                    .startsWith("process " + ProcessHandle.current().pid())
                    .contains("java");
        }
    }
}
