package io.bihuan.hazard.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.hazard.Refusal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTest {

    private final Darkroom darkroom = new Darkroom();

    @ParameterizedTest
    @CsvSource({
        "100, 50, 100, 50, 100, 50",
        "2000, 1000, 320, 160, 1280, 640",
        "1000, 4000, 80, 320, 320, 1280",
        "1, 9000, 1, 320, 1, 1280",
        "6000, 5000, 320, 267, 1280, 1067"
    })
    void aPrintIsAsLargeAsItMayBeAndNeverLargerThanThePicture(int w, int h, int tw, int th, int pw, int ph)
            throws IOException {
        Prints prints = developed(Format.JPEG, Photos.jpeg(w, h), 1);

        BufferedImage thumbnail = Photos.picture(prints.thumbnail());
        assertThat(thumbnail.getWidth()).isEqualTo(tw);
        assertThat(thumbnail.getHeight()).isEqualTo(th);
        BufferedImage copy = Photos.picture(prints.publicCopy());
        assertThat(copy.getWidth()).isEqualTo(pw);
        assertThat(copy.getHeight()).isEqualTo(ph);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100, 60, left",
        "2, 100, 60, right",
        "3, 100, 60, right",
        "4, 100, 60, left",
        "5, 60, 100, top",
        "6, 60, 100, top",
        "7, 60, 100, bottom",
        "8, 60, 100, bottom"
    })
    void aPrintStandsUprightWhateverTheCameraSays(int orientation, int width, int height, String red)
            throws IOException {
        BufferedImage print = Photos.picture(
                developed(Format.JPEG, Photos.jpeg(100, 60), orientation).thumbnail());

        assertThat(print.getWidth()).isEqualTo(width);
        assertThat(print.getHeight()).isEqualTo(height);
        int x = red.equals("left") ? width / 4 : red.equals("right") ? width * 3 / 4 : width / 2;
        int y = red.equals("top") ? height / 4 : red.equals("bottom") ? height * 3 / 4 : height / 2;
        assertThat(new Color(print.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(print.getRGB(width - 1 - x, height - 1 - y)).getRed())
                .isLessThan(red.equals("left") || red.equals("right") ? 60 : 256);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        BufferedImage print =
                Photos.picture(developed(Format.PNG, Photos.png(100, 100), 1).publicCopy());

        assertThat(new Color(print.getRGB(50, 80)).getGreen()).isGreaterThan(240);
        assertThat(new Color(print.getRGB(20, 20)).getGreen()).isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.7, 0.97})
    void aPictureThatEndsEarlyIsRefused(double part) {
        byte[] jpeg = Photos.jpeg(400, 300);
        byte[] png = Photos.png(400, 300);

        assertBroken(Format.JPEG, Arrays.copyOf(jpeg, (int) (jpeg.length * part)));
        assertBroken(Format.PNG, Arrays.copyOf(png, (int) (png.length * part)));
    }

    @Test
    void nothingButBytesThatStartLikeAPictureIsRefused() {
        Random random = new Random(17);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(4000) + 12];
            random.nextBytes(bytes);
            System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, bytes, 0, 3);
            assertBroken(Format.JPEG, bytes);
            System.arraycopy(Photos.bomb(20, 20), 0, bytes, 0, Math.min(bytes.length, 37));
            assertBroken(Format.PNG, bytes);
        }
    }

    @Test
    void aSmallFileThatClaimsToBeAHugePictureIsRefusedUndecoded() {
        assertRefused(Format.PNG, Photos.bomb(20_000, 20_000), "evidence.tooManyPixels");
        assertRefused(Format.PNG, Photos.bomb(2_000_000_000, 1), "evidence.tooManyPixels");
        assertRefused(Format.PNG, Photos.bomb(-1, -1), "evidence.broken");
        assertRefused(Format.PNG, Photos.bomb(0, 10), "evidence.broken");
        assertRefused(Format.JPEG, claiming(Photos.jpeg(8, 8), 30_000, 30_000), "evidence.tooManyPixels");
    }

    @Test
    void ofAPictureThatMustBeDecodedAtOnceLessIsBorne() {
        assertRefused(Format.JPEG, claiming(Photos.progressive(8, 8), 6000, 4000), "evidence.tooManyPixels");
        assertThat(header(Format.JPEG, Photos.progressive(8, 8)).wholeAtOnce()).isTrue();
        assertThat(header(Format.JPEG, Photos.jpeg(8, 8)).wholeAtOnce()).isFalse();
    }

    @Test
    void aChunkThatClaimsToBeHugeTakesNoMemory() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Photos.bomb(20, 20), 0, 33);
        out.writeBytes(Photos.chunk("eXIf", new byte[10], Integer.MAX_VALUE));
        assertBroken(Format.PNG, out.toByteArray());
    }

    /** The JPEG with another size in its frame header. */
    private static byte[] claiming(byte[] jpeg, int width, int height) {
        for (int i = 0; ; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && ((jpeg[i + 1] & 0xFF) == 0xC0 || (jpeg[i + 1] & 0xFF) == 0xC2)) {
                jpeg[i + 5] = (byte) (height >> 8);
                jpeg[i + 6] = (byte) height;
                jpeg[i + 7] = (byte) (width >> 8);
                jpeg[i + 8] = (byte) width;
                return jpeg;
            }
        }
    }

    private void assertBroken(Format format, byte[] bytes) {
        assertRefused(format, bytes, "evidence.broken");
    }

    private void assertRefused(Format format, byte[] bytes, String reason) {
        assertThatThrownBy(() -> Examination.of(
                        new Submission(() -> new ByteArrayInputStream(bytes), bytes.length, null, null),
                        darkroom,
                        ZoneOffset.UTC))
                .as(format + " of " + bytes.length)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                refusal.violations().get(0).reason())
                        .isEqualTo(reason));
    }

    private Prints developed(Format format, byte[] bytes, int orientation) {
        return darkroom.develop(format, header(format, bytes), orientation, () -> new ByteArrayInputStream(bytes));
    }

    private static Header header(Format format, byte[] bytes) {
        try {
            return Header.of(format, () -> new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
