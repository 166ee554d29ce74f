package dev.fluxion.processor.backend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources compiled in memory under all lints, where a warning is a failure, and run. */
final class Compiled extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    private Compiled() {
        super(Compiled.class.getClassLoader());
    }

    /** Compiles files, each given by the binary name of its class and its text, in turn. */
    static Compiled of(String... namesAndTexts) {
        Compiled compiled = new Compiled();
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            sources.add(new Source(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileManager files = compiled.files(compiler.getStandardFileManager(diagnostics, null, null));
        List<String> options = List.of(
                "-proc:none",
                "--release",
                "17",
                "-Xlint:all",
                "-Xdoclint:all,-missing",
                "-classpath",
                System.getProperty("java.class.path"));
        boolean done = compiler.getTask(null, files, diagnostics, options, null, sources)
                .call();
        List<String> messages = diagnostics.getDiagnostics().stream()
                .filter(d -> !d.toString().contains("[path]") && !d.toString().contains("[classfile]"))
                .map(Object::toString)
                .toList();
        if (!done || !messages.isEmpty()) {
            throw new AssertionError(String.join("\n", messages) + "\n" + String.join("\n", namesAndTexts));
        }
        return compiled;
    }

    /** Calls a static method, private ones too, by its name and the number of its arguments. */
    Object call(String className, String method, Object... arguments) {
        try {
            for (Method m : loadClass(className).getDeclaredMethods()) {
                if (m.getName().equals(method) && m.getParameterCount() == arguments.length) {
                    m.setAccessible(true);
                    return m.invoke(null, arguments);
                }
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no " + method + " in " + className);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    private JavaFileManager files(JavaFileManager standard) {
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + className), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(className, n -> new ByteArrayOutputStream());
                    }
                };
            }

            @Override
            public void close() {
                try {
                    super.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("mem:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
