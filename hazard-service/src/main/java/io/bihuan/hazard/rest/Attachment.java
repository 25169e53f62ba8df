package io.bihuan.hazard.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file that is answered says what to call it. */
public final class Attachment {

    private Attachment() {}

    /**
     * {@code Content-Disposition} of RFC 6266: the name in UTF-8 (RFC 5987), and one in ASCII for who does not read that.
     *
     * @param type {@code inline} to be shown, {@code attachment} to be saved
     */
    public static String disposition(String type, String fileName) {
        String ascii = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        String utf8 = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return type + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
    }
}
