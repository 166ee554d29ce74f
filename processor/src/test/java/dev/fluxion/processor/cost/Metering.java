package dev.fluxion.processor.cost;

import static org.objectweb.asm.Opcodes.*;

import dev.fluxion.StrongZero;
import dev.fluxion.processor.cost.Meter.Kind;
import dev.fluxion.tape.Bars;
import dev.fluxion.tape.Distinct;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Makes class files count what they execute. */
final class Metering {

    private static final String METER = Type.getInternalName(Meter.class);
    private static final String BARS = Type.getInternalName(Bars.class);
    private static final String DISTINCT = Type.getInternalName(Distinct.class);
    private static final String STRONG_ZERO = Type.getInternalName(StrongZero.class);

    private Metering() {}

    /** The same class, which counts; records, whose code is Java's own, count nothing. */
    static byte[] instrument(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        if ("java/lang/Record".equals(reader.getSuperName())) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String generic, String[] thrown) {
                        return new Counting(super.visitMethod(access, name, descriptor, generic, thrown));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Counts before each instruction. */
    private static final class Counting extends MethodVisitor {

        /** Whether an array of arguments is being filled, which only checks at entry take. */
        private boolean inArguments;

        Counting(MethodVisitor next) {
            super(ASM9, next);
        }

        private void count(Kind kind) {
            super.visitIntInsn(BIPUSH, kind.ordinal());
            super.visitMethodInsn(INVOKESTATIC, METER, "count", "(I)V", false);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= IADD && opcode <= DCMPG) {
                count(Kind.ARITHMETIC);
            } else if (opcode >= IASTORE && opcode <= SASTORE) {
                count(inArguments ? Kind.CHECK : Kind.STORE);
            } else if (opcode >= IALOAD && opcode <= SALOAD) {
                count(Kind.LOAD);
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            count(opcode >= ISTORE ? Kind.STORE : Kind.LOAD);
            super.visitVarInsn(opcode, variable);
        }

        @Override
        public void visitIincInsn(int variable, int increment) {
            count(Kind.STORE);
            super.visitIincInsn(variable, increment);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            count(opcode == PUTFIELD || opcode == PUTSTATIC ? Kind.STORE : Kind.LOAD);
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(STRONG_ZERO)) {
                count(Kind.GUARD);
                count(Kind.ARITHMETIC);
            } else {
                count(owner.equals(DISTINCT) || owner.equals(BARS) && name.equals("check") ? Kind.CHECK : Kind.CALL);
            }
            inArguments = false;
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            inArguments |= opcode == ANEWARRAY && type.equals("java/lang/Object");
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == NEWARRAY) {
                count(Kind.CALL);
            }
            super.visitIntInsn(opcode, operand);
        }
    }
}
