package dev.wavetank.templates;

import static dev.wavetank.templates.Template.Kind.CLUSTER;
import static dev.wavetank.templates.Template.Kind.PROCESS;

import java.util.List;
import java.util.Optional;

/// The catalogue of all templates, in the order in which lists show them.
public final class Templates {
    /// The process that demonstrations and experiments run: asynchronous steps, a parallel part, a timer, a
    /// user task.
    public static final Template ORDER_FULFILMENT = new Template(
            PROCESS,
            "order-fulfilment",
            "Order fulfilment",
            "Steps that run by themselves, two of them in parallel, a timer and a user task. The demo runs this process.");

    private static final List<Template> ALL = List.of(
            ORDER_FULFILMENT,
            new Template(
                    PROCESS,
                    "invoice-approval",
                    "Invoice approval",
                    "Two decisions: a clerk or a manager approves, then the invoice is paid or clarified."),
            new Template(
                    PROCESS,
                    "leave-request",
                    "Leave request",
                    "A pool with the lanes of employee and manager, and a decision."),
            new Template(
                    PROCESS,
                    "employee-onboarding",
                    "Employee onboarding",
                    "Three things happen at once before the first working day."),
            new Template(
                    PROCESS,
                    "incident-escalation",
                    "Incident with escalation",
                    "A sub-process with a timer that reminds without interrupting, and an escalation to the second level."),
            new Template(
                    PROCESS,
                    "insurance-claim",
                    "Insurance claim",
                    "A sub-process that an error leaves by another way."),
            new Template(
                    CLUSTER,
                    "small",
                    "Small cluster",
                    "Two gateways, two engines, one database: the smallest cluster in which any node may die."),
            new Template(
                    CLUSTER,
                    "three-engines",
                    "Three engines",
                    "Two gateways and three engines: the work of a dead engine is shared by two."),
            new Template(
                    CLUSTER,
                    "no-takeover",
                    "Without takeover",
                    "The small cluster with the takeover of dead engines' work switched off, to show what it is good for."));

    private Templates() {}

    public static List<Template> all() {
        return ALL;
    }

    public static List<Template> processes() {
        return ALL.stream().filter(template -> template.kind() == PROCESS).toList();
    }

    public static List<Template> clusters() {
        return ALL.stream().filter(template -> template.kind() == CLUSTER).toList();
    }

    public static Optional<Template> find(String name) {
        return ALL.stream().filter(template -> template.name().equals(name)).findFirst();
    }
}
