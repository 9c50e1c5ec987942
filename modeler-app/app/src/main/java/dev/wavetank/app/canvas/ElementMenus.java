package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.menu.ElementMenu;
import dev.wavetank.app.menu.ElementMenuModel;
import dev.wavetank.app.menu.LastUsed;
import dev.wavetank.app.menu.MenuEntry;
import dev.wavetank.app.menu.MenuToggle;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.catalogue.Catalogue;
import dev.wavetank.core.catalogue.Entry;
import dev.wavetank.core.catalogue.Offers;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.edit.command.ToggleMarker;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Marker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The three menus of one canvas: what can be created, what can follow the selected element, what it can become.
/// They are one popup, opened for different entries.
final class ElementMenus {
    private static final double ICON = 32;
    private static final double GAP = 8;

    private final CanvasView view;
    private final CanvasModel model;
    private final Messages messages;
    private final Interaction interaction;
    private final ElementMenuModel shown;
    private final ElementMenu menu;
    private Optional<Host> host = Optional.empty();

    ElementMenus(CanvasView view, Messages messages, Interaction interaction, LastUsed lastUsed, KindIcons icons) {
        this.view = view;
        this.model = view.model();
        this.messages = messages;
        this.interaction = interaction;
        this.shown = new ElementMenuModel(messages, lastUsed);
        this.menu = new ElementMenu(messages, shown, kind -> icons.of(kind, ICON));
        StackPane.setAlignment(menu, Pos.TOP_LEFT);
        shown.atProperty().subscribe(_ -> look());
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> close());
        model.planeProperty().subscribe(_ -> close());
        model.session().selectionProperty().subscribe(_ -> close());
    }

    /// To be put above the canvas.
    Node node() {
        return menu;
    }

    private void close() {
        if (menu.isOpen()) {
            interaction.endPreview();
            menu.close();
        }
    }

    private void look() {
        if (menu.isOpen()) {
            host.ifPresent(opened -> opened.looked());
        }
    }

    void create() {
        Bounds pointer = view.pointerPlace().orElseGet(() -> middle());
        open(pointer, "menu.create", Catalogue.ALL, List.of(), new Host() {
            @Override
            public void chosen(MenuEntry entry) {
                dragBegan(entry);
                view.requestFocus();
            }

            @Override
            public void dragBegan(MenuEntry entry) {
                model.toolProperty().set(new Tool.Create(entry.kind()));
            }
        });
    }

    void append(ElementId source) {
        var offers = new Offers(model.session().diagram());
        List<Entry> offered = Stream.concat(offers.appendTo(source).stream(), offers.attachTo(source).stream())
                .toList();
        place(source)
                .ifPresent(at -> open(at, "menu.append", offered, List.of(), new Host() {
                    @Override
                    public void chosen(MenuEntry entry) {
                        interaction.endPreview();
                        interaction.appendAndShow(source, entry.kind());
                    }

                    @Override
                    public void dragBegan(MenuEntry entry) {
                        interaction.endPreview();
                        boolean attached = entry.kind().type() == BpmnType.BOUNDARY_EVENT;
                        model.toolProperty()
                                .set(attached ? new Tool.Create(entry.kind()) : new Tool.Append(source, entry.kind()));
                    }

                    @Override
                    void looked() {
                        interaction.endPreview();
                        shown.chosen().ifPresent(entry -> interaction.previewAppend(source, entry.kind()));
                    }
                }));
    }

    void replace(ElementId element) {
        var offers = new Offers(model.session().diagram());
        place(element)
                .ifPresent(at -> open(at, "menu.replace", offers.replaceBy(element), toggles(element), new Host() {
                    @Override
                    public void chosen(MenuEntry entry) {
                        model.session().execute(new ReplaceElement(element, entry.kind()));
                        model.session().selectionProperty().set(Set.of(element));
                        view.requestFocus();
                    }

                    @Override
                    public void dropped(MouseEvent event) {
                        view.requestFocus();
                    }
                }));
    }

    private List<MenuToggle> toggles(ElementId element) {
        return new Offers(model.session().diagram())
                .toggles(element).stream()
                        .map(toggle -> new MenuToggle(
                                toggle.marker().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                messages.text(toggle.nameKey()),
                                sign(toggle.marker()),
                                toggle.on(),
                                () -> {
                                    model.session().execute(new ToggleMarker(element, toggle.marker()));
                                    replace(element); // the other switches and entries follow from it
                                }))
                        .toList();
    }

    private static Ikon sign(Marker marker) {
        return switch (marker) {
            case LOOP -> Material2MZ.REPLAY;
            case PARALLEL -> Material2MZ.VIEW_WEEK;
            case SEQUENTIAL -> Material2MZ.VIEW_HEADLINE;
            case AD_HOC -> Material2AL.GESTURE;
            case COMPENSATION -> Material2AL.FAST_REWIND;
            case COLLECTION -> Material2MZ.VIEW_COLUMN;
            case NON_INTERRUPTING -> Material2MZ.TIMELAPSE;
            case MULTIPLE -> Material2AL.GROUP;
            case CROSS -> Material2AL.CLOSE;
            case DEFAULT -> Material2AL.CALL_SPLIT;
            case INSTANTIATING -> Material2MZ.PLAY_CIRCLE_OUTLINE;
        };
    }

    private void open(Bounds beside, String title, List<Entry> entries, List<MenuToggle> toggles, Host opened) {
        double x = beside.right() + GAP + ElementMenu.WIDTH <= view.getWidth()
                ? beside.right() + GAP
                : beside.x() - GAP - ElementMenu.WIDTH;
        double height = Math.min(ElementMenu.HEIGHT, view.getHeight() - 2 * GAP);
        menu.setMaxHeight(height);
        menu.setTranslateX(Math.round(Math.clamp(x, GAP, Math.max(GAP, view.getWidth() - ElementMenu.WIDTH - GAP))));
        menu.setTranslateY(Math.round(Math.clamp(beside.y(), GAP, Math.max(GAP, view.getHeight() - height - GAP))));
        host = Optional.of(opened);
        menu.open(messages.text(title), entries.stream().map(this::entry).toList(), toggles, opened);
        look();
    }

    private MenuEntry entry(Entry entry) {
        String words = "catalogue.words." + entry.id();
        return new MenuEntry(
                entry.id(),
                messages.text(entry.nameKey()),
                messages.text(entry.category().nameKey()),
                messages.text(entry.descriptionKey()),
                messages.has(words) ? messages.text(words) : "",
                entry.unsafe() ? messages.text("catalogue.unsafe") : "",
                entry.kind());
    }

    /// Where an element stands on the screen.
    private Optional<Bounds> place(ElementId id) {
        return model.bounds(id).map(model.viewport()::toScreen);
    }

    private Bounds middle() {
        return new Bounds(view.getWidth() / 2 - ElementMenu.WIDTH / 2, view.getHeight() / 5, 0, 0);
    }

    /// Gives the drag of an entry to the canvas.
    private abstract class Host implements ElementMenu.Host {
        /// The entry that Enter would choose changed.
        void looked() {}

        @Override
        public void dragBegan(MenuEntry entry) {
            chosen(entry);
        }

        @Override
        public void dragged(MouseEvent event) {
            view.draggedFromOutside(event);
        }

        @Override
        public void dropped(MouseEvent event) {
            view.droppedFromOutside(event);
            view.requestFocus();
        }

        @Override
        public void closed() {
            interaction.endPreview();
            view.requestFocus();
        }
    }
}
