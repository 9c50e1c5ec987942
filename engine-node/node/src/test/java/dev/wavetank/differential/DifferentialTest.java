package dev.wavetank.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.DescribedCall;
import dev.wavetank.engine.TestNode;
import dev.wavetank.engine.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same calls go to stock Flowable REST and to ours: the answers are equal, but for ids, times, addresses and
/// the documented differences.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DifferentialTest {
    private static final List<Difference> DIFFERENCES = Difference.all();
    private static final Set<Difference> SEEN = new HashSet<>();

    private static TestDatabase database;
    private static TestNode node;
    private static Side stock;
    private static Side ours;

    @BeforeAll
    static void start() {
        stock = new Side(StockRest.shared().address());
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        ours = new Side(node.address(), "Authorization", "Bearer " + TestNode.SECRET);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(
                Path.of(DifferentialTest.class.getResource("differences.txt").getPath())
                        .getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".script"))
                    .sorted()
                    .toList();
        }
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("scripts")
    void answersAreTheSame(String name) {
        Script script = Script.load(name);
        stock.clear();
        ours.clear();

        List<Finding> unexplained = compare(stock.run(script), ours.run(script));

        assertThat(unexplained).isEmpty();
    }

    @Order(2)
    @Test
    void everyDocumentedDifferenceIsStillThereAndInTheHandbook() throws IOException {
        String handbook = handbook();

        assertThat(DIFFERENCES).allSatisfy(one -> assertThat(handbook).contains(one.reason()));
        if (System.getProperty("test", "").indexOf('#') < 0) {
            assertThat(SEEN).as("differences.txt names some that are gone").containsAll(DIFFERENCES);
        }
    }

    @Order(3)
    @Test
    void everyCallOfStockFlowableIsServedOrLeftOutForAReason() throws IOException {
        Map<String, Set<String>> served = new HashMap<>();
        DescribedCall.all(node.as("acme"))
                .forEach(call -> served.put(StockCall.nameless(call.toString()), call.names()));
        List<LeftOut> leftOut = LeftOut.all();

        Set<String> missing = new TreeSet<>();
        for (StockCall stockCall : StockCall.all()) {
            if (!served.containsKey(stockCall.call())) missing.add(stockCall.call());
            else {
                stockCall.names().stream()
                        .filter(name -> !served.get(stockCall.call()).contains(name))
                        .forEach(name -> missing.add(stockCall.call() + " " + name));
            }
        }

        assertThat(missing)
                .isNotEmpty()
                .allSatisfy(what -> assertThat(leftOut)
                        .anySatisfy(one -> assertThat(one.explains(what)).isTrue()));
        assertThat(leftOut).as("left-out.txt names some that are served").allSatisfy(one -> {
            assertThat(missing)
                    .anySatisfy(what -> assertThat(one.explains(what)).isTrue());
            assertThat(handbook()).contains(one.reason());
        });
    }

    private static String handbook() throws IOException {
        return Files.readString(Path.of(System.getProperty("wavetank.root"), "docs", "api.md"))
                .replaceAll("\\s+", " ");
    }

    private static List<Finding> compare(List<Side.Answer> stock, List<Side.Answer> ours) {
        Normal stockNormal = new Normal();
        Normal ourNormal = new Normal();
        List<Finding> unexplained = new ArrayList<>();
        for (int i = 0; i < stock.size(); i++) {
            for (Finding finding : Finding.between(stockNormal.of(stock.get(i)), ourNormal.of(ours.get(i)))) {
                List<Difference> reasons = DIFFERENCES.stream()
                        .filter(one -> one.explains(finding))
                        .toList();
                SEEN.addAll(reasons);
                boolean told = unexplained.stream().anyMatch(finding::resembles);
                if (reasons.isEmpty() && !told) unexplained.add(finding);
            }
        }
        return unexplained;
    }
}
