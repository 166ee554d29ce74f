package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * Lays text out in lines of at most {@link #LIMIT} columns where that can be: a construct that does not fit is broken at its
 * outermost places, the operators that bind least first.
 */
final class LineBreaker {

    static final int LIMIT = 120;
    private static final int CONTINUATION = 8;

    private final CodeBlock.Builder out;
    private final int start;
    private int column;
    private int depth;
    private int indented = 1;

    private LineBreaker(CodeBlock.Builder out, int start) {
        this.out = out;
        this.start = start;
        this.column = start;
    }

    /** Adds a line that begins at a column; further lines are indented twice more than that. */
    static void add(CodeBlock.Builder out, int start, Text text) {
        out.add("$[");
        LineBreaker breaker = new LineBreaker(out, start);
        breaker.render(text, 0);
        breaker.indentTo(1);
        out.add("$]\n");
    }

    private void render(Text text, int suffix) {
        if (column + text.width() + suffix <= LIMIT || text instanceof Text.Word) {
            flat(text);
        } else if (text instanceof Text.Run r) {
            renderRun(r.parts(), suffix);
        } else if (text instanceof Text.Chain c) {
            renderChain(c, suffix);
        } else if (text instanceof Text.Items i) {
            renderItems(i, suffix);
        }
    }

    private void renderRun(List<Text> parts, int suffix) {
        for (int i = 0; i < parts.size(); i++) {
            int following = 0;
            int next = i + 1;
            while (next < parts.size() && parts.get(next) instanceof Text.Word w) {
                following += w.width();
                next++;
            }
            render(parts.get(i), next == parts.size() ? following + suffix : following);
        }
    }

    private void renderChain(Text.Chain chain, int suffix) {
        indent();
        render(chain.operands().get(0), 0);
        for (int i = 1; i < chain.operands().size(); i++) {
            newLine();
            write(chain.operators().get(i - 1) + " ");
            render(chain.operands().get(i), i + 1 == chain.operands().size() ? suffix : 0);
        }
        outdent();
    }

    private void renderItems(Text.Items items, int suffix) {
        write(items.open());
        List<Text> elements = items.elements();
        if (elements.isEmpty()) {
            write(items.close());
            return;
        }
        indent();
        newLine();
        int inner = items.width() - items.open().length();
        boolean together = column + inner + suffix <= LIMIT;
        for (int i = 0; i < elements.size(); i++) {
            boolean last = i + 1 == elements.size();
            render(elements.get(i), last ? items.close().length() + suffix : 1);
            if (!last) {
                write(together ? ", " : ",");
                if (!together) {
                    newLine();
                }
            }
        }
        write(items.close());
        outdent();
    }

    private void indent() {
        depth++;
    }

    private void outdent() {
        depth--;
    }

    private void newLine() {
        out.add("\n");
        indentTo(depth);
        column = start + CONTINUATION * depth;
    }

    /** Tells JavaPoet, which indents a statement's further lines once by itself, how far the next line goes in. */
    private void indentTo(int wanted) {
        for (; indented < wanted; indented++) {
            out.add("$>$>");
        }
        for (; indented > wanted; indented--) {
            out.add("$<$<");
        }
    }

    private void write(String word) {
        out.add("$L", word);
        column += word.length();
    }

    private void flat(Text text) {
        if (text instanceof Text.Word w) {
            out.add(w.code());
            column += w.width();
        } else if (text instanceof Text.Run r) {
            r.parts().forEach(this::flat);
        } else if (text instanceof Text.Chain c) {
            flat(c.operands().get(0));
            for (int i = 1; i < c.operands().size(); i++) {
                write(" " + c.operators().get(i - 1) + " ");
                flat(c.operands().get(i));
            }
        } else if (text instanceof Text.Items i) {
            flatItems(i);
        }
    }

    private void flatItems(Text.Items items) {
        write(items.open());
        for (int i = 0; i < items.elements().size(); i++) {
            if (i > 0) {
                write(", ");
            }
            flat(items.elements().get(i));
        }
        write(items.close());
    }
}
