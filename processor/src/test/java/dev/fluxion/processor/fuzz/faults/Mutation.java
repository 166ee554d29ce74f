package dev.fluxion.processor.fuzz.faults;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A mistake in the code of a method; false where there is nothing to make it of. */
@FunctionalInterface
interface Mutation {

    boolean apply(MethodNode method);

    /** The method returns a truth without a look. */
    static Mutation always(boolean answer) {
        return m -> {
            if (Type.getReturnType(m.desc) != Type.BOOLEAN_TYPE) {
                return false;
            }
            m.instructions.clear();
            m.tryCatchBlocks.clear();
            m.localVariables = null;
            m.instructions.add(new InsnNode(answer ? Opcodes.ICONST_1 : Opcodes.ICONST_0));
            m.instructions.add(new InsnNode(Opcodes.IRETURN));
            return true;
        };
    }

    /** A method without a result does nothing. */
    static Mutation nothing() {
        return m -> {
            if (Type.getReturnType(m.desc) != Type.VOID_TYPE) {
                return false;
            }
            m.instructions.clear();
            m.tryCatchBlocks.clear();
            m.localVariables = null;
            m.instructions.add(new InsnNode(Opcodes.RETURN));
            return true;
        };
    }

    /** A condition, counted from 0, is taken the other way. */
    static Mutation negated(int which) {
        return m -> {
            List<JumpInsnNode> jumps = all(m, JumpInsnNode.class, j -> opposite(j.getOpcode()) >= 0);
            if (which >= jumps.size()) {
                return false;
            }
            jumps.get(which).setOpcode(opposite(jumps.get(which).getOpcode()));
            return true;
        };
    }

    private static int opposite(int jump) {
        if (jump == Opcodes.IFNULL || jump == Opcodes.IFNONNULL) {
            return jump == Opcodes.IFNULL ? Opcodes.IFNONNULL : Opcodes.IFNULL;
        }
        // The others come in pairs, odd and even.
        return jump >= Opcodes.IFEQ && jump <= Opcodes.IF_ACMPNE ? ((jump + 1) ^ 1) - 1 : -1;
    }

    /** One constant of an enum stands where another should, at the occurrence counted from 0. */
    static Mutation constant(String right, String wrong, int which) {
        return m -> {
            List<FieldInsnNode> reads =
                    all(m, FieldInsnNode.class, f -> f.getOpcode() == Opcodes.GETSTATIC && f.name.equals(right));
            if (which >= reads.size()) {
                return false;
            }
            reads.get(which).name = wrong;
            return true;
        };
    }

    /** One text, or large number, stands where another should. */
    static Mutation text(Object right, Object wrong) {
        return m -> {
            List<LdcInsnNode> texts = all(m, LdcInsnNode.class, l -> l.cst.equals(right));
            texts.forEach(l -> l.cst = wrong);
            return !texts.isEmpty();
        };
    }

    /** A loop, counted from 0 by its jumps backwards, runs once. */
    static Mutation once(int which) {
        return m -> {
            List<JumpInsnNode> back = all(
                    m,
                    JumpInsnNode.class,
                    j -> j.getOpcode() == Opcodes.IFNE && m.instructions.indexOf(j.label) < m.instructions.indexOf(j));
            if (which >= back.size()) {
                return false;
            }
            m.instructions.set(back.get(which), new InsnNode(Opcodes.POP));
            return true;
        };
    }

    /** One number stands where another should, at the occurrence counted from 0. */
    static Mutation number(int right, int wrong, int which) {
        return m -> {
            List<AbstractInsnNode> all = all(m, AbstractInsnNode.class, i -> i.getOpcode() == Opcodes.ICONST_0 + right);
            if (which >= all.size()) {
                return false;
            }
            m.instructions.set(all.get(which), new InsnNode(Opcodes.ICONST_0 + wrong));
            return true;
        };
    }

    /** Another method of the same signature is called. */
    static Mutation called(String right, String wrong) {
        return m -> {
            List<MethodInsnNode> calls = all(m, MethodInsnNode.class, c -> c.name.equals(right));
            calls.stream().limit(1).forEach(c -> c.name = wrong);
            return !calls.isEmpty();
        };
    }

    /** A call, counted from 0, is left out; its receiver, if it has one, stands for its result. */
    static Mutation skipped(String name, int which) {
        return m -> {
            List<MethodInsnNode> calls = all(m, MethodInsnNode.class, c -> c.name.equals(name));
            if (which >= calls.size()) {
                return false;
            }
            MethodInsnNode call = calls.get(which);
            InsnList pops = new InsnList();
            Type[] arguments = Type.getArgumentTypes(call.desc);
            Type result = Type.getReturnType(call.desc);
            boolean isKept = result.getSort() == Type.OBJECT;
            boolean hasReceiver = call.getOpcode() != Opcodes.INVOKESTATIC;
            for (int i = arguments.length - 1; i >= (isKept && !hasReceiver ? 1 : 0); i--) {
                pops.add(new InsnNode(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
            }
            if (hasReceiver && !isKept) {
                pops.add(new InsnNode(Opcodes.POP));
            }
            if (result == Type.BOOLEAN_TYPE || result == Type.INT_TYPE) {
                pops.add(new InsnNode(Opcodes.ICONST_0));
            }
            m.instructions.insert(call, pops);
            m.instructions.remove(call);
            return true;
        };
    }

    /** The last two arguments of a call or constructor, counted from 0, change places. */
    static Mutation swapped(String name, int which) {
        return swapped(c -> c.name.equals(name), which);
    }

    /** The last two arguments of a constructor of a class. */
    static Mutation swappedNew(String owner, int which) {
        return swapped(c -> c.name.equals("<init>") && c.owner.endsWith(owner), which);
    }

    private static Mutation swapped(Predicate<MethodInsnNode> wanted, int which) {
        return m -> {
            List<MethodInsnNode> calls = all(m, MethodInsnNode.class, wanted);
            if (which >= calls.size()) {
                return false;
            }
            m.instructions.insertBefore(calls.get(which), new InsnNode(Opcodes.SWAP));
            return true;
        };
    }

    private static <T extends AbstractInsnNode> List<T> all(MethodNode m, Class<T> type, Predicate<T> wanted) {
        return StreamSupport.stream(m.instructions.spliterator(), false)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .toList();
    }
}
