package dev.fluxion.processor.frontend.mirror;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Serves the stubs as the only thing on the source path; the class path is empty, there is no module path, and the
 * platform's classes are left to the standard file manager.
 *
 * <p>The real class path and module path are never asked, so that what the user's build put there, and how, does not
 * matter: whatever it says is already in the outer {@code Elements}.
 */
final class MirrorFileManager extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, List<JavaFileObject>> stubsByPackage = new TreeMap<>();

    MirrorFileManager(JavaFileManager standard) {
        super(standard);
    }

    void serve(String packageName, MirrorSource stub) {
        stubsByPackage.computeIfAbsent(packageName, p -> new ArrayList<>()).add(stub);
    }

    @Override
    public boolean hasLocation(Location location) {
        if (location == StandardLocation.SOURCE_PATH || location == StandardLocation.CLASS_PATH) {
            return true;
        }
        return isPlatform(location) && super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.SOURCE_PATH) {
            return kinds.contains(JavaFileObject.Kind.SOURCE)
                    ? stubsByPackage.getOrDefault(packageName, List.of())
                    : List.of();
        }
        return isPlatform(location) ? super.list(location, packageName, kinds, recurse) : List.of();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof MirrorSource source) {
            return source.binaryName();
        }
        return super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        if (a instanceof MirrorSource || b instanceof MirrorSource) {
            return a == b;
        }
        return super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        if (file instanceof MirrorSource) {
            return location == StandardLocation.SOURCE_PATH;
        }
        return isPlatform(location) && super.contains(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        return isPlatform(location) ? super.getJavaFileForInput(location, className, kind) : null;
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relativeName) throws IOException {
        return isPlatform(location) ? super.getFileForInput(location, packageName, relativeName) : null;
    }

    @Override
    public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        return isPlatform(location) ? super.listLocationsForModules(location) : List.of();
    }

    @Override
    public Location getLocationForModule(Location location, JavaFileObject file) throws IOException {
        return file instanceof MirrorSource ? null : super.getLocationForModule(location, file);
    }

    /** The standard file manager is shared by the mirrors of a round. */
    @Override
    public void close() {}

    private static boolean isPlatform(Location location) {
        return !(location instanceof StandardLocation) || location == StandardLocation.SYSTEM_MODULES;
    }
}
