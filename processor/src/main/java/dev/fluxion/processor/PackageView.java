package dev.fluxion.processor;

import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The package of one companion, as the compiler knows it. */
final class PackageView implements Surroundings {

    private final Elements elements;
    private final PackageElement own;
    private final Predicate<ExecutableElement> isPlain;

    /** @param isPlain whether the accessor of a record returns its component and does nothing else */
    PackageView(Elements elements, TypeElement user, Predicate<ExecutableElement> isPlain) {
        this.elements = elements;
        this.own = elements.getPackageOf(user);
        this.isPlain = isPlain;
    }

    @Override
    public boolean isReadByAccessor(Field field) {
        TypeElement record = elements.getTypeElement(field.owner().canonicalName());
        return record != null
                && isVisible(field.owner())
                && ElementFilter.recordComponentsIn(record.getEnclosedElements()).stream()
                        .filter(c -> c.getSimpleName().contentEquals(field.name()))
                        .anyMatch(c -> isPlain.test(c.getAccessor()));
    }

    @Override
    public boolean isVisible(Type.Declared type) {
        TypeElement element = elements.getTypeElement(type.canonicalName());
        if (element == null) {
            return true;
        }
        boolean samePackage = elements.getPackageOf(element).equals(own);
        for (Element e = element; e instanceof TypeElement; e = e.getEnclosingElement()) {
            boolean isPublic = e.getModifiers().contains(Modifier.PUBLIC)
                    || e.getEnclosingElement().getKind().isInterface();
            boolean isPrivate = e.getModifiers().contains(Modifier.PRIVATE);
            if (isPrivate || !isPublic && !samePackage) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean packageHas(String simpleName) {
        String prefix = own.isUnnamed() ? "" : own.getQualifiedName() + ".";
        return elements.getTypeElement(prefix + simpleName) != null;
    }
}
