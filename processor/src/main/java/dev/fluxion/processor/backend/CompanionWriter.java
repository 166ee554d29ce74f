package dev.fluxion.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fluxion.processor.ir.Callee;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Prints a companion's source file. */
public final class CompanionWriter {

    /** What companions of different compilations must agree on to call each other's sweeps. */
    public static final int ABI = 1;

    /** How JavaPoet prints a member without statements, which a person writes on one line. */
    private static final Pattern EMPTY_BODY = Pattern.compile("\\) \\{\n(?: {4})?\\}$", Pattern.MULTILINE);

    /** What the backend itself writes of {@code java.lang}. */
    private static final List<String> JAVA_LANG = List.of(
            "AssertionError",
            "Class",
            "ExceptionInInitializerError",
            "IllegalArgumentException",
            "Object",
            "ReflectiveOperationException",
            "RuntimeException",
            "SuppressWarnings",
            "Throwable",
            "UnsupportedOperationException");

    private static final ClassName GENERATED = ClassName.get("dev.fluxion", "FluxionGenerated");

    private final CompanionModel model;
    private final Surroundings surroundings;
    private final CompanionLayout layout;
    private final Helpers helpers;
    private final HiddenMembers hidden;
    private final Members members;
    private final MethodWriter methods;
    private final TensorNodes tensors;

    private CompanionWriter(
            CompanionModel model, SourceText source, DerivedMethods foreign, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        this.layout = model.layout();
        this.helpers = Helpers.of(model);
        this.hidden = new HiddenMembers(layout.user().packageName(), surroundings, helpers.methodNames(), List.of());
        this.members = new Members(layout.companion(), helpers.methods(), foreign, hidden);
        this.methods = new MethodWriter(members, source, ReservedNames.of(model));
        this.tensors = new TensorNodes(members, layout, helpers);
    }

    /**
     * The text of the companion's file.
     *
     * @param source the user's source, for comments
     * @param foreign derived functions in other companions
     * @param surroundings the companion's package
     */
    public static String write(
            CompanionModel model, SourceText source, DerivedMethods foreign, Surroundings surroundings) {
        return text(new CompanionWriter(model, source, foreign, surroundings).file());
    }

    static String text(JavaFile file) {
        return EMPTY_BODY.matcher(file.toString()).replaceAll(") {}");
    }

    private JavaFile file() {
        TypeSpec.Builder companion = TypeSpec.classBuilder(TypeNames.className(layout.companion()))
                .addJavadoc(Javadocs.ofClass(layout.user()))
                .addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "abi = $L", ABI)
                        .build())
                .addModifiers(modifiers(layout.isPublic(), Modifier.FINAL))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        model.methods().forEach(m -> companion.addMethod(method(m)));
        model.helpers()
                .forEach(f -> companion.addMethod(
                        f.callee() instanceof Callee.Method part
                                ? methods.part(part, f)
                                : methods.helper(helpers.find(f.callee()), f)));
        tensors.functions().forEach(companion::addMethod);
        HiddenMembersWriter.write(hidden, companion);
        Warnings.of(model).ifPresent(companion::addAnnotation);
        Set<String> written = new HashSet<>();
        for (Signature s : layout.signatures()) {
            if (s.record() != null && written.add(s.record().type().simpleName())) {
                companion.addType(Records.of(s));
            }
        }
        TangentRecords.nested(layout.signaturesByMethod().keySet()).forEach(companion::addType);
        helpers.records().forEach(r -> companion.addType(Records.of(r)));
        tensors.nodes().forEach(companion::addType);
        companion.alwaysQualify(hiddenJavaLang());
        return JavaFile.builder(layout.user().packageName(), companion.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    /** The names of {@code java.lang} that mean another class in this package; any other is imported, whatever the package has. */
    private String[] hiddenJavaLang() {
        Set<String> own = layout.records().keySet();
        return Stream.concat(JAVA_LANG.stream(), ReservedNames.ofJavaLang(model).stream())
                .distinct()
                .filter(name -> !own.contains(name))
                .filter(surroundings::packageHas)
                .toArray(String[]::new);
    }

    private MethodSpec method(CompanionModel.Method method) {
        Signature signature = method.signature();
        if (method.body() != null) {
            return methods.generated(signature, method.body());
        }
        List<String> names = Wrappers.names(signature);
        return methods.generated(signature, names, body(method, names));
    }

    /** The body of a method that only calls others. */
    private CodeBlock body(CompanionModel.Method method, List<String> names) {
        if (method.tensorForm() != null) {
            return tensors.body(method.signature(), names, method.tensorForm());
        }
        if (method.failed()) {
            return Wrappers.failed();
        } else if (method.signature().isReusing()) {
            return Reusing.body(method.signature(), names, members);
        }
        return method.signature().kind().isWrapper()
                ? Wrappers.body(method.signature(), names, members, hasProduct(method.signature()))
                : Wrappers.failed();
    }

    private boolean hasProduct(Signature of) {
        return model.methods().stream()
                .map(CompanionModel.Method::signature)
                .anyMatch(s -> s.kind() == GeneratedKind.HVP && s.method().equals(of.method()));
    }

    private static Modifier[] modifiers(boolean isPublic, Modifier... others) {
        List<Modifier> modifiers = new ArrayList<>(List.of(others));
        if (isPublic) {
            modifiers.add(0, Modifier.PUBLIC);
        }
        return modifiers.toArray(Modifier[]::new);
    }
}
