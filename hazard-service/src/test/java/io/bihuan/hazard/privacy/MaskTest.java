package io.bihuan.hazard.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({"张三, 张**", "欧阳修, 欧**", "𠮷野家, 𠮷**", "张, **", "'', **"})
    void aNameShowsItsFirstCharacterUnlessThatIsAllOfIt(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13912345678, 139****5678", "+8613912345678, +86****5678", "+1234567, ****67", "+123456789, ****89"})
    void aPhoneShowsItsEndsUnlessTheyAreMostOfIt(String phone, String masked) {
        assertThat(Mask.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({","})
    void whatIsNotKnownStaysUnknown(String name, String phone) {
        assertThat(Mask.name(name)).isNull();
        assertThat(Mask.phone(phone)).isNull();
    }
}
