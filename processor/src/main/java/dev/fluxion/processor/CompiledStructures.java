package dev.fluxion.processor;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.scalars.Structures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The classes of the compilation as structures, and their constructors and methods as functions. */
final class CompiledStructures implements Structures {

    private final CompiledClasses classes;
    private final SourceProgram sources;

    CompiledStructures(CompiledClasses classes, SourceProgram sources) {
        this.classes = classes;
        this.sources = sources;
    }

    @Override
    public Optional<Structure> find(Type type) {
        return type instanceof Type.Declared d ? classes.structure(d) : Optional.empty();
    }

    @Override
    public List<Function> function(Field field) {
        return sources.fields().function(field);
    }

    @Override
    public Optional<Callee.Method> target(Type.Declared type, Callee.Method called) {
        return called.name().equals(CONSTRUCTOR) ? Optional.of(called) : classes.target(type, called);
    }

    @Override
    public Optional<Function> body(Callee.Method method) {
        if (method.name().equals(CONSTRUCTOR)) {
            Optional<Structure> structure = classes.structure(method.owner());
            return structure.isPresent()
                    ? structure.flatMap(s -> constructor(method, s))
                    : sources.constructor(method); // Of a class above that of the object.
        }
        return sources.isCut(method) ? Optional.empty() : sources.sound(method);
    }

    @Override
    public Optional<Function> constructor(Type.Declared type, List<Type> arguments) {
        Structure structure = classes.structure(type).orElseThrow();
        return classes.constructor(type, arguments).flatMap(c -> {
            Callee.Method name = classes.members().method(c).exact();
            Optional<Function> written = constructor(name, structure);
            boolean isImplicit = written.isEmpty() && isCanonical(name, structure) && sources.isImplicit(name);
            return isImplicit ? Optional.of(assigning(empty(c, name), structure)) : written;
        });
    }

    private Optional<Function> constructor(Callee.Method name, Structure structure) {
        return sources.constructor(name).map(f -> isCanonical(name, structure) ? assigning(f, structure) : f);
    }

    private static boolean isCanonical(Callee.Method constructor, Structure structure) {
        List<Type> components =
                structure.fields().stream().map(f -> erased(f.type())).toList();
        return structure.isRecord() && constructor.parameters().equals(components);
    }

    private static Type erased(Type type) {
        return type instanceof Type.Declared d ? d.erasure() : type;
    }

    private static Function empty(ExecutableElement constructor, Callee.Method name) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.primal(Var.receiver(name.owner()), false));
        for (int i = 0; i < name.parameters().size(); i++) {
            VariableElement p = constructor.getParameters().get(i);
            Type type = name.parameters().get(i);
            Var v = new Var(p.getSimpleName().toString(), type);
            parameters.add(Parameter.primal(v, type.isActivatable() && !AnnotatedMethods.isCut(p)));
        }
        Block body = Block.of(new Stmt.Return(List.of(), Span.NONE));
        return new Function(name, parameters, List.of(), body, List.of(), true, Span.NONE);
    }

    /** A compact constructor assigns the components at its end, an implicit one does nothing else (JLS 8.10.4). */
    private static Function assigning(Function constructor, Structure record) {
        Set<String> assigned = new HashSet<>();
        Walk.statements(constructor.body(), s -> {
            if (s instanceof Stmt.StoreField f) {
                assigned.add(f.field().name());
            }
        });
        List<Stmt> code = new ArrayList<>(constructor.body().statements());
        Stmt end = code.remove(code.size() - 1);
        Expr self = Expr.read(constructor.variables().get(0));
        for (int i = 0; i < record.fields().size(); i++) {
            Field f = record.fields().get(i);
            if (!assigned.contains(f.name())) {
                Expr value = Expr.read(constructor.variables().get(i + 1));
                code.add(new Stmt.StoreField(f, self, value, Span.NONE));
            }
        }
        code.add(end);
        return constructor.withBody(new Block(code));
    }
}
