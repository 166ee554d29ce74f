package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Inactive code whose types javac finds from where an expression stands, or that have no name. */
final class Inference {

    private Inference() {}

    @Differentiable
    static double collected(double x, @Domain(from = 0, to = 6) int n) {
        List<Integer> all = IntStream.range(0, n).boxed().collect(Collectors.toList());
        Map<Boolean, List<Integer>> halves = all.stream().collect(Collectors.partitioningBy(v -> v % 2 == 0));
        Map<Integer, Long> counts = all.stream()
                .collect(Collectors.groupingBy(v -> v % 3, TreeMap::new, Collectors.counting()));
        return x * all.size() + x * x * halves.get(true).size() + counts.hashCode() * Math.sin(x);
    }

    static double collectedExact(double x, int n) {
        int counts = 0;
        for (int k = 0; k < 3; k++) {
            int size = (n + 2 - k) / 3;
            counts += size == 0 ? 0 : k ^ size;
        }
        return n + 2 * x * ((n + 1) / 2) + counts * Math.cos(x);
    }

    @Differentiable
    static double castToIntersection(double x, @Domain(from = 0, to = 5) int n) {
        IntSupplier plus = (IntSupplier & Serializable) () -> n + 1;
        Object text = (Supplier<String> & Serializable) String::new;
        return x * x * plus.getAsInt() + (text instanceof Serializable ? x : 0);
    }

    static double castToIntersectionExact(double x, int n) {
        return 2 * x * (n + 1) + 1;
    }

    @Differentiable
    static double anonymousElements(double x, @Domain(from = 0, to = 4) int n) {
        int sum = IntStream.range(0, n)
                .boxed()
                .map(v -> new Object() {
                    final int once = v;
                    final int twice = 2 * v;
                })
                .mapToInt(o -> o.once + o.twice)
                .sum();
        var counter = new Object() {
            int value = n;

            int next() {
                return ++value;
            }
        };
        double y = x;
        for (int i = 0; i < 3; i++) {
            y = Math.sin(y) + counter.next() * x;
        }
        return y * sum;
    }

    @Differentiable
    static double groupedByAnonymous(double x, @Domain(from = 0, to = 6) int n) {
        var groups = IntStream.range(0, n).boxed().collect(Collectors.groupingBy(v -> new Object() {
            @Override
            public int hashCode() {
                return v % 2;
            }

            @Override
            public boolean equals(Object other) {
                return other.hashCode() == hashCode();
            }
        }));
        return x * groups.size();
    }

    static double groupedByAnonymousExact(double x, int n) {
        return Math.min(Math.max(n, 0), 2);
    }

    /** The elements have a type without a name: numbers that can be compared. */
    @Differentiable
    static double mixedNumbers(double x, @Domain(from = 0, to = 4) int n) {
        var list = List.of(1, 2.5, 3L, n);
        double y = x;
        for (var v : list) {
            if (v.intValue() == 3) {
                continue;
            }
            y *= v.doubleValue() + x;
        }
        int sum = Stream.of(n, 2.0, 3L).mapToInt(Number::intValue).sum();
        return y * sum;
    }

    private static <T> int size(int before, Collection<? extends T> all, int after) {
        return before * 100 + all.size() * 10 + after;
    }

    /** Operands with effects around an argument that has to stand where it does. */
    @Differentiable
    static double orderAround(double x, Counter counter) {
        int s = size(counter.next(), List.of(counter.next(), 2.5), counter.next());
        int t = Stream.of(counter.next(), 2.0, counter.next()).mapToInt(Number::intValue).sum() * counter.next();
        return x * s + x * x * t;
    }

    static double orderAroundExact(double x, Counter counter) {
        return 22 + 2 * x * ((3 + 2 + 4) * 5);
    }

    static final class Node<T> {
        final T value;
        final Node<T> next;

        Node(T value, Node<T> next) {
            this.value = value;
            this.next = next;
        }

        <R> Node<R> map(Function<? super T, ? extends R> f) {
            return new Node<>(f.apply(value), next == null ? null : next.map(f));
        }
    }

    @Differentiable
    static double genericConstructor(double x, @Domain(from = 0, to = 99) int n) {
        Node<Integer> numbers = new Node<>(n, new Node<>(3, null));
        Node<String> texts = numbers.map(v -> "n" + v);
        return x * texts.value.length() * numbers.next.value + x * x * texts.next.value.length();
    }

    static double genericConstructorExact(double x, int n) {
        return 3 * ("n" + n).length() + 4 * x;
    }

    static final class Outer<T> {
        final T held;

        Outer(T held) {
            this.held = held;
        }

        final class Inner {
            T get() {
                return held;
            }
        }

        Inner inner() {
            return new Inner();
        }
    }

    @Differentiable
    static double innerOfGeneric(double x, @Domain(from = -5, to = 5) int n) {
        Outer<Integer> outer = new Outer<>(n);
        Outer<Integer>.Inner inner = outer.inner();
        int value = inner.get();
        var other = outer.new Inner();
        return x * value + other.get() * x * x;
    }

    static double innerOfGenericExact(double x, int n) {
        return n + 2 * n * x;
    }

    /** What is iterated over is converted: unboxed, then widened. */
    @Differentiable
    static double convertedElements(double x) {
        double y = x;
        for (long v : List.of(1, 2)) {
            y += v * x;
        }
        for (int c : List.of('a', 'b')) {
            y *= c * 0.01;
        }
        for (double w : new TreeSet<>(Set.of(0.5f, 2f))) {
            y = Math.sin(y) * w;
        }
        return y;
    }

    private static int sizes(List<?>... lists) {
        return Arrays.stream(lists).mapToInt(List::size).sum();
    }

    @Differentiable
    static double restOfLists(double x, @Domain(from = 0, to = 5) int n) {
        List<List<Integer>> lists = Arrays.asList(List.of(n), List.of(2, 3));
        int sum = Stream.of(lists, List.<List<Integer>>of()).mapToInt(List::size).sum();
        int all = sizes(List.of(1), new ArrayList<>(), Collections.emptyList());
        return x * lists.get(1).size() * sum + lists.get(0).get(0) * all * x * x;
    }

    static double restOfListsExact(double x, int n) {
        return 4 + 2 * n * x;
    }

    private static Map<?, ?> lengths(String text) {
        Map<Object, Object> all = new TreeMap<>();
        for (String word : text.split(" ")) {
            all.put(word, word.length());
        }
        return all;
    }

    @Differentiable
    static double wildcards(double x, @Choices({"a bb", "one two three", "q"}) String text) {
        Map<?, ?> map = lengths(text);
        var copy = map.entrySet().stream()
                .filter(e -> e.getKey() != null)
                .collect(Collectors.toMap(e -> e.getKey(), e -> 1));
        double y = x;
        for (var e : map.entrySet()) {
            var key = e.getKey();
            y = Math.sin(y) + key.toString().length() * x;
            if (e.getValue() instanceof Integer length && length > 2) {
                y *= length;
            }
        }
        var keys = new ArrayList<>(map.keySet());
        return y * copy.size() + keys.size();
    }

    @Differentiable
    static double chosenTypes(double x, @Domain(from = 0, to = 3) int n) {
        var numbers = n > 1 ? List.of(1, n) : Set.of(2.5);
        var others =
                switch (n) {
                    case 0 -> List.of(1, 2.0);
                    case 1 -> Set.of("a");
                    default -> new ArrayList<Long>();
                };
        double y = x;
        for (var v : numbers) {
            y *= v.doubleValue();
        }
        return y * (1 + others.size());
    }

    static double chosenTypesExact(double x, int n) {
        return (n > 1 ? n : 2.5) * (n == 0 ? 3 : n == 1 ? 2 : 1);
    }

    @Differentiable
    static double comparators(double x, @Domain(from = 0, to = 9) int n) {
        List<Integer> all = new ArrayList<>(List.of(4, n, 7));
        all.sort(Comparator.comparing((Integer v) -> v % 3).thenComparing(Comparator.reverseOrder()));
        double y = x * all.get(0);
        all.sort(new Comparator<>() {
            int calls;

            @Override
            public int compare(Integer a, Integer b) {
                calls++;
                return b - a;
            }
        });
        return y + all.get(0) * x * x;
    }

    static double comparatorsExact(double x, int n) {
        int first = n % 3 == 0 ? n : Math.max(n % 3 == 1 ? n : 0, 7);
        return first + 2 * x * Math.max(n, 7);
    }
}
