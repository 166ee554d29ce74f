package dev.fluxion.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of code on one line, with the places where the line may be broken if it is too long. */
sealed interface Text {

    /** How many columns it takes unbroken. */
    int width();

    /** Code that stays together. */
    record Word(CodeBlock code, int width) implements Text {}

    /** Parts that follow each other. */
    record Run(List<Text> parts, int width) implements Text {}

    /** Operands with an operator before each but the first: broken before the operators. */
    record Chain(List<Text> operands, List<String> operators, int width) implements Text {}

    /** Elements between brackets: broken after the opening one and, if need be, after each comma. */
    record Items(String open, List<Text> elements, String close, int width) implements Text {}

    Text EMPTY = new Run(List.of(), 0);

    static Text of(String word) {
        return new Word(CodeBlock.of("$L", word), word.length());
    }

    /** A type's name, which is imported where possible. */
    static Text of(TypeName type) {
        return new Word(CodeBlock.of("$T", type), shortName(type).length());
    }

    static Text of(Object... parts) {
        List<Text> texts = new ArrayList<>();
        int width = 0;
        for (Object part : parts) {
            Text text = part instanceof Text t ? t : part instanceof TypeName n ? of(n) : of((String) part);
            texts.add(text);
            width += text.width();
        }
        return new Run(texts, width);
    }

    static Text chain(List<Text> operands, List<String> operators) {
        int width = operators.stream().mapToInt(o -> o.length() + 2).sum();
        return new Chain(List.copyOf(operands), List.copyOf(operators), width + widths(operands));
    }

    static Text items(String open, List<Text> elements, String close) {
        int commas = 2 * Math.max(0, elements.size() - 1);
        int width = open.length() + close.length() + commas + widths(elements);
        return new Items(open, List.copyOf(elements), close, width);
    }

    /** The code without its line breaks and imports. */
    default String plain() {
        if (this instanceof Word w) {
            return w.code().toString();
        } else if (this instanceof Items i) {
            return i.elements().stream().map(Text::plain).collect(Collectors.joining(", ", i.open(), i.close()));
        } else if (this instanceof Run r) {
            return r.parts().stream().map(Text::plain).collect(Collectors.joining());
        }
        throw new IllegalArgumentException(toString());
    }

    private static int widths(List<Text> texts) {
        return texts.stream().mapToInt(Text::width).sum();
    }

    /** The name as it is written after an import; only measured, never printed. */
    private static String shortName(TypeName type) {
        if (type instanceof ClassName c) {
            return String.join(".", c.simpleNames());
        }
        return type.toString().replaceAll("[a-z][\\w]*\\.(?=\\w)", "");
    }
}
