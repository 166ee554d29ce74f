package dev.fluxion.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExceptionsTest {

    @Test
    void thrown_null_isWhatThrowMakesOfIt() {
        Exception given = new Exception();

        assertThat(Exceptions.thrown(given)).isSameAs(given);
        assertThat(Exceptions.thrown(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void rethrow_checkedException_arrivesAsItIs() {
        IOException given = new IOException("checked");

        assertThatThrownBy(() -> Exceptions.rethrow(given)).isSameAs(given);
    }

    @Test
    void close_exceptionOfClosing_isSuppressed() {
        Exception first = new Exception("first");
        IOException second = new IOException("second");

        Exceptions.close(
                () -> {
                    throw second;
                },
                first);
        Exceptions.close(null, first);

        assertThat(first.getSuppressed()).containsExactly(second);
    }
}
