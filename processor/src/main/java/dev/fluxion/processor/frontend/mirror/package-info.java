/**
 * The mirror compilation: method bodies with all their types, without touching javac's own trees.
 *
 * <p>javac, while it runs annotation processors, knows the headers of classes only, and asking it about a body attributes
 * the class in place, which breaks legal programs and doubles warnings. So a second, private javac attributes a copy:
 * the <em>roots</em> are the source files whose bodies matter, everything else they mention is a <em>stub</em> source,
 * written from the outer compilation's {@code Elements}.
 *
 * <p>In: {@link dev.fluxion.processor.frontend.mirror.SourceFile}s, the outer elements, and the companions predicted for
 * this round ({@link dev.fluxion.processor.frontend.mirror.CompanionPredictor}). Out: a
 * {@link dev.fluxion.processor.frontend.mirror.Mirror}.
 *
 * <pre>
 *   TreesAccess trees = TreesAccess.of(processingEnv).orElseThrow();   // empty: the compiler is not javac
 *   var companions = new CompanionPredictor(elements, annotatedMethods, tangentNames);
 *   var compilation = new MirrorCompilation(processingEnv, trees);     // one per round
 *   Mirror mirror = compilation.attribute(roots, companions);          // again with more roots when bodies are missing
 *   for (CompilationUnitTree unit : mirror.units()) ...                // trees(), types(), elements(), constantValue(path)
 * </pre>
 *
 * <p>Invariants: outer elements are asked for headers, by name, and never for anything that makes javac attribute a body
 * or an initializer; nothing that the mirror finds is reported; elements and trees of the mirror never leave it, only
 * names and offsets. A root with {@link dev.fluxion.processor.frontend.mirror.Mirror#hasErrors errors} must not be
 * lowered.
 *
 * <p>Limits: edits that another tool makes to javac's trees are not seen; {@code --add-exports} is guessed from imports;
 * the platform is that of the running JDK, whatever {@code --release} says.
 */
package dev.fluxion.processor.frontend.mirror;
