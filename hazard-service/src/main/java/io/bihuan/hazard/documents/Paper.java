package io.bihuan.hazard.documents;

import java.util.Map;

/**
 * A document as it was issued: everything that a template may show.
 *
 * @param fields by the placeholder that stands for each in a template; each text can be part of an XML document
 */
public record Paper(Kind kind, String number, Map<String, String> fields) {

    /** What whoever saves it may call it, without an ending. */
    public String name() {
        return (kind.title() + " " + number).replaceAll("[\\\\/:*?\"<>|]", "_");
    }
}
