package io.bihuan.notification.texts;

import static java.util.stream.Collectors.toCollection;

import io.bihuan.notification.texts.Flaw.Kind;
import io.quarkus.qute.Expression;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What may stand in a template: a placeholder, what is said in place of a missing one, and conditions made of placeholders.
 * Qute would understand more; that is refused before anything runs.
 */
final class Grammar {

    private static final Set<String> JOINING = Set.of("if", "&&", "||", "and", "or");
    private static final Set<String> DEFAULTING = Set.of("?:", "or");
    private static final int SHOWN = 20;

    private final SortedSet<String> known;
    private final List<Flaw> flaws = new ArrayList<>();

    Grammar(Subject subject) {
        this.known = Stream.concat(subject.always().stream(), subject.sometimes().stream())
                .map(Placeholder::inTemplates)
                .collect(toCollection(TreeSet::new));
    }

    /** @throws BadTemplate with everything that may not stand there */
    void check(List<TemplateNode> nodes) throws BadTemplate {
        nodes.forEach(this::check);
        if (!flaws.isEmpty()) {
            throw new BadTemplate(flaws);
        }
    }

    private void check(TemplateNode node) {
        switch (node.kind()) {
            case TEXT -> text(node.asText().getValue());
            case EXPRESSION -> node.getExpressions().forEach(this::said);
            case SECTION ->
                node.asSection().getBlocks().forEach(block -> {
                    condition(block.parameters.values(), block.getOrigin());
                    block.nodes.forEach(this::check);
                });
            case PARAM_DECLARATION -> flaw(Kind.SYNTAX, node.getOrigin());
        }
    }

    /** Qute takes what it can't read as an expression, such as { due }, for text; people would read it as it stands. */
    private void text(String text) {
        int brace = text.indexOf('{') < 0 ? text.indexOf('}') : text.indexOf('{');
        if (brace >= 0) {
            flaws.add(Flaw.of(Kind.BRACE, Words.shorten(text.substring(brace), SHOWN)));
        }
    }

    private void said(Expression said) {
        var parts = said.getParts();
        if (said.hasNamespace() || parts.get(0).isVirtualMethod()) {
            flaw(Kind.EXPRESSION, said.getOrigin(), said.toOriginalString());
            return;
        }
        name(parts.get(0).getName(), said.getOrigin());
        for (var part : parts.subList(1, parts.size())) {
            if (!isDefault(part)) {
                flaw(Kind.EXPRESSION, said.getOrigin(), said.toOriginalString());
                return;
            }
            var otherwise = part.asVirtualMethod().getParameters().get(0);
            if (!(otherwise.isLiteral() && otherwise.getLiteral() instanceof String)) {
                said(otherwise);
            }
        }
    }

    private static boolean isDefault(Expression.Part part) {
        return part.isVirtualMethod()
                && DEFAULTING.contains(part.getName())
                && part.asVirtualMethod().getParameters().size() == 1;
    }

    private void condition(Collection<String> parameters, Origin origin) {
        Stream.of(String.join(" ", parameters).replaceAll("[()!]", " ").split("\\s+"))
                .filter(token -> !token.isEmpty() && !JOINING.contains(token))
                .forEach(token -> name(token, origin));
    }

    private void name(String name, Origin origin) {
        if (!known.contains(name)) {
            flaw(Kind.UNKNOWN_PLACEHOLDER, origin, name, String.join(", ", known));
        }
    }

    private void flaw(Kind kind, Origin origin, String... more) {
        flaws.add(Flaw.of(kind, origin, more));
    }
}
