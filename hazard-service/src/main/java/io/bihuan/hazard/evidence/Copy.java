package io.bihuan.hazard.evidence;

/** The copies that are made of a photo, upright and of its pixels alone. */
public enum Copy {
    /** At most 320 pixels wide and high. */
    THUMBNAIL(".thumbnail.jpg"),

    /** At most 1280 pixels wide and high, for whoever may see the photo and not where it was taken. */
    PUBLIC(".public.jpg");

    final String suffix;

    Copy(String suffix) {
        this.suffix = suffix;
    }
}
