package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The private functions of a companion: what they are called and which records they return. */
final class Helpers {

    private final Map<Callee.Derived, DerivedMethod> methods = new LinkedHashMap<>();
    private final List<RecordShape> records = new ArrayList<>();
    private final UniqueNames methodNames;
    private final UniqueNames recordNames;
    private final Type.Declared companion;

    private Helpers(CompanionLayout layout) {
        this.companion = layout.companion();
        this.methodNames = new UniqueNames(
                layout.signatures().stream().map(Signature::name).toList());
        this.recordNames = new UniqueNames(layout.records().keySet());
    }

    static Helpers of(CompanionModel model) {
        Helpers helpers = new Helpers(model.layout());
        for (Function helper : model.helpers()) {
            if (helper.callee() instanceof Callee.Method part) {
                helpers.methodNames.take(part.name());
            }
        }
        for (Function helper : model.helpers()) {
            if (helper.callee() instanceof Callee.Derived derived) {
                helpers.add(derived, helper.results());
            }
        }
        model.layout().derived().forEach(helpers.methods::putIfAbsent);
        return helpers;
    }

    private void add(Callee.Derived callee, List<Result> results) {
        String name = methodNames.take(name(callee));
        if (results.size() < 2) {
            Type result = results.isEmpty() ? Types.VOID : results.get(0).type();
            methods.put(callee, new DerivedMethod(companion, name, result, List.of()));
            return;
        }
        String record = recordNames.take(CompanionNames.capitalised(name) + "Result");
        Type.Declared type = Type.Declared.of(
                companion.packageName(), companion.simpleNames().get(0), record);
        UniqueNames names = new UniqueNames(List.of());
        List<Result> components = results.stream()
                .map(r -> new Result(names.take(r.name()), r.type()))
                .toList();
        RecordShape shape = new RecordShape(type, components, RecordShape.Role.HELPER);
        records.add(shape);
        methods.put(callee, new DerivedMethod(companion, name, type, shape.accessorsFrom(0)));
    }

    /** {@code powerReverseSweep}, {@code powerDerivativeTangent}. */
    private static String name(Callee callee) {
        return callee instanceof Callee.Derived d
                ? name(d.of())
                        + CompanionNames.capitalised(
                                CompanionNames.camelCase(d.derivation().transform()))
                : ((Callee.Method) callee).name();
    }

    DerivedMethod find(Callee callee) {
        return methods.get(callee);
    }

    Map<Callee.Derived, DerivedMethod> methods() {
        return methods;
    }

    List<RecordShape> records() {
        return records;
    }

    /** The names of the companion's nested types, which grow. */
    UniqueNames recordNames() {
        return recordNames;
    }

    /** The names of the companion's methods, which grow. */
    UniqueNames methodNames() {
        return methodNames;
    }
}
