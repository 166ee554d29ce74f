package dev.fluxion.processor.foreign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The process that runs foreign methods: a line with a method in, a line with a verdict out. */
final class Worker {

    /** What an answer begins with after which the process is to be replaced. */
    static final String SPENT = "spent: ";

    /** What each answer begins with: a virtual machine that breaks down writes lines of its own. */
    static final String ANSWER = "answer: ";

    private static boolean isSpent;

    private Worker() {}

    /**
     * Answers until there are no more lines.
     *
     * @param arguments the directory of the classes
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Classes classes = new Classes(Path.of(arguments[0]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split("\t");
            Verdict v = verdict(Integer.parseInt(parts[0]), parts[1], parts[2], classes);
            answers.println(ANSWER + v.kind() + "\t" + (isSpent ? SPENT : "")
                    + v.detail().replaceAll("\\s+", " "));
        }
        System.exit(0);
    }

    private static Verdict verdict(int number, String type, String name, Classes classes) {
        try {
            MethodCheck check = new MethodCheck(Subject.of(type, name, Annotated.stem(number)), classes, number);
            try {
                return check.run();
            } finally {
                isSpent |= check.isSpent();
            }
        } catch (Mismatch e) {
            return Verdict.of(Verdict.Kind.WRONG, e.getMessage());
        } catch (Throwable e) {
            e.printStackTrace();
            return Verdict.of(Verdict.Kind.NO_ARGUMENTS, "could not be run: " + e);
        }
    }
}
