package io.bihuan.reporting.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file that is answered says what to call it. */
final class Attachment {

    private Attachment() {}

    /**
     * {@code Content-Disposition} of RFC 6266: the name in UTF-8 (RFC 8187), and one in ASCII for who does not read that.
     */
    static String named(String fileName) {
        String ascii = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        String utf8 = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
    }
}
