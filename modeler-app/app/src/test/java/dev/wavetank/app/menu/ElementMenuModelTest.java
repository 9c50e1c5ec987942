package dev.wavetank.app.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.catalogue.Catalogue;
import dev.wavetank.core.catalogue.Category;
import dev.wavetank.core.rules.Marker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ElementMenuModelTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<String> kept = new ArrayList<>();
    private final ElementMenuModel model =
            new ElementMenuModel(messages, new LastUsed(List.of("timer-that-is-gone", "user-task"), ids -> {
                kept.clear();
                kept.addAll(ids);
            }));

    private List<MenuEntry> all() {
        return Catalogue.ALL.stream()
                .map(entry -> new MenuEntry(
                        entry.id(),
                        messages.text(entry.nameKey()),
                        messages.text(entry.category().nameKey()),
                        messages.text(entry.descriptionKey()),
                        messages.has("catalogue.words." + entry.id())
                                ? messages.text("catalogue.words." + entry.id())
                                : "",
                        "",
                        entry.kind()))
                .toList();
    }

    private String first() {
        return model.chosen().orElseThrow().id();
    }

    @Test
    void everyKindHasANameAndAHint() {
        assertThat(Catalogue.ALL)
                .allMatch(entry -> messages.has(entry.nameKey()), "has a name")
                .allMatch(entry -> messages.has(entry.descriptionKey()), "has a hint");
        assertThat(Category.values()).allMatch(category -> messages.has(category.nameKey()));
        assertThat(Marker.values())
                .allMatch(marker -> messages.has(
                        "marker." + marker.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        assertThat(all()).extracting(MenuEntry::name).doesNotHaveDuplicates();
    }

    @Test
    void whatWasUsedLastStandsAboveTheGroups() {
        model.offer(all());

        assertThat(model.rows().getFirst()).isEqualTo(new MenuRow.Heading("Used last"));
        assertThat(first()).isEqualTo("user-task");
        assertThat(model.rows().get(2)).isEqualTo(new MenuRow.Heading("Start events"));

        model.use(model.chosen().orElseThrow());
        assertThat(kept).startsWith("user-task");
    }

    @Test
    void namesComeBeforeOtherWordsAndThoseBeforeGroups() {
        model.offer(all());

        model.soughtProperty().set("script");
        assertThat(first()).isEqualTo("script-task");
        model.soughtProperty().set("xor");
        assertThat(first()).isEqualTo("exclusive-gateway");
        model.soughtProperty().set("rest");
        assertThat(first()).isEqualTo("http-task");
        model.soughtProperty().set("bound time");
        assertThat(first()).isEqualTo("boundary-timer");
        model.soughtProperty().set("nothing is called that");
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void arrowsPassOverHeadingsAndGoRound() {
        model.offer(all());

        model.move(-1);
        assertThat(first()).isEqualTo("group");
        model.move(1);
        assertThat(first()).isEqualTo("user-task");
        model.moveGroup(1);
        assertThat(first()).isEqualTo("start-event");
        model.moveGroup(1);
        assertThat(first()).isEqualTo("intermediate-event");
        model.moveGroup(-1);
        assertThat(first()).isEqualTo("start-event");
    }

    @Test
    void aLetterIsAnsweredWithinAFrame() {
        model.offer(all());
        List<String> typed = List.of("t", "ti", "tim", "time", "timer", "timer e", "", "message non", "s");
        typed.forEach(text -> model.soughtProperty().set(text));

        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            typed.forEach(text -> model.soughtProperty().set(text));
        }
        Duration each = Duration.ofNanos((System.nanoTime() - began) / (20L * typed.size()));

        assertThat(each).isLessThan(Duration.ofMillis(16));
    }
}
