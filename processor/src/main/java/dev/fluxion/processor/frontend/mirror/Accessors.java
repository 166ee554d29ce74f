package dev.fluxion.processor.frontend.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Whether the accessors of records return the components and do nothing else. Of a record among the sources those do that nobody wrote; of one in a
 * class file, which says nothing of that, those whose code is seen to. Where a class file cannot be read none does.
 */
public final class Accessors {

    private final ProcessingEnvironment environment;
    private final TreesAccess trees;
    private final Map<String, Set<String>> readers = new HashMap<>();

    public Accessors(ProcessingEnvironment environment, TreesAccess trees) {
        this.environment = environment;
        this.trees = trees;
    }

    /** Whether a record's accessor, as the outer compilation knows it, returns its component and does nothing else. */
    public boolean isPlain(ExecutableElement accessor) {
        TypeElement record = (TypeElement) accessor.getEnclosingElement();
        return isSource(record)
                ? trees.trees().getTree(accessor) == null
                : readers.computeIfAbsent(record.getQualifiedName().toString(), name -> readers(record))
                        .contains(accessor.getSimpleName().toString());
    }

    /** Whether a class is among the sources of this compilation. */
    public boolean isSource(TypeElement type) {
        return trees.trees().getPath(type) != null;
    }

    private Set<String> readers(TypeElement record) {
        try (InputStream in = classFile(record).openInputStream()) {
            return FieldReaders.in(in);
        } catch (IOException | ReflectiveOperationException | RuntimeException unreadable) {
            return Set.of();
        }
    }

    /** Newer JDKs say where a class comes from (18 and later); with older ones the class path is looked through as javac does, and modules are not. */
    private FileObject classFile(TypeElement record) throws IOException, ReflectiveOperationException {
        Elements elements = environment.getElementUtils();
        try {
            return (FileObject)
                    Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, record);
        } catch (NoSuchMethodException | InvocationTargetException older) {
            ModuleElement module = elements.getModuleOf(record);
            if (module != null && !module.isUnnamed()) {
                throw new IOException("in a module", older);
            }
            String packageName =
                    elements.getPackageOf(record).getQualifiedName().toString();
            String file = elements.getBinaryName(record)
                    .toString()
                    .substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
            return environment.getFiler().getResource(StandardLocation.CLASS_PATH, packageName, file + ".class");
        }
    }
}
