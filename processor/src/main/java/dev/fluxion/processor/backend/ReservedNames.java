package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a local variable must not have, because it would stand for the class that the same name means. */
final class ReservedNames {

    private static final Pattern HEAD =
            Pattern.compile("(?<![\\p{javaJavaIdentifierPart}.])[\\p{javaJavaIdentifierPart}]+");

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> javaLang = new LinkedHashSet<>();

    private ReservedNames() {}

    static Set<String> of(CompanionModel model) {
        return all(model).names;
    }

    /** Those of them that mean classes of {@code java.lang}, which no import names. */
    static Set<String> ofJavaLang(CompanionModel model) {
        return all(model).javaLang;
    }

    private static ReservedNames all(CompanionModel model) {
        ReservedNames reserved = new ReservedNames();
        reserved.names.add(model.layout().companion().simpleName());
        reserved.names.addAll(model.layout().records().keySet());
        model.methods().stream()
                .map(CompanionModel.Method::body)
                .filter(f -> f != null)
                .forEach(reserved::add);
        model.helpers().forEach(reserved::add);
        return reserved;
    }

    private void add(Function function) {
        Walk.allExpressions(function.body(), this::add);
    }

    private void add(Expr e) {
        if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
            add(m.owner());
        } else if (e instanceof Expr.FieldRead f) {
            add(f.field().owner());
        } else if (e instanceof Expr.Opaque o) {
            o.fragments().forEach(this::addIdentifiers);
        } else if (e.type() instanceof Type.Declared d) {
            add(d);
        }
    }

    private void add(Type.Declared type) {
        names.add(type.simpleNames().get(0));
        if (type.packageName().equals("java.lang")) {
            javaLang.add(type.simpleNames().get(0));
        }
    }

    /** The heads of the qualified names in opaque source: what follows a point is no name of its own. */
    private void addIdentifiers(String fragment) {
        Matcher words = HEAD.matcher(fragment);
        while (words.find()) {
            names.add(words.group());
        }
    }
}
