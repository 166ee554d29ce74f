package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What of one root can be left out, and the names in the rest. */
final class SliceParts {

    private static final Set<String> ENTRIES = Set.of("Differentiable", "DerivativeOf");

    /** A body that returns nothing, whatever the method's result is. Its last word is the body's last letter. */
    private static final List<String> BODY = List.of("{", "throw", "null;", "}");

    /**
     * Something that is left out if its name is not reached: a method, a static field or an import.
     *
     * @param name that by which it is used
     * @param names all names in it
     * @param blank what then stands in its place, as long and with the same lines
     */
    record Part(String name, long start, long end, Set<String> names, String blank) {}

    private final CompilationUnitTree unit;
    private final SourceFile file;
    private final SourcePositions positions;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();

    SliceParts(CompilationUnitTree unit, SourceFile file, SourcePositions positions) {
        this.unit = unit;
        this.file = file;
        this.positions = positions;
        unit.getImports().forEach(this::imported);
        unit.getTypeDecls().forEach(this::keepOrType);
    }

    SourceFile file() {
        return file;
    }

    List<Part> parts() {
        return parts;
    }

    /** The names in what is never left out: heads of classes, constructors, fields of objects, annotated methods. */
    Set<String> kept() {
        return kept;
    }

    private void imported(ImportTree tree) {
        if (tree.getQualifiedIdentifier() instanceof MemberSelectTree select
                && !select.getIdentifier().contentEquals("*")) {
            part(select.getIdentifier().toString(), tree, Set.of(), List.of());
        }
    }

    private void keepOrType(Tree tree) {
        if (tree instanceof ClassTree type && isSliced(type)) {
            keep(type.getModifiers());
            type.getTypeParameters().forEach(this::keep);
            keep(type.getExtendsClause());
            type.getImplementsClause().forEach(this::keep);
            type.getPermitsClause().forEach(this::keep);
            kept.add(type.getSimpleName().toString());
            type.getMembers().forEach(m -> member(m, type));
        } else {
            keep(tree);
        }
    }

    /** A pattern calls the accessors of a record without naming them; a class of rules is called by the names of another's methods. */
    private static boolean isSliced(ClassTree type) {
        return type.getKind() != Tree.Kind.RECORD && !isAnnotated(type.getModifiers(), ENTRIES);
    }

    private void keep(Tree tree) {
        if (tree != null) {
            kept.addAll(RootNames.in(unit, tree));
        }
    }

    private void member(Tree tree, ClassTree owner) {
        if (tree instanceof MethodTree method && isOptional(method)) {
            method(method);
        } else if (tree instanceof VariableTree field && isOptional(field, owner)) {
            part(field.getName().toString(), field, RootNames.in(unit, field), List.of());
        } else {
            keepOrType(tree);
        }
    }

    /** What overrides something keeps its head, so that its class stays what it is. */
    private void method(MethodTree method) {
        String name = method.getName().toString();
        if (isAnnotated(method.getModifiers(), Set.of("Override"))) {
            keep(method.getModifiers());
            keep(method.getReturnType());
            method.getTypeParameters().forEach(this::keep);
            method.getParameters().forEach(this::keep);
            method.getThrows().forEach(this::keep);
            part(name, method.getBody(), RootNames.in(unit, method.getBody()), BODY);
        } else {
            part(name, method, RootNames.in(unit, method), List.of());
        }
    }

    private static boolean isOptional(MethodTree method) {
        return method.getBody() != null
                && method.getReturnType() != null
                && !isAnnotated(method.getModifiers(), ENTRIES);
    }

    private boolean isOptional(VariableTree field, ClassTree owner) {
        boolean isStatic = owner.getKind() == Tree.Kind.INTERFACE
                || owner.getKind() == Tree.Kind.ANNOTATION_TYPE
                || field.getModifiers().getFlags().contains(Modifier.STATIC);
        return isStatic && !isEnumConstant(field) && isAlone(field, owner);
    }

    /** Or a field that looks like one, which does no harm. */
    private static boolean isEnumConstant(VariableTree field) {
        return field.getInitializer() instanceof NewClassTree made
                && made.getIdentifier().toString().equals(field.getType().toString());
    }

    /** Whether no other variable is declared together with it. */
    private boolean isAlone(VariableTree field, ClassTree owner) {
        long start = positions.getStartPosition(unit, field);
        long end = positions.getEndPosition(unit, field);
        return end > 0
                && file.text().charAt((int) end - 1) == ';'
                && owner.getMembers().stream()
                        .noneMatch(m -> m != field && positions.getStartPosition(unit, m) == start);
    }

    private static boolean isAnnotated(ModifiersTree modifiers, Set<String> simpleNames) {
        return modifiers.getAnnotations().stream().anyMatch(a -> {
            String name = a.getAnnotationType().toString();
            return simpleNames.contains(name.substring(name.lastIndexOf('.') + 1));
        });
    }

    private void part(String name, Tree tree, Set<String> names, List<String> words) {
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        Optional<String> blank = start < 0 || end <= start || end > file.text().length()
                ? Optional.empty()
                : blank(file.text().substring((int) start, (int) end), words);
        if (blank.isPresent()) {
            parts.add(new Part(name, start, end, names, blank.get()));
        } else {
            kept.addAll(names);
            kept.add(name);
        }
    }

    /** A text of words and blanks, as long as another and with the same lines; nothing where the words do not fit between the ends of the lines. */
    private static Optional<String> blank(String text, List<String> words) {
        StringBuilder blank = new StringBuilder();
        text.chars().forEach(c -> blank.append(isLineEnd((char) c) ? (char) c : ' '));
        int from = 0;
        for (String word : words) {
            int at = word.equals("}") ? text.length() - 1 : room(text, from, word.length());
            if (at < from || at + word.length() > text.length()) {
                return Optional.empty();
            }
            blank.replace(at, at + word.length(), word);
            from = at + word.length() + (word.equals("throw") ? 1 : 0);
        }
        return Optional.of(blank.toString());
    }

    /** The first place with so many letters before the end of its line. */
    private static int room(String text, int from, int length) {
        int at = from;
        for (int i = from; i < Math.min(at + length, text.length()); i++) {
            if (isLineEnd(text.charAt(i))) {
                at = i + 1;
            }
        }
        return at;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
