package io.bihuan.notification.delivery.cmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Map<String, String> NEEDED = Map.of(
            "bihuan.sms.cmpp.host", "ismg.example.cn",
            "bihuan.sms.cmpp.sp-id", "901234",
            "bihuan.sms.cmpp.password", "secret",
            "bihuan.sms.cmpp.source", "10690000");

    @Test
    void whatACarrierSeldomSaysHasADefault() {
        assertThat(account(NEEDED))
                .isEqualTo(new Account("ismg.example.cn", 7890, "901234", "secret", "10690000", "", 16));
    }

    @Test
    void whatIsMissingIsNamed() {
        for (var name : NEEDED.keySet()) {
            var settings = new HashMap<>(NEEDED);
            settings.remove(name);
            assertThatThrownBy(() -> account(settings)).hasMessageContaining(name);
        }
    }

    @Test
    void whatTheProtocolHasNoRoomForIsRefusedByName() {
        Map.of(
                        "bihuan.sms.cmpp.port", "0",
                        "bihuan.sms.cmpp.sp-id", "9012345",
                        "bihuan.sms.cmpp.source", "+8610690000",
                        "bihuan.sms.cmpp.service-id", "闭环",
                        "bihuan.sms.cmpp.window", "0")
                .forEach((name, value) -> {
                    var settings = new HashMap<>(NEEDED);
                    settings.put(name, value);
                    assertThatThrownBy(() -> account(settings)).hasMessageContaining(name);
                });
    }

    private static Account account(Map<String, String> settings) {
        return Account.of(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "this test", 100))
                .build());
    }
}
