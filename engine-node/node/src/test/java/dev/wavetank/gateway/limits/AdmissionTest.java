package dev.wavetank.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.policy.Allowance;
import dev.wavetank.engine.policy.Scripts;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Caller ACME = new Caller(false, "acme", "");
    private static final Caller RIVAL = new Caller(false, "rival", "");
    private static final Caller ADMINISTRATOR = new Caller(true, "", "");

    private final AtomicLong clock = new AtomicLong();
    private int gateways = 1;

    @Test
    void floodOfOneTenantIsItsOwnProblem() {
        Admission admission = admission(3, 100, 100);
        for (int call = 0; call < 3; call++)
            admission.admit(ACME, Priority.START).close();

        refused(429, admission, ACME, Priority.COMPLETE);
        admitted(admission, RIVAL, Priority.START);
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        admitted(admission, ACME, Priority.START);
        assertThat(admission.running()).isEqualTo(2);
    }

    @Test
    void gatewaysShareATenantsRate() {
        gateways = 2;
        Admission admission = admission(4, 100, 100);
        for (int call = 0; call < 2; call++)
            admission.admit(ACME, Priority.START).close();

        refused(429, admission, ACME, Priority.START);
    }

    @Test
    void callsAtATimeAreBoundedForEachTenant() {
        Admission admission = admission(1000, 2, 100);
        admission.admit(ACME, Priority.COMPLETE);
        Admission.Admitted second = admission.admit(ACME, Priority.COMPLETE);

        refused(429, admission, ACME, Priority.COMPLETE);
        second.close();
        admitted(admission, ACME, Priority.COMPLETE);
    }

    @Test
    void whatMattersLeastGivesWayFirst() {
        Admission admission = admission(1000, 100, 20);
        for (int call = 0; call < 10; call++) admission.admit(ADMINISTRATOR, Priority.BULK);
        refused(503, admission, ADMINISTRATOR, Priority.BULK);

        for (int call = 10; call < 15; call++) admission.admit(ADMINISTRATOR, Priority.QUERY);
        refused(503, admission, ADMINISTRATOR, Priority.QUERY);

        for (int call = 15; call < 18; call++) admission.admit(ADMINISTRATOR, Priority.START);
        refused(503, admission, ADMINISTRATOR, Priority.START);

        for (int call = 18; call < 20; call++) admission.admit(ADMINISTRATOR, Priority.COMPLETE);
        refused(503, admission, ADMINISTRATOR, Priority.COMPLETE);
        assertThat(admission.running()).isEqualTo(20);
    }

    @Test
    void tenThousandTenantsAreNotKeptInMindForEver() {
        Admission admission = admission(1000, 100, 100);
        for (int tenant = 0; tenant < 10_000; tenant++) {
            clock.addAndGet(Duration.ofMillis(10).toNanos());
            admission
                    .admit(new Caller(false, "tenant-" + tenant, ""), Priority.QUERY)
                    .close();
        }

        assertThat(admission.kept()).isLessThanOrEqualTo(4096);
    }

    private Admission admission(int rate, int atATime, int inAll) {
        Allowance allowance = new Allowance(0, 0, 0, rate, atATime, 16, Scripts.REFUSED, List.of());
        return new Admission(tenant -> allowance, () -> inAll, () -> gateways, clock::get);
    }

    private static void admitted(Admission admission, Caller caller, Priority priority) {
        assertThatCode(() -> admission.admit(caller, priority)).doesNotThrowAnyException();
    }

    private static void refused(int status, Admission admission, Caller caller, Priority priority) {
        assertThatThrownBy(() -> admission.admit(caller, priority))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
