package dev.fluxion.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The lint warnings that the user's code had already, or had suppressed, and that the companion shall not repeat. */
final class Warnings {

    private static final List<String> OURS = List.of("java.lang", "dev.fluxion", "dev.fluxion.tape");

    private final Set<String> names = new TreeSet<>();

    private Warnings() {}

    /** The annotation that silences them, if there can be any. */
    static Optional<AnnotationSpec> of(CompanionModel model) {
        Warnings warnings = new Warnings();
        Stream<Function> bodies =
                model.methods().stream().map(CompanionModel.Method::body).filter(f -> f != null);
        Stream.concat(bodies, model.helpers().stream()).forEach(warnings::add);
        if (warnings.names.isEmpty()) {
            return Optional.empty();
        }
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        warnings.names.forEach(name -> annotation.addMember("value", "$S", name));
        return Optional.of(annotation.build());
    }

    private void add(Function function) {
        function.variables().forEach(v -> add(v.type()));
        Walk.statements(function.body(), this::add);
        Walk.allExpressions(function.body(), this::add);
    }

    private void add(Stmt s) {
        if (s instanceof Stmt.Try) {
            names.add("try");
            names.add("finally");
        } else if (s instanceof Stmt.Synchronized) {
            names.add("synchronization");
        } else if (s instanceof Stmt.Declare d) {
            add(d.variable().type());
        } else if (s instanceof Stmt.StoreField f) {
            add(f.field().owner());
        }
    }

    private void add(Expr e) {
        if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
            add(m.owner());
        } else if (e instanceof Expr.FieldRead f) {
            add(f.field().owner());
        } else if (e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.ARITHMETIC) {
            boolean zero = b.right() instanceof Expr.Constant c
                    && !c.type().isFloating()
                    && ((Number) c.value()).longValue() == 0;
            if (zero) {
                names.add("divzero");
            }
        } else if (e instanceof Expr.Cast c && !c.type().isPrimitive()) {
            names.add("cast");
            names.add("unchecked");
        } else if (e instanceof Expr.Opaque) {
            names.addAll(List.of("cast", "deprecation", "rawtypes", "removal", "serial", "unchecked"));
        }
        add(e.type());
    }

    private void add(Type type) {
        if (type instanceof Type.Array a) {
            add(a.component());
        } else if (type instanceof Type.Declared d && !OURS.contains(d.packageName())) {
            names.addAll(List.of("auxiliaryclass", "deprecation", "rawtypes", "removal", "unchecked"));
        }
    }
}
