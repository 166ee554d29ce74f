package dev.fluxion.processor.fuzz.check;

import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.PlainMethods;
import dev.fluxion.processor.corpus.CompiledCorpus;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Compiled programs in which every jump backwards burns fuel. */
final class Fueled extends CompiledCorpus {

    private final Set<String> names;

    Fueled(InMemory compiled) {
        super(compiled.classes(), compiled.generated());
        this.names = compiled.classes().keySet();
    }

    Set<String> names() {
        return names;
    }

    /** The methods over arrays, in place or with results, in the order of their names. */
    List<Mapping> mappings() {
        List<Mapping> found = new ArrayList<>();
        for (String name : names) {
            if (names.contains(name + "Grad")) {
                Class<?> companion = load(name + "Grad");
                Arrays.stream(load(name).getDeclaredMethods())
                        .filter(Fueled::isOverArrays)
                        .filter(m -> PlainMethods.of(companion)
                                .anyMatch(d -> d.getName().equals(m.getName() + "Jvp")))
                        .sorted(Comparator.comparing(Method::getName))
                        .forEach(m -> found.add(new Mapping(m, companion)));
            }
        }
        return found;
    }

    private static boolean isOverArrays(Method m) {
        Class<?> result = m.getReturnType();
        return result.isArray()
                || result == void.class
                || Arrays.stream(m.getParameterTypes()).anyMatch(Class::isArray);
    }

    private Class<?> load(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected byte[] weave(byte[] compiled) {
        ClassReader reader = new ClassReader(compiled);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String sign, String[] thrown) {
                        return new Burning(super.visitMethod(access, name, type, sign, thrown));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Burning extends MethodVisitor {

        private final Set<Label> behind = new HashSet<>();

        Burning(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLabel(Label label) {
            behind.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (behind.contains(label)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Fuel.class), "burn", "()V", false);
            }
            super.visitJumpInsn(opcode, label);
        }
    }
}
