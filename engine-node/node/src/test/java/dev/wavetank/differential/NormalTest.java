package dev.wavetank.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The comparison can tell.
class NormalTest {
    @Test
    void idsTimesHostsAndUnsortedListsDoNotCount() throws Exception {
        assertThat(between(
                        "{\"a\":\"0198aaaa-0000-7000-8000-000000000001\",\"at\":\"2026-01-01T00:00:00.000Z\","
                                + "\"data\":[{\"x\":1},{\"x\":2}],\"u\":\"http://127.0.0.1:1/x\"}",
                        "{\"a\":\"11111111-0000-7000-8000-000000000001\",\"at\":\"2026-01-01T09:00:00.000Z\","
                                + "\"data\":[{\"x\":2},{\"x\":1}],\"u\":\"http://127.0.0.1:2/x\"}"))
                .isNull();
    }

    @Test
    void anotherIdAValueAFieldAndAFormOfTimeCount() throws Exception {
        String one = "0198aaaa-0000-7000-8000-000000000001";
        String two = "0198aaaa-0000-7000-8000-000000000002";
        assertThat(between("[\"" + one + "\",\"" + one + "\"]", "[\"" + one + "\",\"" + two + "\"]"))
                .contains("/*");
        assertThat(between("{\"a\":1}", "{\"a\":2}")).contains("/a");
        assertThat(between("{\"a\":null}", "{}")).contains("/a");
        assertThat(between("{\"a\":1}", "{\"a\":\"1\"}")).contains("/a");
        assertThat(between("{\"t\":\"2026-01-01T00:00:00.000Z\"}", "{\"t\":\"2026-01-01T00:00:00Z\"}"))
                .contains("/t");
        assertThat(between("[1]", "[1,2]")).isNotNull();
    }

    private static String between(String stock, String ours) throws Exception {
        return Finding.between(new Normal().of(answer(stock)), new Normal().of(answer(ours))).stream()
                .map(Finding::toString)
                .findFirst()
                .orElse(null);
    }

    private static Side.Answer answer(String json) throws Exception {
        return new Side.Answer("GET /x", 200, "application/json", Side.JSON.readTree(json));
    }
}
