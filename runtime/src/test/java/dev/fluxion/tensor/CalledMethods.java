package dev.fluxion.tensor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The methods of tensors that a class calls, lambdas and method references included, as its class file names them (JVMS 4.4). */
final class CalledMethods {

    private final String[] texts;
    private final int[][] pairs;

    private CalledMethods(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        texts = new String[count];
        pairs = new int[count][];
        for (int i = 1; i < count; i++) {
            i += constant(in, i);
        }
    }

    /** Reads a constant; how many more indices it takes. */
    private int constant(DataInputStream in, int index) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 1 -> texts[index] = in.readUTF();
            case 3, 4 -> in.skipNBytes(4);
            case 5, 6 -> in.skipNBytes(8);
            case 7, 8, 16, 19, 20 -> pairs[index] = new int[] {tag, in.readUnsignedShort(), 0};
            case 15 -> in.skipNBytes(3);
            default -> pairs[index] = new int[] {tag, in.readUnsignedShort(), in.readUnsignedShort()};
        }
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    /** As {@code mul(double)}. */
    static Set<String> of(Class<?> caller) {
        String file = caller.getSimpleName() + ".class";
        try (InputStream in = caller.getResourceAsStream(file)) {
            return new CalledMethods(new DataInputStream(in)).methods();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> methods() {
        Set<String> found = new TreeSet<>();
        for (int[] pair : pairs) {
            boolean method = pair != null && (pair[0] == 10 || pair[0] == 11);
            if (method && texts[pairs[pair[1]][1]].startsWith("dev/fluxion/tensor/Tensor")) {
                int[] signature = pairs[pair[2]];
                MethodType type = MethodType.fromMethodDescriptorString(
                        texts[signature[2]], CalledMethods.class.getClassLoader());
                found.add(text(texts[signature[1]], type.parameterList()));
            }
        }
        return found;
    }

    static String text(String name, List<Class<?>> parameters) {
        return name + parameters.stream().map(Class::getSimpleName).collect(Collectors.joining(",", "(", ")"));
    }
}
