package dev.wavetank.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.Caller;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Caller ACME = new Caller(false, "acme", "");
    private static final Caller RIVAL = new Caller(false, "rival", "");
    private static final Caller ADMINISTRATOR = new Caller(true, "", "");

    @Test
    void floodOfOneTenantIsItsOwnProblem() {
        Admission admission = new Admission(new Admission.Limits(3, 100, 100));
        for (int call = 0; call < 3; call++) admission.admit(ACME, false).close();

        assertThatThrownBy(() -> admission.admit(ACME, false))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(429));
        assertThatCode(() -> admission.admit(RIVAL, false).close()).doesNotThrowAnyException();
        assertThat(admission.running()).isZero();
    }

    @Test
    void callsAtATimeAreBoundedForEachTenant() {
        Admission admission = new Admission(new Admission.Limits(1000, 2, 100));
        admission.admit(ACME, true);
        Admission.Admitted second = admission.admit(ACME, true);

        assertThatThrownBy(() -> admission.admit(ACME, true))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(429));
        second.close();
        assertThatCode(() -> admission.admit(ACME, true)).doesNotThrowAnyException();
    }

    @Test
    void readersGiveWayBeforeWriters() {
        Admission admission = new Admission(new Admission.Limits(1000, 100, 4));
        for (int call = 0; call < 3; call++) admission.admit(ADMINISTRATOR, false);

        assertThatThrownBy(() -> admission.admit(ADMINISTRATOR, true))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(503));
        assertThatCode(() -> admission.admit(ADMINISTRATOR, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> admission.admit(ADMINISTRATOR, false))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(503));
        assertThat(admission.running()).isEqualTo(4);
    }

    private static int status(Throwable refused) {
        return ((ProblemException) refused).status();
    }
}
