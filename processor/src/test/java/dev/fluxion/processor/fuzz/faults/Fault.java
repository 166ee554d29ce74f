package dev.fluxion.processor.fuzz.faults;

/**
 * A mistake in the compiler.
 *
 * @param description what is wrong
 * @param owner the class, below the processor's package
 * @param method the method or lambdas in it; with a part of its descriptor behind a parenthesis where there are several
 */
record Fault(String description, String owner, String method, Mutation mutation) {

    /** The method's name alone. */
    String name() {
        return method.replaceAll("\\(.*", "");
    }

    String className() {
        return "dev.fluxion.processor." + owner;
    }

    /** Whether a method of the class is meant. */
    boolean isIn(String name, String descriptor) {
        int open = method.indexOf('(');
        String wanted = open < 0 ? method : method.substring(0, open);
        return (name.equals(wanted) || name.startsWith("lambda$" + wanted + "$"))
                && (open < 0 || descriptor.contains(method.substring(open + 1)));
    }

    @Override
    public String toString() {
        return description + " (" + owner.substring(owner.lastIndexOf('.') + 1) + "." + method + ")";
    }
}
