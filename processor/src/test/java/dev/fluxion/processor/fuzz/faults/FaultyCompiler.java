package dev.fluxion.processor.fuzz.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Processor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Loads the compiler with a fault. */
final class FaultyCompiler extends ClassLoader {

    private static final String COMPILER = "dev.fluxion.processor.";

    private final Planted planted;

    FaultyCompiler(Planted planted) {
        super(FaultyCompiler.class.getClassLoader());
        this.planted = planted;
    }

    /** A class of the compiler with a mistake in its code. */
    record Planted(String className, byte[] code) {}

    /** The class with the mistake in it, perhaps a nested one; nothing where the method is not as the fault takes it to be. */
    static Optional<Planted> plant(Fault fault) {
        Optional<ClassNode> owner = parse(fault.className());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(List.of(fault.className()));
        if (owner.get().nestMembers != null) {
            owner.get().nestMembers.forEach(n -> names.add(n.replace('/', '.')));
        }
        return names.stream().flatMap(name -> plant(fault, name).stream()).findFirst();
    }

    private static Optional<Planted> plant(Fault fault, String name) {
        ClassNode node = parse(name).orElseThrow();
        for (MethodNode m : node.methods) {
            if (fault.isIn(m.name, m.desc) && fault.mutation().apply(m)) {
                ClassWriter writer = new WithFrames();
                node.accept(writer);
                return Optional.of(new Planted(name, writer.toByteArray()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ClassNode> parse(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                return Optional.empty();
            }
            ClassNode node = new ClassNode();
            new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
            return Optional.of(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return FaultyCompiler.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class");
    }

    /** The annotation processor. */
    Processor processor() {
        try {
            Class<?> type = loadClass(COMPILER + "FluxionProcessor");
            return (Processor) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(COMPILER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] code = name.equals(planted.className()) ? planted.code() : read(name);
        return defineClass(name, code, 0, code.length);
    }

    private static byte[] read(String name) throws ClassNotFoundException {
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Computes frames anew; where two classes meet in one, an object will do. */
    private static final class WithFrames extends ClassWriter {

        WithFrames() {
            super(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
        }

        @Override
        protected ClassLoader getClassLoader() {
            return FaultyCompiler.class.getClassLoader();
        }
    }
}
