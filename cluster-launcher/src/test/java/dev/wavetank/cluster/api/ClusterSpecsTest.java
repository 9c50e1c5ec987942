package dev.wavetank.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSpecsTest {
    @Test
    void anEmptyDescriptionIsTheDefaultCluster() throws Exception {
        assertThat(ClusterSpecs.parse("{}")).isEqualTo(ClusterSpec.DEFAULT);
    }

    @Test
    void whatWasWrittenReadsEqual() throws Exception {
        ClusterSpec spec = new ClusterSpec(
                "class-room",
                1,
                3,
                DatabaseSpec.postgresql("jdbc:postgresql://db:5432/flow", "flow", "secret"),
                new Sizes(new NodeSize(200, 500), new NodeSize(64, 200), new NodeSize(64, 200)),
                8100,
                false,
                true);

        assertThat(ClusterSpecs.parse(ClusterSpecs.write(spec))).isEqualTo(spec);
    }

    @Test
    void partsMayBeLeftOut() throws Exception {
        ClusterSpec spec = ClusterSpecs.parse("""
                {"engines": 3, "sizes": {"engine": {"heap": 300, "memory": 600}}}""");

        assertThat(spec.engines()).isEqualTo(3);
        assertThat(spec.sizes().engine()).isEqualTo(new NodeSize(300, 600));
        assertThat(spec.sizes().gateway()).isEqualTo(Sizes.DEFAULT.gateway());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"engines": 0}                                            | engines is from 1 to 20, not 0
            {"gateways": 9}                                           | gateways is from 1 to 5, not 9
            {"name": "My Tank"}                                       | lower-case
            {"engine": 2}                                             | engine
            {"basePort": 80}                                          | basePort is from 1024
            {"database": {"url": "jdbc:mysql://x"}}                   | jdbc:postgresql://
            {"sizes": {"engine": {"heap": 300, "memory": 300}}}       | no room
            [                                                         | not right
            """)
    void aWrongDescriptionIsRefusedWithTheReason(String json, String reason) {
        assertThatThrownBy(() -> ClusterSpecs.parse(json))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.code()).isEqualTo(ClusterException.Code.SPEC_INVALID))
                .hasMessageContaining(reason);
    }

    @Test
    void thePasswordIsNotInTheText() {
        assertThat(DatabaseSpec.postgresql("jdbc:postgresql://db/flow", "flow", "hush"))
                .asString()
                .doesNotContain("hush");
    }
}
