package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the text of one root can mean, read from its syntax alone: the types it may name and the members it may use.
 */
final class RootNames extends TreeScanner<Void, Void> {

    private final String packageName;
    private final List<String> declaredTypes = new ArrayList<>();
    private final Set<String> packagesInScope = new LinkedHashSet<>();
    private final Set<String> simple = new LinkedHashSet<>();
    private final Set<String> qualified = new LinkedHashSet<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final Set<String> supertypes = new LinkedHashSet<>();

    private RootNames(CompilationUnitTree unit) {
        packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        packagesInScope.add(packageName);
    }

    static RootNames of(CompilationUnitTree unit) {
        RootNames names = new RootNames(unit);
        names.scan(unit.getPackageAnnotations(), null);
        unit.getImports().forEach(names::addImport);
        for (Tree declaration : unit.getTypeDecls()) {
            names.addDeclaredType(declaration);
            names.scan(declaration, null);
        }
        return names;
    }

    /** The names in one expression of a unit, under that unit's imports. */
    static RootNames of(CompilationUnitTree unit, Tree expression) {
        RootNames names = new RootNames(unit);
        unit.getImports().forEach(names::addImport);
        unit.getTypeDecls().forEach(names::addDeclaredType);
        names.scan(expression, null);
        return names;
    }

    /** All names of members in a part of a unit. */
    static Set<String> in(CompilationUnitTree unit, Tree part) {
        RootNames names = new RootNames(unit);
        names.scan(part, null);
        return names.members();
    }

    private void addDeclaredType(Tree declaration) {
        if (declaration instanceof ClassTree type) {
            declaredTypes.add(type.getSimpleName().toString());
        }
    }

    String packageName() {
        return packageName;
    }

    /** The top-level types' simple names. */
    List<String> declaredTypes() {
        return declaredTypes;
    }

    /** The root's own package and the packages (or types) it imports on demand. */
    Set<String> packagesInScope() {
        return packagesInScope;
    }

    /** Identifiers that may be types of a package in scope. */
    Set<String> simple() {
        return simple;
    }

    /** Dotted names, every prefix included, that may be types. */
    Set<String> qualified() {
        return qualified;
    }

    /** All names by which the root can declare, override or use a member. */
    Set<String> members() {
        return members;
    }

    /** Simple names of the types that classes of the root extend or implement. */
    Set<String> supertypes() {
        return supertypes;
    }

    static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    private void addImport(ImportTree tree) {
        if (!(tree.getQualifiedIdentifier() instanceof MemberSelectTree select)) {
            return;
        }
        String prefix = select.getExpression().toString();
        String name = select.getIdentifier().toString();
        if (name.equals("*")) {
            if (!tree.isStatic()) {
                packagesInScope.add(prefix);
            }
            addPrefixes(select.getExpression());
        } else {
            members.add(name);
            addPrefixes(select);
        }
    }

    private boolean addPrefixes(Tree tree) {
        if (tree instanceof IdentifierTree) {
            return true;
        }
        if (tree instanceof MemberSelectTree select && addPrefixes(select.getExpression())) {
            qualified.add(select.toString());
            return true;
        }
        return false;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
        String name = tree.getName().toString();
        simple.add(name);
        members.add(name);
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        members.add(tree.getIdentifier().toString());
        addPrefixes(tree);
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        scan(tree.getTypeArguments(), null);
        if (tree.getMethodSelect() instanceof IdentifierTree name) {
            members.add(name.getName().toString());
        } else {
            scan(tree.getMethodSelect(), null);
        }
        return scan(tree.getArguments(), null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        members.add(tree.getName().toString());
        return super.visitMemberReference(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
        members.add(tree.getName().toString());
        return super.visitMethod(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
        members.add(tree.getName().toString());
        return super.visitVariable(tree, null);
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
        members.add(tree.getSimpleName().toString());
        addSupertype(tree.getExtendsClause());
        tree.getImplementsClause().forEach(this::addSupertype);
        return super.visitClass(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
        if (tree.getClassBody() != null) {
            addSupertype(tree.getIdentifier());
        }
        return super.visitNewClass(tree, null);
    }

    private void addSupertype(Tree type) {
        if (type instanceof ParameterizedTypeTree generic) {
            addSupertype(generic.getType());
        } else if (type instanceof AnnotatedTypeTree annotated) {
            addSupertype(annotated.getUnderlyingType());
        } else if (type instanceof MemberSelectTree select) {
            supertypes.add(select.getIdentifier().toString());
        } else if (type instanceof IdentifierTree name) {
            supertypes.add(name.getName().toString());
        }
    }
}
