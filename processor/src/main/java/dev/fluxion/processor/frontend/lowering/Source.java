package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.CompilationUnitTree;
import dev.fluxion.processor.frontend.mirror.Mirror;

/**
 * Where a method's tree stands.
 *
 * @param mirror the attributed mirror
 * @param unit the mirror's compilation unit
 * @param file the name by which spans refer to the file
 */
public record Source(Mirror mirror, CompilationUnitTree unit, String file) {}
