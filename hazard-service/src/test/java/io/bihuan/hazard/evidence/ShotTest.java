package io.bihuan.hazard.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bihuan.hazard.lifecycle.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aTimeWithoutOffsetIsLocal() {
        assertThat(taken(new Exif().takenAt("2026:05:01 09:30:00"))).isEqualTo("2026-05-01T01:30:00Z");
    }

    @Test
    void aTimeWithOffsetIsTakenAtItsWord() {
        assertThat(taken(new Exif().takenAt("2026:05:01 09:30:00").offset("+05:45")))
                .isEqualTo("2026-05-01T03:45:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday", "", "1970:01:01 00:00:00"})
    void aTimeThatMakesNoSenseIsLeftOut(String time) {
        assertThat(Shot.of(new Exif().takenAt(time).tiff(), SHANGHAI).takenAt()).isNull();
    }

    @Test
    void thePlaceIsKeptToSixDecimals() {
        assertThat(Shot.of(new Exif().at(36_617_134, 101_798_221).tiff(), SHANGHAI)
                        .location())
                .isEqualTo(new Location(new BigDecimal("36.617134"), new BigDecimal("101.798221")));
        assertThat(Shot.of(new Exif().at(-36_500_000, -70_250_000).tiff(), SHANGHAI)
                        .location())
                .isEqualTo(new Location(new BigDecimal("-36.500000"), new BigDecimal("-70.250000")));
    }

    @Test
    void aPlaceThatIsNoneIsLeftOut() {
        assertThat(Shot.of(new Exif().at(0, 0).tiff(), SHANGHAI).location()).isNull();
        assertThat(Shot.of(new Exif().at(91_000_000, 10_000_000).tiff(), SHANGHAI)
                        .location())
                .isNull();
        assertThat(Shot.of(new Exif().at(10_000_000, 181_000_000).tiff(), SHANGHAI)
                        .location())
                .isNull();
    }

    @Test
    void anOrientationThatIsNoneTurnsNothing() {
        assertThat(Shot.of(new Exif().orientation(6).tiff(), SHANGHAI).orientation())
                .isEqualTo(6);
        assertThat(Shot.of(new Exif().orientation(99).tiff(), SHANGHAI).orientation())
                .isEqualTo(1);
        assertThat(Shot.of(new Exif().tiff(), SHANGHAI).orientation()).isEqualTo(1);
    }

    @Test
    void bothKindsOfPicturesCarryExif() throws IOException {
        byte[] tiff = new Exif().orientation(3).tiff();
        byte[] jpeg = Photos.withExif(Photos.jpeg(10, 10), tiff);
        byte[] png = Photos.withExifChunk(Photos.png(10, 10), tiff);

        assertThat(Header.of(Format.JPEG, () -> new ByteArrayInputStream(jpeg)).exif())
                .isEqualTo(tiff);
        assertThat(Header.of(Format.PNG, () -> new ByteArrayInputStream(png)).exif())
                .isEqualTo(tiff);
    }

    @Test
    void exifThatWasTamperedWithIsReadAsFarAsItGoes() {
        byte[] whole = new Exif()
                .camera("相机")
                .orientation(6)
                .takenAt("2026:05:01 09:30:00")
                .at(36_617_134, 101_798_221)
                .tiff();
        Random random = new Random(23);
        for (int i = 0; i < 5000; i++) {
            byte[] tampered = whole.clone();
            for (int j = 0; j < 1 + i % 4; j++) {
                tampered[8 + random.nextInt(tampered.length - 8)] = (byte) random.nextInt();
            }
            assertThatCode(() -> Shot.of(tampered, SHANGHAI)).doesNotThrowAnyException();
        }
    }

    private static Instant taken(Exif exif) {
        return Objects.requireNonNull(Shot.of(exif.tiff(), SHANGHAI).takenAt());
    }
}
