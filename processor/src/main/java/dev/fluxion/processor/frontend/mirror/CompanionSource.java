package dev.fluxion.processor.frontend.mirror;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Types that will be generated in this round, served to the mirror as if they existed. */
public interface CompanionSource {

    /** No predictions. */
    CompanionSource NONE = new CompanionSource() {

        @Override
        public Optional<Companion> find(String qualifiedName) {
            return Optional.empty();
        }

        @Override
        public Set<String> qualifiedNames() {
            return Set.of();
        }
    };

    /** The type of this canonical name, if it is top-level and predicted. */
    Optional<Companion> find(String qualifiedName);

    /** The canonical names of all predicted types. */
    Set<String> qualifiedNames();

    /**
     * A predicted type.
     *
     * @param packageName its package
     * @param simpleName its name
     * @param declaration its declaration as Java source, every type by its qualified name
     * @param mentions the existing types that the declaration names
     */
    record Companion(String packageName, String simpleName, String declaration, Collection<TypeElement> mentions) {

        public Companion {
            mentions = List.copyOf(mentions);
        }

        public String qualifiedName() {
            return RootNames.join(packageName, simpleName);
        }
    }
}
