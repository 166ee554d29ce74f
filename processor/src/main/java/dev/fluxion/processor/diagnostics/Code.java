package dev.fluxion.processor.diagnostics;

import static dev.fluxion.processor.diagnostics.Severity.ERROR;
import static dev.fluxion.processor.diagnostics.Severity.NOTE;
import static dev.fluxion.processor.diagnostics.Severity.WARNING;

import java.util.List;

/**
 * Every message, with its severity. A message says what was found, why it cannot be differentiated and what to do; {@code {0}}, {@code {1}} are the
 * arguments of a finding. The tag is also the heading of the message's section in {@code docs/diagnostics.md}.
 */
public enum Code {
    NO_ACTIVE_PARAMETER(
            "FLX0101",
            ERROR,
            "{0} has no active parameter; a derivative needs a parameter of type double or float to differentiate by;"
                    + " add one, or remove @NoDiff from one"),
    RESULT_NOT_DIFFERENTIABLE(
            "FLX0102",
            ERROR,
            "{0} returns {1}; only double and float results have derivatives; return one, or remove @Differentiable"),
    RESULT_INDEPENDENT(
            "FLX0103",
            WARNING,
            "the result of {0} cannot depend on {1}; its derivative is always 0;"
                    + " mark the parameter @NoDiff, or suppress this warning with @SuppressWarnings(\"fluxion\")"),
    GENERIC_METHOD(
            "FLX0104",
            ERROR,
            "{0} is generic; a type parameter says nothing about how its values are differentiated;"
                    + " write the method for the types that it is used with"),
    NATIVE_METHOD(
            "FLX0105", ERROR, "{0} is native; it has no source to differentiate; give it a rule with @DerivativeOf"),
    ABSTRACT_METHOD("FLX0106", ERROR, "{0} is abstract; it has no body to differentiate; annotate its implementations"),
    ARRAY_PARAMETER(
            "FLX0108",
            ERROR,
            "parameter {0} of {1} is of type {2}; arrays of boxed numbers and of tensors are not differentiated yet;"
                    + " pass an array of double or float, or mark it @NoDiff to hold it constant"),
    INACTIVE_FLOATING(
            "FLX0109",
            NOTE,
            "parameter {0} of {1} carries floating-point values but is not differentiated, as its type {2} has no"
                    + " derivative; mark it @NoDiff to say that this is meant"),
    ORDER_OUT_OF_RANGE(
            "FLX0110",
            ERROR,
            "order {0} of {1} is out of range; derivatives of order 1 and 2 are generated; write 1 or 2"),
    VOID_RESULT(
            "FLX0111",
            WARNING,
            "{0} returns nothing and is handed no array to write to; all its derivatives are 0; return a double or float"),
    BAD_NAME(
            "FLX0112",
            ERROR,
            "the name \"{0}\" given to {1} is no identifier of Java; generated methods are called by it; write another one"),
    NOT_REPEATABLE(
            "FLX0114",
            NOTE,
            "{0} has side effects, or might; its Hessian takes a pass for each row, which would repeat them, so that it and its"
                    + " products with vectors are not generated; keep the effects out, or ask for order 1"),
    TENSOR_ORDER(
            "FLX0115",
            ERROR,
            "order 2 is asked for {0}, which takes or returns tensors; second derivatives by their elements are not generated;"
                    + " write order 1"),
    UNSUPPORTED_SYNTAX(
            "FLX0201",
            ERROR,
            "{0} cannot be differentiated yet; the compiler does not know what it does to derivatives;"
                    + " write it with simpler statements, or move it to a method marked @NoDiff"),
    INTEGER_CONVERSION(
            "FLX0202",
            NOTE,
            "an active value is converted to {0} here; the conversion is piecewise constant, so no derivative passes it;"
                    + " write Fluxion.constant(...) around the value to say that this is meant"),
    PIECEWISE_CONSTANT(
            "FLX0203",
            NOTE,
            "{0} is piecewise constant, so no derivative passes it;"
                    + " write Fluxion.constant(...) around its argument to say that this is meant"),
    NO_DERIVATIVE(
            "FLX0204",
            ERROR,
            "{0} receives an active value but has no derivative: neither a rule, nor a companion, nor source in this"
                    + " compilation; annotate it with @Differentiable where its source is, write a rule with"
                    + " @DerivativeOf, or cut the dependence with Fluxion.constant(...)"),
    BIT_CONVERSION(
            "FLX0205",
            ERROR,
            "{0} takes the bits of an active value; what is computed from bits has no derivative;"
                    + " cut the dependence with Fluxion.constant(...)"),
    TEXT_CONVERSION(
            "FLX0206",
            ERROR,
            "{0} reads a number from text, or from an object, that was made of an active value; no derivative survives that;"
                    + " compute with the value itself, or cut the dependence with Fluxion.constant(...)"),
    FIELD_STORE(
            "FLX0207",
            ERROR,
            "an active value is stored in field {0}; what is read back from it could not be differentiated;"
                    + " use a local variable, or store Fluxion.constant(...)"),
    ARRAY_STORE(
            "FLX0208",
            ERROR,
            "an active value is stored in an array that is not followed; only arrays of double or float in parameters and"
                    + " local variables are; use such a one, or store Fluxion.constant(...)"),
    WRITES_IN_TRY(
            "FLX0209",
            ERROR,
            "{0} writes to an active array inside a try statement that goes on after its exceptions; which elements it had written"
                    + " by then is not recorded; let it write to an array that is made inside the block, or call it outside"),
    ESCAPES(
            "FLX0210",
            ERROR,
            "an active value is handed to {0}, which is not followed; a derivative could get lost there;"
                    + " cut the dependence with Fluxion.constant(...)"),
    NEEDS_ITSELF(
            "FLX0211",
            ERROR,
            "the derivative of {0} needs itself: {1}; to differentiate it would take derivatives of ever higher order;"
                    + " call a method that does not differentiate this one"),
    INSTANCE_CALL(
            "FLX0212",
            ERROR,
            "{0} belongs to an object around the receiver; generated code is handed the receiver alone;"
                    + " keep what is needed in a field of the receiver, or pass it as a parameter"),
    SECOND_ORDER_MISSING(
            "FLX0213",
            ERROR,
            "a derivative of {0} is differentiated, but {0} is in a class file; its companion has derivatives, not theirs;"
                    + " compile its source together with this"),
    LOCAL_CLASS(
            "FLX0221",
            ERROR,
            "a class is declared inside the method; generated code, which is in another class, could not name it;"
                    + " declare it beside the method"),
    UNNAMED_TYPE(
            "FLX0222",
            ERROR,
            "this changes a variable inside a call that is taken over as it stands, because a type in it cannot be written down;"
                    + " change the variable before, or write the type arguments instead of leaving them out"),
    EFFECT_IN_ASSERTION(
            "FLX0225",
            ERROR,
            "this assertion has an effect; whether it happens depends on how the program is started, which derivatives must not;"
                    + " compute what is asserted before"),
    WHOLE_RECORD(
            "FLX0227",
            ERROR,
            "a companion's record is used as a whole; the compiler follows its components alone;"
                    + " keep it in a local variable of its own and read its components"),
    PRIVATE_IN_LAMBDA(
            "FLX0228",
            ERROR,
            "{0} is private, and a lambda or a class inside the method uses it; generated code could not;"
                    + " make it package-private, or read it into a local variable before"),
    HIDDEN_TYPE(
            "FLX0229",
            ERROR,
            "the class {0} is private, or of another package and not public; generated code cannot name it;"
                    + " make it package-private or public, or use it in a method that is handed no active value"),
    COMPUTING_ACCESSOR(
            "FLX0230",
            ERROR,
            "the accessor {0} is in a class file, and it does more than to return its component, or its code cannot be read;"
                    + " what its value does to derivatives by the component is not known; compile the record's source together with"
                    + " this, or take what the accessor returns as a parameter"),
    FUNCTION_WITHOUT_DERIVATIVE(
            "FLX0231",
            ERROR,
            "{0} takes a function with its derivatives, and is handed one that has none; hand on a parameter or one"
                    + " of the type DifferentiableUnaryOperator or its like, or mark the parameter there @NoDiff"),
    FUNCTION_ORDER(
            "FLX0232",
            ERROR,
            "a derivative that goes through a function which is handed in is differentiated; such a function has first"
                    + " derivatives alone; ask for order 1, or write the function as a method"),
    BRANCH_LEFT_OUT(
            "FLX0233",
            WARNING,
            "{0} has implementations here that cannot be differentiated: {1}; on objects of these classes the generated methods throw"
                    + " UnsupportedOperationException; mend what is said of them, or suppress this warning with"
                    + " @SuppressWarnings(\"fluxion\")"),
    COLLIDING_MEMBERS(
            "FLX0301",
            ERROR,
            "{0} and {1} would both generate {2}; each generated name must mean one thing;"
                    + " give all but one a name with @Differentiable(name = \"...\")"),
    COLLIDING_COMPONENTS(
            "FLX0302",
            ERROR,
            "parameters {0} and {1} of {2} would both be called {3} in the generated record; rename one"),
    PRIVATE_TYPE(
            "FLX0303",
            ERROR,
            "{0} mentions the private type {1}, which the companion cannot; make the type package-private"),
    COMPANION_EXISTS(
            "FLX0304",
            ERROR,
            "the companion of {0} would be {1}, but there is a class of that name already;"
                    + " a companion must be generated whole; rename one of the two"),
    RULE_NOT_STATIC(
            "FLX0401",
            ERROR,
            "the rule {0} is an instance method; generated code has no object to call it on; make it static"),
    RULE_NOT_VISIBLE(
            "FLX0402",
            ERROR,
            "the rule {0} is private, or in a private class; generated code cannot call it; make it visible"),
    RULE_THROWS(
            "FLX0403",
            ERROR,
            "the rule {0} throws {1}, which {2} does not declare; its callers could not be compiled; catch it in the rule"),
    RULE_NO_METHOD(
            "FLX0404",
            ERROR,
            "the rule {0} does not say whose derivative it is; name the method: @DerivativeOf(value = {1}.class, method = ...)"),
    RULE_LIKE_ON_METHOD(
            "FLX0405",
            ERROR,
            "like stands on the rule {0}, but is for whole classes; put it on a type, or leave it out"),
    RULE_METHOD_ON_TYPE(
            "FLX0406",
            ERROR,
            "method stands on the type {0}, but is for the rule of one method; put it on a static method"),
    RULE_NO_LIKE(
            "FLX0407",
            ERROR,
            "the type {0} does not say whose derivatives the methods of {1} share; name the class: like = ..."),
    RULE_TWIN_OF_ITSELF("FLX0408", ERROR, "{0} is declared to have its own derivatives; name another class as like"),
    RULE_TWIN_WITHOUT_METHODS(
            "FLX0409",
            ERROR,
            "{0} and {1} have no static method in common; nothing follows from one being like the other"),
    RULE_TARGET_UNKNOWN(
            "FLX0410",
            ERROR,
            "the rule {0} names no class as its value; a rule is for a method of a class;"
                    + " write value = ThatClass.class"),
    RULE_TARGET_NOT_FOUND(
            "FLX0411", ERROR, "{0} has no method {1}; a rule is for a method that exists; check class and name"),
    RULE_TARGET_AMBIGUOUS(
            "FLX0412",
            ERROR,
            "the rule {0} fits {1} alike; which one it is for cannot be told; use the other form (JVP or VJP) of rule"),
    RULE_TARGET_FITS_NONE(
            "FLX0413",
            ERROR,
            "the rule {0} fits no overload of {1}; they are {2}; a rule takes the parameters and then tangents or an adjoint"),
    RULE_TARGET_NOT_DIFFERENTIABLE(
            "FLX0414",
            ERROR,
            "{0} has no derivative to give: {1}; a rule needs an active parameter and a floating-point result"),
    RULE_TARGET_NOT_SCALAR(
            "FLX0415",
            ERROR,
            "the parameter {0} of {1} carries derivatives in its elements; rules are for scalars; mark it @NoDiff there, or leave the rule out"),
    RULE_PARAMETER_COUNT(
            "FLX0416", ERROR, "the rule {0} takes {1} parameters; for {2} it takes {3}; the forms are {4}"),
    RULE_PARAMETER_TYPE("FLX0417", ERROR, "parameter {0} of the rule {1} is {2}; for {3} it is {4}; the forms are {5}"),
    RULE_RESULT_TYPE("FLX0418", ERROR, "the rule {0} returns {1}; for {2} it returns {3}; the forms are {4}"),
    RULE_DUPLICATE("FLX0419", ERROR, "{0} has two rules, {1} and {2}; which one holds cannot be told; remove one"),
    RULE_DUPLICATE_TWIN(
            "FLX0420", ERROR, "{0} is like two classes, {1} and {2}; which one holds cannot be told; remove one"),
    UNRESOLVED_TYPE(
            "FLX0501",
            ERROR,
            "{0} mentions the type {1}, which does not exist and which no annotation processor generated;"
                    + " without it there is no signature to generate; check the name, or the processor that should make it"),
    NO_TREES(
            "FLX0502",
            ERROR,
            "this compiler offers no syntax trees ({0}); Fluxion reads method bodies through com.sun.source;"
                    + " compile with javac, from the command line, Maven, Gradle or IntelliJ"),
    INTERNAL(
            "FLX0503",
            ERROR,
            "the derivative of {0} could not be generated because of a mistake in Fluxion: {1};"
                    + " please report it with the method's source");

    private final String tag;
    private final Severity severity;
    private final String template;

    Code(String tag, Severity severity, String template) {
        this.tag = tag;
        this.severity = severity;
        this.template = template;
    }

    /** The stable tag, such as {@code FLX0204}. */
    public String tag() {
        return tag;
    }

    public Severity severity() {
        return severity;
    }

    /** The text, with places for what is put in. */
    String template() {
        return template;
    }

    /** The message for the given arguments. */
    public String message(List<String> arguments) {
        String text = template;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return "[" + tag + "] " + text;
    }
}
