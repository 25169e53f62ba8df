package io.bihuan.reporting.briefing;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a briefing is written in. */
@Schema(name = "BriefingLanguage")
public enum Language {
    ZH(Locale.CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }
}
