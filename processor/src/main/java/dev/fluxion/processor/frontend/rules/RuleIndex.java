package dev.fluxion.processor.frontend.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * How the rules of a library are found by whoever is compiled against it: by classes in a package of a known name, one per class
 * that holds rules, whose only content is that class's name. The decision is recorded in {@code docs/adr}.
 */
public final class RuleIndex {

    /** The package of what is compiled without a module. */
    private static final String PACKAGE = "dev.fluxion.index";

    /** What a named module's package ends in, after the module's name. */
    private static final String MODULE_PACKAGE = ".fluxion";

    /** The constant that names the class with the rules. */
    private static final String FIELD = "RULES";

    private final Elements elements;
    private final ModuleElement here;

    /**
     * An index as it is seen from one compilation.
     *
     * @param root any of its elements
     */
    public RuleIndex(Elements elements, Element root) {
        this.elements = elements;
        this.here = elements.getModuleOf(root);
    }

    /** The classes of other compilations that hold rules, in the order of their names. */
    List<TypeElement> holders(Collection<? extends Element> annotatedHere) {
        Set<String> own = new TreeSet<>();
        annotatedHere.forEach(e -> own.add(holder(e).getQualifiedName().toString()));
        TreeMap<String, TypeElement> holders = new TreeMap<>();
        for (PackageElement index : packages()) {
            for (TypeElement entry : ElementFilter.typesIn(index.getEnclosedElements())) {
                String name = named(entry);
                TypeElement holder = name == null ? null : elements.getTypeElement(elements.getModuleOf(index), name);
                if (holder != null && !own.contains(name)) {
                    holders.put(name, holder);
                }
            }
        }
        return List.copyOf(holders.values());
    }

    static TypeElement holder(Element annotated) {
        return (TypeElement) (annotated instanceof TypeElement ? annotated : annotated.getEnclosingElement());
    }

    private static String named(TypeElement entry) {
        return ElementFilter.fieldsIn(entry.getEnclosedElements()).stream()
                .filter(f -> f.getSimpleName().contentEquals(FIELD))
                .map(VariableElement::getConstantValue)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    /** An automatic module was compiled without one. */
    private List<PackageElement> packages() {
        List<PackageElement> packages = new ArrayList<>();
        for (ModuleElement module : readable()) {
            if (!module.isUnnamed()) {
                packages.add(elements.getPackageElement(module, module.getQualifiedName() + MODULE_PACKAGE));
            }
            packages.add(elements.getPackageElement(module, PACKAGE));
        }
        packages.removeIf(Objects::isNull);
        return packages;
    }

    private Set<ModuleElement> readable() {
        Set<ModuleElement> readable = new LinkedHashSet<>(List.of(here));
        if (here.isUnnamed()) {
            readable.addAll(elements.getAllModuleElements());
            return readable;
        }
        for (RequiresDirective required : ElementFilter.requiresIn(here.getDirectives())) {
            addTransitively(required.getDependency(), readable);
        }
        if (readable.stream().anyMatch(elements::isAutomaticModule)) {
            elements.getAllModuleElements().stream()
                    .filter(elements::isAutomaticModule)
                    .forEach(readable::add);
        }
        return readable;
    }

    private static void addTransitively(ModuleElement module, Set<ModuleElement> readable) {
        if (readable.add(module)) {
            ElementFilter.requiresIn(module.getDirectives()).stream()
                    .filter(RequiresDirective::isTransitive)
                    .forEach(r -> addTransitively(r.getDependency(), readable));
        }
    }

    /** Whether methods of a class of another compilation can be called from here, as far as modules are concerned. */
    boolean isExported(TypeElement holder) {
        ModuleElement module = elements.getModuleOf(holder);
        if (module.isUnnamed() || module.equals(here) || elements.isAutomaticModule(module)) {
            return true;
        }
        PackageElement own = elements.getPackageOf(holder);
        return ElementFilter.exportsIn(module.getDirectives()).stream()
                .filter(e -> e.getPackage().equals(own))
                .map(ExportsDirective::getTargetModules)
                .anyMatch(targets -> targets == null || targets.contains(here));
    }

    /** What this compilation has to add to the index, for the elements that hold rules for others, in the order of the names. */
    public List<Entry> entries(Collection<? extends Element> annotated) {
        TreeMap<String, Entry> entries = new TreeMap<>();
        for (Element e : annotated) {
            if (RuleReader.isUsableElsewhere(e)) {
                Entry entry = entry(holder(e));
                entries.put(entry.qualifiedName(), entry);
            }
        }
        return List.copyOf(entries.values());
    }

    private Entry entry(TypeElement holder) {
        String name = holder.getQualifiedName().toString();
        String inPackage = here.isUnnamed() ? PACKAGE : here.getQualifiedName() + MODULE_PACKAGE;
        String simple = name.replace("_", "_1").replace('.', '_');
        String source = """
                package %1$s;

                /** Says that {@code %2$s} holds derivatives, to whoever is compiled against it. */
                @dev.fluxion.FluxionGenerated
                public final class %3$s {

                    public static final String %4$s = "%2$s";

                    private %3$s() {}
                }
                """.formatted(inPackage, name, simple, FIELD);
        return new Entry(inPackage + "." + simple, source, name);
    }

    /**
     * A class of the index.
     *
     * @param qualifiedName its name
     * @param source its text
     * @param holder the class that it speaks of, from whose file it originates
     */
    public record Entry(String qualifiedName, String source, String holder) {}
}
