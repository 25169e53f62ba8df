package io.bihuan.notification.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;

@ApplicationScoped
class StandInTexts implements Texts {
    @Override
    public String of(String template, Locale language, Map<Placeholder, String> values) {
        return "【闭环】" + template + " " + values;
    }
}
