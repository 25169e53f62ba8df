package io.bihuan.system.console;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What a phone's camera hands over: larger than anybody needs. */
final class Photo {

    private Photo() {}

    /** @return one that is told from others by its colour */
    static FilePayload of(Color color) {
        var picture = new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(color);
        brush.fillRect(0, 0, 3000, 1500);
        brush.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", bytes);
            return new FilePayload("photo.jpg", "image/jpeg", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
