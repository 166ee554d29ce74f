package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Javadoc of generated methods and records, in the words of the user's method. */
final class Javadocs {

    private static final int WIDTH = 110;

    private final Signature signature;
    private final UserMethod method;
    private final List<String> names;
    private final StringBuilder text = new StringBuilder();

    /** @param names the printed names of the parameters */
    private Javadocs(Signature signature, List<String> names) {
        this.signature = signature;
        this.method = signature.method();
        this.names = names;
    }

    static CodeBlock of(Signature signature, List<String> names) {
        Javadocs javadocs = new Javadocs(signature, names);
        javadocs.paragraph("", javadocs.summary());
        javadocs.text.append('\n');
        javadocs.parameters();
        if (!signature.result().equals(Types.VOID)) {
            javadocs.paragraph("@return ", javadocs.returned());
        }
        javadocs.exceptions();
        return CodeBlock.of("$L", javadocs.text);
    }

    static CodeBlock ofClass(Type.Declared user) {
        return CodeBlock.of(
                "Derivatives of {@link $L}, generated from its annotated methods.\n", simple(user, user.packageName()));
    }

    static CodeBlock of(RecordShape record, UserMethod method) {
        Javadocs javadocs = new Javadocs(
                new Signature(GeneratedKind.GRADIENT, method, "", List.of(), record.type(), record), List.of());
        String what = switch (record.role()) {
            case GRADIENT -> "The value of " + javadocs.link() + " and its derivatives.";
            case TANGENT -> "The value of " + javadocs.link() + " and its tangent.";
            case SWEEP -> "Internal: the value of " + javadocs.link() + " and the array of its adjoint.";
            default -> "Internal: the adjoints of the parameters of " + javadocs.link() + ".";
        };
        javadocs.paragraph("", what);
        javadocs.text.append('\n');
        List<UserParameter> active = method.active();
        for (int i = 0; i < record.components().size(); i++) {
            Result component = record.components().get(i);
            String meaning = component.name().equals("value")
                    ? "what the method returns"
                    : record.role() == RecordShape.Role.SWEEP
                            ? "the array of its adjoint, which the caller adds to"
                            : record.role() == RecordShape.Role.TANGENT
                                    ? "its derivative in the direction asked for"
                                    : "the derivative by {@code " + parameter(active, component) + "}";
            javadocs.paragraph("@param " + component.name() + " ", meaning);
        }
        return CodeBlock.of("$L", javadocs.text);
    }

    private static String parameter(List<UserParameter> active, Result component) {
        return active.stream()
                .map(UserParameter::name)
                .filter(name -> CompanionNames.partial(name).equals(component.name()))
                .findFirst()
                .orElse(component.name());
    }

    /** The Javadoc of a private derived function. */
    static CodeBlock ofHelper(Callee.Derived callee) {
        String what = callee.of() instanceof Callee.Derived inner
                ? "the " + phrase(inner) + " of {@code " + callee.root() + "}"
                : "{@code " + callee.root() + "}";
        return CodeBlock.of("The $L of $L.\n", phrase(callee), what);
    }

    private static String phrase(Callee.Derived callee) {
        return switch (callee.derivation().transform()) {
            case TANGENT -> "value and tangent";
            case VJP -> "value and adjoints";
            case GRADIENT -> "value and gradient";
            case DERIVATIVE -> "derivative";
            case FORWARD_SWEEP -> "forward sweep";
            case REVERSE_SWEEP -> "reverse sweep";
            case UNPACKED -> "function of what is in the records";
        };
    }

    private String summary() {
        return switch (signature.kind()) {
            case DERIVATIVE -> "The derivative of " + link() + " by " + code(name(0)) + ".";
            case GRADIENT, GRADIENT_INTO ->
                "The value of " + link() + " and its derivatives by " + variables() + ", in one reverse pass.";
            case JVP ->
                "The value of " + link() + " and its derivative in the direction of the tangents, "
                        + code(directional()) + ", in one forward pass.";
            case VJP, VJP_INTO ->
                method.isVoid()
                        ? "What " + link() + " does, and the adjoints of " + variables()
                                + ", in one reverse pass: those of the arrays go in as those of the output and come out as those of the input."
                        : "The value of " + link() + " and the adjoints of " + variables() + ", which are "
                                + code("resultBar") + " times the derivatives by them, in one reverse pass.";
            case DUAL -> "The method " + link() + " over dual numbers, for code that is written in them.";
            case TENSOR ->
                "The method " + link() + " over tensors, "
                        + (method.isElementwise() ? "element by element with broadcasting, " : "")
                        + "as one node of their graph.";
            case SECOND_DERIVATIVE -> "The second derivative of " + link() + " by " + code(name(0)) + ".";
            case HVP -> "The Hessian of " + link() + " by " + variables() + " times a direction, in one pass.";
            case HESSIAN -> "The Hessian of " + link() + ": the second derivatives by " + variables() + ".";
            case JACOBIAN -> "The Jacobian of " + link() + ": the derivatives of its results by " + variables() + ".";
            case FUNCTION -> "The method " + link() + " with its derivatives, as optimisers take it.";
            case FORWARD_SWEEP ->
                "Internal, for companions of the same ABI version: the value of " + link()
                        + ", recording what the reverse sweep needs.";
            case UNPACKED_JVP ->
                "Internal, for companions of the same ABI version: the value of " + link()
                        + " and its derivative in the direction of the tangents, over what is in its records.";
            case REVERSE_SWEEP ->
                "Internal, for companions of the same ABI version: the adjoints of " + variables() + " in " + link()
                        + ", from what the forward sweep recorded.";
        };
    }

    private String returned() {
        String f = method.callee().name();
        return switch (signature.kind()) {
            case DERIVATIVE -> code("d" + f + "/d" + name(0));
            case SECOND_DERIVATIVE -> code("d2" + f + "/d" + name(0) + "2");
            case GRADIENT ->
                "the value with "
                        + list(method.active().stream()
                                .map(p -> code("d" + f + "/d" + p.name()))
                                .toList());
            case GRADIENT_INTO, VJP_INTO ->
                method.numbers().isEmpty()
                        ? "what the method returns"
                        : method.isVoid()
                                ? "the adjoints of "
                                        + list(method.numbers().stream()
                                                .map(p -> code(p.name()))
                                                .toList())
                                : "the value with the adjoints of " + variables();
            case VJP -> "the value with the adjoints of " + variables();
            case JVP, DUAL, UNPACKED_JVP -> "the value with its tangent";
            case TENSOR -> "the value, of type " + code(TensorNodes.dtype(method.result()));
            case HVP -> "the product, one element for each of " + variables();
            case JACOBIAN ->
                "in row i, column j the derivative of the i-th result by the j-th of " + variables()
                        + ", elements of arrays in order";
            case FUNCTION -> "an object without state";
            case HESSIAN -> "in row i, column j the derivative by the i-th and j-th of " + variables();
            case FORWARD_SWEEP ->
                method.result().isFloatingArray()
                        ? "what the method returns, with the array of its adjoint"
                        : "what the method returns";
            case REVERSE_SWEEP ->
                method.active().size() == 1 || method.numbers().size() < 2
                        ? "the adjoint of " + variables()
                        : "the adjoints of " + variables();
        };
    }

    private String directional() {
        String f = method.callee().name();
        return method.active().stream()
                .map(p -> "d" + f + "/d" + p.name() + " * " + p.name() + "Dot")
                .collect(Collectors.joining(" + "));
    }

    private void parameters() {
        List<UserParameter> active = method.active();
        int tangents = 0;
        int bars = 0;
        for (int i = 0; i < signature.parameters().size(); i++) {
            String meaning = switch (signature.parameters().get(i).role()) {
                case PRIMAL -> primal(named(signature.parameters().get(i).name()));
                case TANGENT ->
                    signature.kind() == GeneratedKind.HVP
                            ? "one element for each of " + variables()
                            : "the tangent of " + code(active.get(tangents++).name());
                case SEED -> "the adjoint of the result";
                case ADJOINT ->
                    "the adjoint of " + code(method.arrays().get(bars++).name()) + ", which is added to";
                case TAPE -> "shared by both sweeps";
                case WORKSPACE -> "where the method has its memory, so that it allocates nothing but what it returns";
            };
            paragraph("@param " + names.get(i) + " ", meaning);
        }
    }

    private UserParameter named(String name) {
        return method.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String primal(UserParameter p) {
        if (!p.active()) {
            return "a constant: no derivative is taken by it";
        }
        return switch (signature.kind()) {
            case DUAL -> "a variable with its tangent";
            case TENSOR -> "a variable" + TensorNodes.description(p.type(), method.isElementwise());
            default -> "a variable";
        };
    }

    private void exceptions() {
        boolean given = signature.parameters().stream()
                .anyMatch(p ->
                        p.role() == Parameter.Role.ADJOINT || p.role() == Parameter.Role.TANGENT && p.holdsArrays());
        boolean added = signature.kind() == GeneratedKind.GRADIENT_INTO || signature.kind() == GeneratedKind.VJP_INTO;
        if (given && signature.kind() != GeneratedKind.HVP) {
            String another = added ? ", or is one that was given too" : "";
            paragraph(
                    "@throws IllegalArgumentException ",
                    "if an array of adjoints or tangents has another shape" + another);
        }
        if (signature.kind() == GeneratedKind.TENSOR) {
            String shapes = method.isElementwise() ? ", or shapes do not broadcast" : " or rank";
            paragraph("@throws IllegalArgumentException ", "if a tensor has another type" + shapes);
        }
        if (signature.kind() == GeneratedKind.HVP) {
            paragraph("@throws IllegalArgumentException ", "if the direction has another length");
        }
        for (Type thrown : method.thrown()) {
            paragraph("@throws " + simple(thrown, method.callee().owner().packageName()) + " ", "as the method does");
        }
    }

    private String name(int active) {
        return method.active().get(active).name();
    }

    private String variables() {
        return list(method.active().stream().map(p -> code(p.name())).toList());
    }

    private static String code(String text) {
        return "{@code " + text + "}";
    }

    private static String list(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    private String link() {
        Callee.Method callee = method.callee();
        if (callee.access() == Callee.Access.PRIVATE) {
            return code(callee.name());
        }
        String home = callee.owner().packageName();
        String parameters =
                callee.parameters().stream().map(p -> simple(p, home)).collect(Collectors.joining(", "));
        return "{@link " + simple(callee.owner(), home) + "#" + callee.name() + "(" + parameters + ")}";
    }

    /** A type as it may be written in the companion's Javadoc, without imports. */
    private static String simple(Type type, String home) {
        if (type instanceof Type.Array a) {
            return simple(a.component(), home) + "[]";
        } else if (type instanceof Type.Declared d) {
            boolean known =
                    d.packageName().equals("java.lang") || d.packageName().equals(home);
            return known ? String.join(".", d.simpleNames()) : d.canonicalName();
        }
        return type.toString();
    }

    /** Adds words, wrapped; further lines of a tag are indented. */
    private void paragraph(String tag, String words) {
        int column = tag.length();
        text.append(tag);
        List<String> tokens = new ArrayList<>(List.of(words.split(" ")));
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (i > 0 && column + 1 + token.length() > WIDTH) {
                text.append(tag.isEmpty() ? "\n" : "\n    ");
                column = tag.isEmpty() ? 0 : 4;
            } else if (i > 0) {
                text.append(' ');
                column++;
            }
            text.append(token);
            column += token.length();
        }
        text.append('\n');
    }
}
