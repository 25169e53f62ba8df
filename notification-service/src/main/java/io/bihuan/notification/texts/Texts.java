package io.bihuan.notification.texts;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes messages from the templates on file. */
@Startup
@ApplicationScoped
public class Texts {

    /** The template of a digest. */
    public static final String DIGEST = "digest";

    /** The template of a line in a digest. */
    public static final String DIGEST_LINE = "digestLine";

    private record Key(String body, Subject subject) {}

    private final Templates templates;
    private final TransactionSynchronizationRegistry transactions;
    private final Signature signature;
    private final Map<Key, Template> compiled = new ConcurrentHashMap<>();

    Texts(
            Templates templates,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "bihuan.sms.signature") String signature) {
        this.templates = templates;
        this.transactions = transactions;
        this.signature = new Signature(signature);
    }

    /**
     * A message, the signature 【…】 in front. Within a transaction every message is written from the editions that were in
     * force at the first one.
     *
     * @param template its name, as {@code remind}
     * @param language Chinese or English; a template that has no English is sent in Chinese
     * @param facts what it may speak of: texts, numbers, a {@link io.bihuan.notification.ladder.Grade}, a
     *     {@link java.time.LocalDate}, a {@link io.bihuan.notification.ladder.Deadline}, or a list of them; each is worded in the
     *     language and shortened. What is missing is left out of the map
     */
    public String of(String template, Locale language, Map<Placeholder, ?> facts) {
        return signature.inFrontOf(unsigned(template, language, facts));
    }

    /** A hazard in one short line, for a digest. */
    public String line(Locale language, Map<Placeholder, ?> facts) {
        return unsigned(DIGEST_LINE, language, facts);
    }

    /** A message from a template that need not be on file. */
    public String of(Template template, Locale language, Map<Placeholder, ?> facts) {
        return signature.inFrontOf(say(template, Words.in(language), facts));
    }

    private String unsigned(String name, Locale language, Map<Placeholder, ?> facts) {
        var edition = requireNonNull(inForce().get(name), () -> "no template " + name);
        var words = edition.en() == null ? Words.CHINESE : Words.in(language);
        var body = words == Words.ENGLISH ? requireNonNull(edition.en()) : edition.zh();
        return say(compiled.computeIfAbsent(new Key(body, Subject.of(name)), Texts::compile), words, facts);
    }

    private static String say(Template template, Words words, Map<Placeholder, ?> facts) {
        return template.say(words.of(template.subject(), facts));
    }

    private static Template compile(Key key) {
        try {
            return Template.of(key.body(), key.subject());
        } catch (BadTemplate e) {
            throw new IllegalStateException("A template was checked when it was saved", e);
        }
    }

    /** Asked once per transaction: a batch of a thousand messages is one question. */
    @SuppressWarnings("unchecked")
    private Map<String, Edition> inForce() {
        try {
            if (transactions.getTransactionKey() == null) {
                return templates.current();
            }
            var known = (Map<String, Edition>) transactions.getResource(this);
            if (known == null) {
                known = templates.current();
                transactions.putResource(this, known);
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("The templates can't be read", e);
        }
    }
}
