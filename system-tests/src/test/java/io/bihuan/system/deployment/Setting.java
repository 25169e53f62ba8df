package io.bihuan.system.deployment;

/**
 * The value of an environment variable as an installation gives it.
 *
 * @param value the text, or where it is asked for, of whom
 * @param asked true when whoever installs must give it, as every password and secret
 */
record Setting(String value, boolean asked) {

    static Setting written(String value) {
        return new Setting(value, false);
    }

    static Setting askedFor(String source) {
        return new Setting(source, true);
    }
}
