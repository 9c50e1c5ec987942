package dev.wavetank.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Who may know whom in the desktop.
class ArchitectureTest {
    private final JavaClasses app = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.wavetank.app");

    @Test
    void featuresDoNotKnowEachOther() {
        slices().matching("dev.wavetank.app.feature.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a feature can then be changed or taken out alone; what two features share lies in document or"
                        + " workbench, and the composition root connects them")
                .check(app);
    }

    @Test
    void onlyTheCompositionRootKnowsFeatures() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.wavetank.app.ui..",
                        "dev.wavetank.app.document..",
                        "dev.wavetank.app.canvas..",
                        "dev.wavetank.app.workbench..",
                        "dev.wavetank.app.theme..",
                        "dev.wavetank.app.i18n..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.wavetank.app.feature..")
                .because("the window and the documents stay the same whichever features there are")
                .check(app);
    }

    @Test
    void theLauncherIsKnownByItsApiOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.wavetank.cluster.client..",
                        "dev.wavetank.cluster.docker..",
                        "dev.wavetank.cluster.fault..",
                        "dev.wavetank.cluster.image..",
                        "dev.wavetank.cluster.lab..",
                        "dev.wavetank.cluster.launch..",
                        "dev.wavetank.cluster.monitor..",
                        "dev.wavetank.cluster.plan..",
                        "dev.wavetank.cluster.process..",
                        "dev.wavetank.cluster.reap..",
                        "dev.wavetank.cluster.runtime..",
                        "dev.wavetank.cluster.wait..")
                .because(
                        "how clusters are started is the launcher's business; the desktop sees dev.wavetank.cluster.api")
                .check(app);
    }

    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a window")
                .check(app);
    }

    @Test
    void documentsKnowNoScene() {
        noClasses()
                .that()
                .resideInAPackage("dev.wavetank.app.document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "dev.wavetank.app.workbench..")
                .because("opening and saving work the same behind any window")
                .check(app);
    }

    @Test
    void threadsComeFromTasksOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.wavetank.app.ui..", "dev.wavetank.app.cli..")
                .and()
                .doNotHaveSimpleName("Desktop")
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .because("work that Tasks does not know has no name, no progress and cannot be cancelled")
                .check(app);
    }

    @Test
    void mainIsNoApplication() {
        classes()
                .that()
                .haveSimpleName("Main")
                .should()
                .notBeAssignableTo(javafx.application.Application.class)
                .because("the JavaFX launcher refuses an Application as main class on the class path")
                .check(app);
    }
}
