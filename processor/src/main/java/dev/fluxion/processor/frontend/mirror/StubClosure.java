package dev.fluxion.processor.frontend.mirror;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;

/**
 * The stubs that a set of roots needs: the types that the roots can name, and then whatever those mention, until
 * closed.
 *
 * <p>Types are asked for by name only. Listing a package instead would complete every class in it, which costs time and
 * makes javac warn of class files that the user's code never touches.
 */
final class StubClosure implements StubNeeds {

    private record Stub(boolean withImports, String head, String members) {}

    /** Names that javac looks up without their being written. */
    private static final Set<String> IMPLIED_NAMES = Set.of("close", "iterator", "hasNext", "next", "value");

    private final OuterTypes outer;
    private final CompanionSource companions;
    private final Set<String> rootTypes = new HashSet<>();
    private final Set<String> names = new HashSet<>(IMPLIED_NAMES);
    private final Set<String> rootSupertypes = new HashSet<>();
    private final Set<TypeElement> extended = new HashSet<>();
    private final Set<TypeElement> seen = new LinkedHashSet<>();
    private final Deque<TypeElement> queue = new ArrayDeque<>();
    private final Map<TypeElement, Stub> stubs = new LinkedHashMap<>();
    private final Map<String, CompanionSource.Companion> predicted = new LinkedHashMap<>();
    private final StubText text;
    private final Set<String> constantNames = new HashSet<>();
    private String currentPackage = "";
    private boolean needsImports;

    private StubClosure(OuterTypes outer, CompanionSource companions) {
        this.outer = outer;
        this.companions = companions;
        this.text = new StubText(outer, this);
    }

    /** Fills the file manager with all stubs that the roots need; returns how many. */
    static int serve(
            Collection<RootNames> roots, OuterTypes outer, CompanionSource companions, MirrorFileManager files) {
        StubClosure closure = new StubClosure(outer, companions);
        roots.forEach(closure::addNames);
        roots.forEach(closure::addCandidates);
        closure.close();
        return closure.write(files);
    }

    private void addNames(RootNames root) {
        root.declaredTypes().forEach(type -> rootTypes.add(RootNames.join(root.packageName(), type)));
        names.addAll(root.members());
        rootSupertypes.addAll(root.supertypes());
    }

    private void addCandidates(RootNames root) {
        ModuleElement module = root.declaredTypes().isEmpty()
                ? null
                : outer.moduleOf(
                        RootNames.join(root.packageName(), root.declaredTypes().get(0)));
        for (String inScope : root.packagesInScope()) {
            root.simple().forEach(name -> candidate(module, RootNames.join(inScope, name)));
        }
        root.qualified().forEach(name -> candidate(module, name));
        root.supertypes().forEach(name -> candidate(module, "java.lang." + name));
    }

    private void candidate(ModuleElement module, String name) {
        if (!predict(name)) {
            outer.find(module, name).ifPresent(this::mention);
        }
    }

    private boolean predict(String name) {
        Optional<CompanionSource.Companion> companion = companions.find(name);
        companion
                .filter(c -> predicted.putIfAbsent(name, c) == null)
                .ifPresent(c -> c.mentions().forEach(this::mention));
        return companion.isPresent();
    }

    @Override
    public void mention(TypeElement type) {
        if (seen.add(type)) {
            queue.add(type);
        }
    }

    @Override
    public boolean isUsed(String name) {
        return names.contains(name);
    }

    @Override
    public boolean isExtended(TypeElement type) {
        return extended.contains(type);
    }

    @Override
    public boolean isUsedByConstant(String name) {
        return constantNames.contains(name);
    }

    @Override
    public void copied(RootNames copied) {
        needsImports = true;
        constantNames.addAll(copied.members());
        if (names.addAll(copied.members())) {
            addCandidates(copied);
        }
    }

    /** Writes until nothing new is mentioned; again if a supertype of a root brought more names or supertypes. */
    private void close() {
        int before;
        do {
            before = known();
            queue.clear();
            queue.addAll(seen);
            while (!queue.isEmpty()) {
                visit(queue.remove());
            }
        } while (known() > before);
    }

    private int known() {
        return names.size() + constantNames.size() + extended.size();
    }

    private void extend(TypeElement type) {
        if (extended.add(type)) {
            outer.supertypes(type).forEach(this::extend);
        }
    }

    private void visit(TypeElement type) {
        if (rootSupertypes.contains(type.getSimpleName().toString())) {
            names.addAll(outer.openNames(type));
            extend(type);
        }
        if (outer.isPlatform(type)) {
            return;
        }
        String topLevel = OuterTypes.topLevel(type).getQualifiedName().toString();
        if (rootTypes.contains(topLevel) || predict(topLevel)) {
            return;
        }
        if (type.getEnclosingElement() instanceof TypeElement enclosing) {
            mention(enclosing);
        }
        currentPackage = outer.packageOf(type);
        needsImports = false;
        String head = text.head(type);
        String members = text.members(type);
        stubs.put(type, new Stub(needsImports, head, members));
    }

    /**
     * A companion, by its qualified name, from the same package or by an import, which the stub then repeats; or a name
     * for which there is nothing.
     */
    @Override
    public String unresolved(String written) {
        if (!SourceVersion.isName(written)) {
            return "Unresolved";
        }
        needsImports = true;
        for (int end = written.length(); end > 0; end = written.lastIndexOf('.', end - 1)) {
            predict(written.substring(0, end));
        }
        int dot = written.indexOf('.');
        String first = dot < 0 ? written : written.substring(0, dot);
        predict(RootNames.join(currentPackage, first));
        companions.qualifiedNames().stream()
                .filter(name -> name.endsWith("." + first))
                .forEach(this::predict);
        return written;
    }

    private int write(MirrorFileManager files) {
        int count = 0;
        for (TypeElement type : stubs.keySet()) {
            if (!(type.getEnclosingElement() instanceof TypeElement)) {
                String imports = needsImports(type) ? outer.initializers().importsOf(type) : "";
                serve(files, outer.packageOf(type), type.getSimpleName().toString(), imports + declaration(type));
                count++;
            }
        }
        for (CompanionSource.Companion companion : predicted.values()) {
            serve(files, companion.packageName(), companion.simpleName(), companion.declaration());
        }
        return count + predicted.size();
    }

    private boolean needsImports(TypeElement type) {
        Stub stub = stubs.get(type);
        return stub != null
                && (stub.withImports()
                        || type.getEnclosedElements().stream()
                                .anyMatch(member -> member instanceof TypeElement nested && needsImports(nested)));
    }

    private static void serve(MirrorFileManager files, String packageName, String simpleName, String declaration) {
        String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
        files.serve(packageName, MirrorSource.stub(RootNames.join(packageName, simpleName), header + declaration));
    }

    private String declaration(TypeElement type) {
        Stub stub = stubs.get(type);
        StringBuilder declaration = new StringBuilder(stub.head()).append(stub.members());
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof TypeElement nested && stubs.containsKey(nested)) {
                declaration.append(declaration(nested));
            }
        }
        return declaration.append("}\n").toString();
    }
}
