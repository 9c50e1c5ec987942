package dev.wavetank.app.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Our window in a process of its own, with the options that `./wavetank` gives it, told what to do by lines.
final class Window implements Contestant {
    private final Process java;
    private final BufferedWriter to;
    private final BufferedReader from;

    /// @param options those of the Java machine, `-cp` and its value included
    Window(List<String> options, Path state) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(WindowDriver.class.getName());
        command.add(state.toString());
        java = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        to = java.outputWriter();
        from = java.inputReader();
        answer();
    }

    private List<Double> ask(String line) throws IOException {
        to.write(line);
        to.newLine();
        to.flush();
        return answer();
    }

    /// Other lines than answers are what the program logs.
    private List<Double> answer() throws IOException {
        String line = from.readLine();
        while (line != null && !line.startsWith("done")) {
            line = from.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The window went away");
        }
        return Arrays.stream(line.split(" ")).skip(1).map(Double::valueOf).toList();
    }

    @Override
    public ProcessTree processes() {
        return new ProcessTree(java.toHandle());
    }

    @Override
    public void open(Path file) throws IOException {
        ask("open " + file);
    }

    @Override
    public void prepare(Operation operation) throws IOException {
        ask("prepare " + operation);
    }

    @Override
    public List<Double> run(Operation operation, int frames) throws IOException {
        return ask("run " + operation + " " + frames);
    }

    @Override
    public void close() {
        try {
            to.close();
            if (!java.waitFor(10, TimeUnit.SECONDS)) {
                java.destroyForcibly();
            }
        } catch (IOException gone) {
            java.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
