package dev.wavetank.app.cli;

import dev.wavetank.app.cli.InputFiles.Input;
import dev.wavetank.app.document.AtomicFile;
import dev.wavetank.app.document.DiskTrouble;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.edit.CompleteDrawing;
import dev.wavetank.core.layout.AutoLayout;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.export.DiagramRenderer;
import dev.wavetank.core.paint.export.PageSetup;
import dev.wavetank.core.paint.export.Paper;
import dev.wavetank.core.paint.export.PdfDocument;
import dev.wavetank.core.paint.export.RenderException;
import dev.wavetank.core.xml.DocumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "render",
        description = "Draw BPMN files as SVG, PNG or PDF.",
        footer = {
            "",
            "A folder as output gets one picture per diagram, named after the file.",
            "",
            "Examples:",
            "  wavetank render order.bpmn -o order.svg",
            "  wavetank render order.bpmn -o order.pdf --all-planes --paper a4",
            "  wavetank render processes/ -o pictures --format png --scale 2 --theme dark"
        })
final class RenderCommand implements Callable<Integer> {
    /// The kinds of pictures.
    enum Format {
        svg,
        png,
        pdf
    }

    /// The palettes of pictures.
    enum ThemeName {
        light(Theme.LIGHT),
        dark(Theme.DARK);

        private final Theme theme;

        ThemeName(Theme theme) {
            this.theme = theme;
        }
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "BPMN files, or folders with BPMN files.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "A file ending in .svg, .png or .pdf, or a folder.")
    private Path output = Path.of(".");

    @Option(
            names = "--format",
            defaultValue = "svg",
            paramLabel = "svg|png|pdf",
            description = "The kind of pictures for a folder (default: ${DEFAULT-VALUE}).")
    private Format format = Format.svg;

    @Option(names = "--diagram", paramLabel = "N", description = "Which diagram of the file, from 1; else all of them.")
    private int number;

    @Option(
            names = "--all-planes",
            description = "Into one PDF, every diagram and the inside of every closed sub-process, a page each.")
    private boolean allPlanes;

    @Option(
            names = "--paper",
            paramLabel = "SIZE",
            description = "The sheets of a PDF: ${COMPLETION-CANDIDATES} (default: as large as the drawing).")
    private @Nullable Paper paper;

    @Option(names = "--tiles", description = "With --paper, keep the size and go over several sheets.")
    private boolean tiles;

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "S",
            description = "Pixels per unit of a PNG (default: ${DEFAULT-VALUE}).")
    private double scale = 1;

    @Option(
            names = "--theme",
            defaultValue = "light",
            paramLabel = "light|dark",
            description = "The colours (default: ${DEFAULT-VALUE}).")
    private ThemeName theme = ThemeName.light;

    private final Set<Path> written = new HashSet<>();
    private final Terminal terminal;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (number < 0) {
            throw new Problem("--diagram counts from 1, so there is no diagram " + number + ".");
        }
        if (allPlanes && number > 0) {
            throw new Problem("--all-planes draws every diagram and --diagram one of them: give only one of the two.");
        }
        if (!(scale > 0)) {
            throw new Problem("--scale must be greater than 0, not " + scale + ".");
        }
        int failures = 0;
        List<Input> inputs = InputFiles.of(files);
        boolean oneFile = isPicture(output);
        if (oneFile && inputs.size() > 1) {
            throw new Problem("Several files cannot be drawn into one picture; name a folder with -o.");
        }
        for (Input input : inputs) {
            try {
                render(input, oneFile);
            } catch (DocumentException | RenderException | FileAlreadyExistsException e) {
                terminal.err().println(terminal.red(input.file() + ": ") + e.getMessage());
                failures++;
            }
        }
        return failures > 0 ? ExitCode.UNABLE : ExitCode.OK;
    }

    private void render(Input input, boolean oneFile)
            throws DocumentException, RenderException, FileAlreadyExistsException {
        CompleteDrawing complete = CompleteDrawing.of(Diagram.read(input.file()));
        complete.findings().forEach(finding -> terminal.err().println(input.file() + ": " + finding.message()));
        Diagram diagram = complete.diagram();
        AutoLayout.Drawing drawing = new AutoLayout().drawable(diagram);
        drawing.findings().forEach(finding -> terminal.err().println(input.file() + ": " + finding.message()));
        List<Plane> planes = drawing.planes();
        if (planes.isEmpty()) {
            throw new RenderException(RenderException.Code.EMPTY, "There is nothing to draw.");
        }
        if (number > planes.size()) {
            throw new Problem(input.file() + " has " + FindingsText.counted(planes.size(), "diagram")
                    + ", so there is no" + " diagram " + number + ".");
        }
        DiagramRenderer renderer = new DiagramRenderer(theme.theme);
        if (oneFile) {
            List<Plane> drawn = allPlanes ? planes : List.of(planes.get(Math.max(0, number - 1)));
            write(renderer, diagram, drawn, output);
            if (number == 0 && drawn.size() < planes.size()) {
                terminal.err()
                        .println("This is the first of " + planes.size()
                                + " diagrams; choose with --diagram N, or name a folder to get all.");
            }
            return;
        }
        if (allPlanes) {
            write(renderer, diagram, planes, unused(target(input.relative(), 0, 1)));
            return;
        }
        for (int i = 0; i < planes.size(); i++) {
            if (number == 0 || number == i + 1) {
                write(renderer, diagram, List.of(planes.get(i)), unused(target(input.relative(), i, planes.size())));
            }
        }
    }

    /// Two files of the same name in different folders would otherwise end as one picture.
    private Path unused(Path picture) throws FileAlreadyExistsException {
        if (!written.add(picture.toAbsolutePath().normalize())) {
            throw new FileAlreadyExistsException(
                    picture + " has been drawn from another file of this name already. Draw them into two folders.");
        }
        return picture;
    }

    private Path target(Path relative, int plane, int planes) {
        String name = relative.getFileName().toString().replaceFirst("\\.(bpmn20\\.xml|bpmn2?)$", "");
        String suffix = planes > 1 && number == 0 ? "-" + (plane + 1) : "";
        return output.resolve(relative).resolveSibling(name + suffix + "." + format);
    }

    private void write(DiagramRenderer renderer, Diagram diagram, List<Plane> planes, Path file)
            throws RenderException {
        byte[] picture = picture(renderer, diagram, planes, file);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            AtomicFile.write(file, picture);
        } catch (IOException e) {
            throw new Problem(file + " cannot be written: " + DiskTrouble.reason(e) + ".", e);
        }
        terminal.out().println(file);
    }

    private byte[] picture(DiagramRenderer renderer, Diagram diagram, List<Plane> planes, Path file)
            throws RenderException {
        String name = file.toString();
        if (name.endsWith(".pdf")) {
            String title = String.valueOf(file.getFileName()).replaceFirst("\\.pdf$", "");
            return PdfDocument.of(title, renderer.pages(diagram, planes, setup()), (_, _) -> true);
        }
        if (planes.size() > 1) {
            throw new Problem("Only a PDF holds several diagrams. Name a file that ends in .pdf, or leave out"
                    + " --all-planes and name a folder.");
        }
        return name.endsWith(".png")
                ? renderer.png(diagram, planes.getFirst(), scale)
                : renderer.svg(diagram, planes.getFirst()).getBytes(StandardCharsets.UTF_8);
    }

    private PageSetup setup() {
        return paper == null
                ? new PageSetup.AsDrawn()
                : PageSetup.Sheets.of(paper, PageSetup.MARGIN, tiles ? PageSetup.Fit.TILES : PageSetup.Fit.ONE_PAGE);
    }

    private static boolean isPicture(Path output) {
        return !Files.isDirectory(output) && output.toString().matches(".*\\.(svg|png|pdf)");
    }
}
