package dev.fluxion.processor.frontend.mirror;

import dev.fluxion.processor.ir.FunctionType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The headers generated for one annotated method, as a superset: what depends on the body (whether an array is written)
 * or on other methods is assumed both ways where the headers differ.
 */
final class CompanionMethods {

    /**
     * @param isKept whether generated methods take it as it is declared, although it could be a function with derivatives
     */
    private record Parameter(String name, TypeMirror type, boolean active, boolean isKept) {

        boolean holdsArrays() {
            return active && ActiveTypes.holdsArrays(type);
        }

        boolean holdsNumbers() {
            return active && ActiveTypes.holdsNumbers(type);
        }
    }

    private final ExecutableElement method;
    private final String stem;
    private final int order;
    private final TypeText types;
    private final Function<TypeMirror, String> tangent;
    private final Function<String, Boolean> exists;
    private final List<Parameter> parameters;
    private final TypeMirror result;
    private final Map<String, String> declarations = new LinkedHashMap<>();

    CompanionMethods(
            ExecutableElement method,
            String stem,
            int order,
            TypeText types,
            Function<TypeMirror, String> tangent,
            Function<String, Boolean> exists) {
        this.method = method;
        this.stem = stem;
        this.order = order;
        this.types = types;
        this.tangent = tangent;
        this.exists = exists;
        this.result = method.getReturnType();
        this.parameters = parameters(method);
    }

    private static List<Parameter> parameters(ExecutableElement method) {
        List<Parameter> parameters = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            TypeMirror receiver = method.getEnclosingElement().asType();
            parameters.add(new Parameter("self", receiver, ActiveTypes.isActive(receiver), true));
        }
        for (VariableElement parameter : method.getParameters()) {
            boolean isKept = FluxionAnnotations.find(parameter, FluxionAnnotations.NO_DIFF)
                    .isPresent();
            boolean active = ActiveTypes.isActive(parameter.asType()) && !isKept;
            parameters.add(new Parameter(parameter.getSimpleName().toString(), parameter.asType(), active, isKept));
        }
        return parameters;
    }

    /** The declarations, by what makes them distinct. */
    Map<String, String> declarations() {
        boolean isVoid = result.getKind() == TypeKind.VOID;
        if (isVoid) {
            addInPlace();
        } else {
            addReverse();
            addWithValue();
        }
        addForward(isVoid);
        return declarations;
    }

    private void addWithValue() {
        boolean scalar = ActiveTypes.isScalar(result);
        boolean oneScalar = active().count() == 1 && active().allMatch(p -> ActiveTypes.isScalar(p.type()));
        if (scalar && oneScalar) {
            addReusable(tangent.apply(result), "Derivative", arguments());
        }
        if (ActiveTypes.isArray(result)) {
            add("double[][]", "Jacobian", arguments());
        }
        if (scalar && order > 1) {
            addReusable("double[][]", "Hessian", arguments());
            addReusable("double[]", "Hvp", with(arguments(), "double[] direction"));
            if (oneScalar) {
                addReusable("double", "SecondDerivative", arguments());
            }
        }
        addFunction();
    }

    private void addReverse() {
        String value = types.of(result) + " value";
        declare(record("Gradient", Stream.concat(Stream.of(value), components(active()))), "Gradient record");
        String gradient = capitalised() + "Gradient";
        boolean scalar = ActiveTypes.isScalar(result) || ActiveTypes.isTensor(result);
        List<String> seeded = with(arguments(), tangent.apply(result) + " resultBar");
        addReusable(gradient, "Vjp", seeded);
        if (scalar) {
            addReusable(gradient, "Gradient", arguments());
        }
        if (!bars().isEmpty()) {
            String accumulated = active().noneMatch(Parameter::holdsNumbers) ? types.of(result) : gradient;
            addReusable(accumulated, "Vjp", with(seeded, bars()));
            if (scalar) {
                addReusable(accumulated, "Gradient", with(arguments(), bars()));
            }
        }
    }

    /** A void method writes to its arrays. */
    private void addInPlace() {
        List<Parameter> others = active().filter(Parameter::holdsNumbers).toList();
        if (!others.isEmpty()) {
            declare(record("Gradient", components(others.stream())), "Gradient record");
        }
        addReusable(others.isEmpty() ? "void" : capitalised() + "Gradient", "Vjp", with(arguments(), bars()));
    }

    private void addForward(boolean isVoid) {
        List<String> tangents = active().map(p -> tangent.apply(p.type()) + " " + p.name() + "Dot")
                .toList();
        boolean isDouble = result.getKind() == TypeKind.DOUBLE;
        String returned = isDouble ? "dev.fluxion.Dual" : isVoid ? "void" : capitalised() + "Tangent";
        if (!isDouble && !isVoid) {
            String components = types.of(result) + " value, " + tangent.apply(result) + " tangent";
            declare(record("Tangent", Stream.of(components)), "Tangent record");
        }
        add(returned, "Jvp", with(arguments(), tangents));
        if (isDouble && active().allMatch(p -> p.type().getKind() == TypeKind.DOUBLE)) {
            add("dev.fluxion.Dual", "", lifted("dev.fluxion.Dual"));
        }
        if (exists.apply("dev.fluxion.tensor.Tensor") && hasTensorForm()) {
            add("dev.fluxion.tensor.Tensor", "", lifted("dev.fluxion.tensor.Tensor"));
        }
    }

    private boolean hasTensorForm() {
        return isScalarOrArray(result) && active().allMatch(p -> isScalarOrArray(p.type()));
    }

    private static boolean isScalarOrArray(TypeMirror type) {
        return ActiveTypes.isScalar(type)
                || ActiveTypes.isArray(type) && ActiveTypes.isScalar(ActiveTypes.elementType(type));
    }

    private void addFunction() {
        String function = "dev.fluxion.DifferentiableFunction";
        boolean applies = parameters.size() == 1
                && parameters.get(0).active()
                && types.of(parameters.get(0).type()).equals("double[]")
                && result.getKind() == TypeKind.DOUBLE;
        if (applies && exists.apply(function)) {
            add(function, "Function", List.of());
        }
    }

    private Stream<Parameter> active() {
        return parameters.stream().filter(Parameter::active);
    }

    private List<String> bars() {
        return active().filter(Parameter::holdsArrays)
                .map(p -> tangent.apply(p.type()) + " " + p.name() + "Bar")
                .toList();
    }

    private List<String> arguments() {
        return parameters.stream().map(p -> typeOf(p) + " " + p.name()).toList();
    }

    /** A function is handed in with its derivatives. */
    private String typeOf(Parameter p) {
        String declared = types.of(p.type());
        return p.isKept()
                ? declared
                : Arrays.stream(FunctionType.values())
                        .filter(f -> f.plain().toString().equals(declared))
                        .map(f -> f.differentiable().canonicalName())
                        .findFirst()
                        .orElse(declared);
    }

    private List<String> lifted(String type) {
        return parameters.stream()
                .map(p -> (p.active() ? type : typeOf(p)) + " " + p.name())
                .toList();
    }

    private Stream<String> components(Stream<Parameter> of) {
        return of.map(p -> tangent.apply(p.type()) + " d" + capitalised(p.name()));
    }

    private static List<String> with(List<String> first, List<String> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    private static List<String> with(List<String> first, String last) {
        return with(first, List.of(last));
    }

    private void addReusable(String returned, String suffix, List<String> arguments) {
        add(returned, suffix, arguments);
        if (exists.apply("dev.fluxion.tape.Workspace")) {
            add(returned, suffix, with(arguments, "dev.fluxion.tape.Workspace workspace"));
        }
    }

    private void add(String returned, String suffix, List<String> arguments) {
        String thrown = method.getThrownTypes().isEmpty() ? "" : " throws " + types.list(method.getThrownTypes());
        String distinct = arguments.stream()
                .map(argument -> argument.substring(0, argument.lastIndexOf(' ')))
                .collect(Collectors.joining(", ", stem + suffix + "(", ")"));
        List<String> declared = variableArity(arguments);
        declare(
                access() + "static " + typeParameters() + returned + " " + stem + suffix
                        + declared.stream().collect(Collectors.joining(", ", "(", ")")) + thrown + " { throw null; }\n",
                distinct);
    }

    /** Varargs stay where the array is last. */
    private List<String> variableArity(List<String> arguments) {
        int last = arguments.size() - 1;
        boolean applies = method.isVarArgs() && last == parameters.size() - 1;
        return applies
                ? with(arguments.subList(0, last), arguments.get(last).replaceFirst("\\[\\] (\\w+)$", "... $1"))
                : arguments;
    }

    private void declare(String declaration, String distinct) {
        declarations.putIfAbsent(distinct.contains("(") ? distinct : stem + distinct, declaration);
    }

    private String record(String suffix, Stream<String> components) {
        return access() + "record " + capitalised() + suffix + components.collect(Collectors.joining(", ", "(", ")"))
                + " {}\n";
    }

    private String typeParameters() {
        List<TypeParameterElement> all = new ArrayList<>();
        Element owner = method.getEnclosingElement();
        if (owner instanceof TypeElement type && !method.getModifiers().contains(Modifier.STATIC)) {
            all.addAll(type.getTypeParameters());
        }
        all.addAll(method.getTypeParameters());
        return all.isEmpty() ? "" : types.parameters(all) + " ";
    }

    private String access() {
        return method.getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
    }

    private String capitalised() {
        return capitalised(stem);
    }

    static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
