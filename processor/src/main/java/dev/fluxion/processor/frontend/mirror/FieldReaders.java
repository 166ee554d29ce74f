package dev.fluxion.processor.frontend.mirror;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The methods of a class file that return a field of their name and do nothing else, as the accessors of records are that nobody wrote: their code is {@code
 * aload_0; getfield; return} (JVMS 4.7.3, 6.5).
 */
final class FieldReaders {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int ALOAD_0 = 0x2a;
    private static final int GETFIELD = 0xb4;
    private static final int IRETURN = 0xac;
    private static final int ARETURN = 0xb0;

    private final DataInputStream in;
    private final Map<Integer, String> texts = new HashMap<>();

    /** Of constants that consist of two others, their numbers. */
    private final Map<Integer, int[]> pairs = new HashMap<>();

    private final Set<String> found = new HashSet<>();

    private FieldReaders(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The names of such methods; none where this is no class file. */
    static Set<String> in(InputStream classFile) throws IOException {
        return new FieldReaders(classFile).read();
    }

    private Set<String> read() throws IOException {
        if (in.readInt() != MAGIC) {
            return Set.of();
        }
        in.skipNBytes(4);
        constants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        members(false);
        members(true);
        return found;
    }

    /** Constants of eight bytes take two numbers (JVMS 4.4.5). */
    private void constants() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 3, 4, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 9, 10, 11, 12 -> pairs.put(i, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(2);
            }
        }
    }

    private void members(boolean areMethods) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            String name = texts.get(in.readUnsignedShort());
            boolean takesNothing = texts.get(in.readUnsignedShort()).startsWith("()");
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String attribute = texts.get(in.readUnsignedShort());
                byte[] content = new byte[in.readInt()];
                in.readFully(content);
                if (areMethods && takesNothing && attribute.equals("Code") && isReader(content, name)) {
                    found.add(name);
                }
            }
        }
    }

    /** The code begins behind the sizes of the stack and of the variables, and its own. */
    private boolean isReader(byte[] content, String name) {
        boolean isShort = content.length > 12 && at(content, 4) == 0 && at(content, 6) == 5;
        int last = isShort ? content[12] & 0xff : 0;
        if (!isShort
                || (content[8] & 0xff) != ALOAD_0
                || (content[9] & 0xff) != GETFIELD
                || last < IRETURN
                || last > ARETURN) {
            return false;
        }
        int[] nameAndType = pairs.get(pairs.get(at(content, 10))[1]);
        return name.equals(texts.get(nameAndType[0]));
    }

    private static int at(byte[] content, int i) {
        return (content[i] & 0xff) << 8 | content[i + 1] & 0xff;
    }
}
