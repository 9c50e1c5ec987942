package dev.wavetank.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may know whom in the core.
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.wavetank.core");

    static List<ArchRule> rules() {
        return List.of(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..", "dev.wavetank.app..", "dev.wavetank.cluster..", "dev.wavetank.engine..")
                        .because("the core is tested and used without a window, a cluster or an engine"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net.http..", "javax.net..")
                        .because("the core works on files and memory; whoever needs the network is in another module"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..core.paint..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
                        .because("only the painter measures text and makes pictures; AWT costs start-up time"),
                only(
                        "org.camunda..",
                        "..core.validation.schema..",
                        "it is a strict gate, so it judges at the edge and never edits"),
                only(
                        "org.flowable..",
                        "..core.validation.engine..",
                        "its model drops what it does not know, so it only judges"),
                only("com.ctc.wstx..", "..core.xml..", "what a document is, is decided in one place"),
                layer("..core.geometry..", "java..", "dev.wavetank.core.geometry..", "org.jspecify.."),
                noClasses()
                        .that()
                        .resideInAnyPackage("..core.xml..", "..core.geometry..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..core.bpmn..", "..core.edit..", "..core.rules..", "..core.interaction..")
                        .because("the document and geometry lie below everything else"),
                noClasses()
                        .that()
                        .resideInAnyPackage("..core.bpmn..", "..core.rules..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..core.edit..", "..core.interaction..", "..core.paint..")
                        .because("looking at a diagram needs no editor"),
                noClasses()
                        .that()
                        .resideInAPackage("..core.edit..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..core.interaction..", "..core.paint..", "..core.layout..")
                        .because("commands say what to do, whoever gives them"),
                classes()
                        .that()
                        .resideInAPackage("..core.edit.command..")
                        .and()
                        .implement("dev.wavetank.core.edit.Command")
                        .should()
                        .beRecords()
                        .because("a command is a value, which can be logged, compared and replayed"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CORE);
    }

    /// A rule that cannot fail guards nothing.
    @Test
    void aRuleThatIsBrokenIsNoticed() {
        ArchRule broken = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ctc.wstx..")
                .because("this one is broken on purpose");

        assertThatThrownBy(() -> broken.check(CORE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("XmlParser");
    }

    private static ArchRule only(String library, String home, String reason) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because(reason)
                .allowEmptyShould(true);
    }

    private static ArchRule layer(String from, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .because("points and boxes are pure functions on numbers");
    }
}
