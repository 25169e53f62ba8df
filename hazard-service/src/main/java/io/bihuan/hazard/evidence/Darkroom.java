package io.bihuan.hazard.evidence;

import io.bihuan.hazard.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Makes prints of pictures, of which it never has more than a few million pixels in memory: it leaves out lines and
 * columns while it decodes, and works at two pictures at a time.
 */
@ApplicationScoped
class Darkroom {

    static final int MEGAPIXELS = 100;

    /** Of pictures that a decoder must have whole: at six bytes a pixel this is as much as the service can spare. */
    static final int MEGAPIXELS_AT_ONCE = 16;

    private static final int MILLION = 1_000_000;
    private static final int LONGEST_SIDE = 30_000;
    private static final int DECODED_PIXELS = 4 * MILLION;
    private static final int THUMBNAIL = 320;
    private static final int PUBLIC_COPY = 1280;
    private static final double QUALITY = 0.85;

    private final Semaphore places = new Semaphore(2, true);

    /** @throws Refusal if the picture is broken or too large */
    Prints develop(Format format, Header header, int orientation, Content content) {
        demandBearable(header);
        places.acquireUninterruptibly();
        try (InputStream in = content.open();
                ImageInputStream image = ImageIO.createImageInputStream(in)) {
            BufferedImage upright = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                    .apply(opaque(decode(format, header, image)));
            BufferedImage copy = fitted(upright, PUBLIC_COPY);
            return new Prints(jpeg(fitted(copy, THUMBNAIL)), jpeg(copy));
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        } finally {
            places.release();
        }
    }

    private static void demandBearable(Header header) {
        if (header.width() <= 0 || header.height() <= 0) {
            throw new Refusal("file", "evidence.broken");
        }
        int megapixels = header.wholeAtOnce() ? MEGAPIXELS_AT_ONCE : MEGAPIXELS;
        if ((long) header.width() * header.height() > (long) megapixels * MILLION
                || Math.max(header.width(), header.height()) > LONGEST_SIDE) {
            throw new Refusal(
                    "file", "evidence.tooManyPixels", header.width(), header.height(), megapixels, LONGEST_SIDE);
        }
    }

    private static BufferedImage decode(Format format, Header header, ImageInputStream in) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByMIMEType(format.mediaType()).next();
        try {
            // Of a picture that ends early the decoder would make up the rest.
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.contains("premature end") || warning.contains("Truncated")) {
                    throw new Refusal("file", "evidence.broken");
                }
            });
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new IOException("two sizes");
            }
            ImageReadParam parameters = reader.getDefaultReadParam();
            long pixels = (long) header.width() * header.height();
            int step = (int) Math.ceil(Math.sqrt((double) pixels / DECODED_PIXELS));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    /** In sRGB, on white where it is transparent: JPEG knows neither other colours nor transparency. */
    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    /** Made smaller where a side is longer; never larger. */
    private static BufferedImage fitted(BufferedImage picture, int longest) throws IOException {
        return Math.max(picture.getWidth(), picture.getHeight()) <= longest
                ? picture
                : Thumbnails.of(picture).size(longest, longest).asBufferedImage();
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(picture)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private static Refusal broken(Exception e) {
        if (e instanceof Refusal refusal) {
            return refusal;
        }
        Refusal broken = new Refusal("file", "evidence.broken");
        broken.initCause(e);
        return broken;
    }
}
