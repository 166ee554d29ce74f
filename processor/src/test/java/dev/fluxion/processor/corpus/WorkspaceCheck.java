package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.tape.Workspace;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The generated methods of a function over arrays that take a workspace: they do what those without do, with one workspace for all of them, and allocate nothing but what
 * they return. Those that still allocate are listed in {@code workspace-limits.txt}.
 */
final class WorkspaceCheck {

    private static final List<String> SUFFIXES = List.of("Gradient", "Vjp", "Hvp", "Hessian");
    private static final int[] LENGTHS = {4, 6, 3, 4, 1};
    private static final Path LIMITS = Path.of("src", "test", "resources", "corpus", "workspace-limits.txt");

    private final ArrayFunction function;
    private final Workspace workspace;
    private final Random random;
    private final Map<String, Long> excess = new TreeMap<>();
    private int calls;

    WorkspaceCheck(ArrayFunction function, Workspace workspace) {
        this.function = function;
        this.workspace = workspace;
        this.random = new Random(function.name().hashCode());
    }

    void run() {
        List<Reused> methods = function.reused(SUFFIXES);
        for (int length : LENGTHS) {
            ArrayPoint point = ArrayPoint.random(function, length, random);
            methods.forEach(m -> check(m, point));
        }
        assertThat(calls).as(function.name() + ": methods with a workspace").isPositive();
        excess.values().removeIf(bytes -> bytes <= 0);
        Set<String> limits = limits();
        if (limits.contains(function.name())) {
            assertThat(excess)
                    .as(function.name() + " is listed as one that allocates")
                    .isNotEmpty();
        } else if (!limits.contains("maybe " + function.name())) {
            assertThat(excess).as(function.name() + ": bytes beyond the result").isEmpty();
        }
    }

    private static Set<String> limits() {
        try {
            return Files.readAllLines(LIMITS).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void check(Reused method, ArrayPoint point) {
        Optional<Object[]> arguments = arguments(method, point);
        if (arguments.isPresent()) {
            calls++;
            if (method.isSame(workspace, arguments.get())) {
                excess.merge(method.name(), method.excess(workspace, arguments.get()), Math::max);
            }
        }
    }

    /** Arguments of a generated method; none where the primal throws, so that its result has no shape. */
    private Optional<Object[]> arguments(Reused method, ArrayPoint point) {
        List<Object> all = new ArrayList<>(List.of(point.arguments()));
        Parameter[] own = method.plain().getParameters();
        for (int i = function.parameters().length; i < own.length; i++) {
            String name = own[i].getName();
            if (method.plain().getName().endsWith("Hvp")) {
                all.add(random.doubles(point.inputs(), -1, 1).toArray());
            } else if (name.equals("resultBar")) {
                Object value = function.call(point.arguments()).value();
                if (value == null) {
                    return Optional.empty();
                }
                all.add(ArrayPoint.map(value, v -> random.nextDouble()));
            } else {
                all.add(bar(name, point));
            }
        }
        return Optional.of(all.toArray());
    }

    private Object bar(String name, ArrayPoint point) {
        for (int i = 0; i < function.parameters().length; i++) {
            if (name.equals(function.parameters()[i].getName() + "Bar")) {
                return ArrayPoint.map(point.arguments()[i], v -> random.nextDouble());
            }
        }
        throw new AssertionError(name);
    }
}
