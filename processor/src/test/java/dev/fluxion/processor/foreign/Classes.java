package dev.fluxion.processor.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The classes of a family, to choose implementations from. */
final class Classes {

    private final Path directory;
    private final Map<Class<?>, List<Class<?>>> implementations = new HashMap<>();
    private List<Class<?>> all;
    private Map<Class<?>, List<Method>> factories;

    Classes(Path directory) {
        this.directory = directory;
    }

    /** The concrete classes of the family that are of a type, in the order of their names. */
    List<Class<?>> of(Class<?> type) {
        return implementations.computeIfAbsent(
                type, t -> all().stream().filter(t::isAssignableFrom).toList());
    }

    /** The methods of the family without a receiver that return a type, in the order of their names. */
    List<Method> factories(Class<?> type) {
        if (factories == null) {
            factories = new HashMap<>();
            for (Class<?> c : all()) {
                for (Method m : methods(c)) {
                    if (Modifier.isStatic(m.getModifiers()) && !m.isSynthetic() && m.getReturnType() != c) {
                        factories
                                .computeIfAbsent(m.getReturnType(), t -> new ArrayList<>())
                                .add(m);
                    }
                }
            }
            factories.values().forEach(list -> list.sort(Comparator.comparing(Method::toString)));
        }
        return factories.getOrDefault(type, List.of());
    }

    private static Method[] methods(Class<?> c) {
        try {
            return c.getDeclaredMethods();
        } catch (LinkageError e) {
            return new Method[0]; // What it needs is missing.
        }
    }

    private List<Class<?>> all() {
        if (all == null) {
            all = new ArrayList<>();
            try (Stream<Path> files = Files.walk(directory)) {
                files.map(f -> directory.relativize(f).toString())
                        .filter(f -> f.endsWith(".class"))
                        .sorted()
                        .forEach(this::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private void add(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            Class<?> c = Class.forName(name, false, getClass().getClassLoader());
            if (!Modifier.isAbstract(c.getModifiers()) && !c.isAnonymousClass() && !c.isSynthetic()) {
                all.add(c);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // What it needs is missing: nothing to choose.
        }
    }
}
