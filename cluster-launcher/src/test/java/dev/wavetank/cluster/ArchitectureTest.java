package dev.wavetank.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.wavetank.cluster.api.Clusters;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wavetank.cluster");

    @Test
    void onlyTheDockerPackageKnowsDockerJava() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.wavetank.cluster.docker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.dockerjava..")
                .because("the runtimes are exchangeable behind ClusterRuntime, and docker-java's types are mutable and"
                        + " full of nulls: they end at this border")
                .check(CLASSES);
    }

    @Test
    void theApiKnowsNothingBehindItButInItsCompositionRoot() {
        noClasses()
                .that()
                .resideInAPackage("dev.wavetank.cluster.api")
                .and()
                .doNotHaveFullyQualifiedName(Clusters.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.wavetank.cluster.plan..",
                        "dev.wavetank.cluster.runtime..",
                        "dev.wavetank.cluster.docker..",
                        "dev.wavetank.cluster.process..",
                        "dev.wavetank.cluster.image..",
                        "dev.wavetank.cluster.wait..",
                        "dev.wavetank.cluster.fault..",
                        "dev.wavetank.cluster.monitor..",
                        "dev.wavetank.cluster.reap..",
                        "dev.wavetank.cluster.client..",
                        "dev.wavetank.cluster.launch..",
                        "dev.wavetank.cluster.lab..")
                .because("the desktop compiles against the api alone and must not be touched by a change behind it")
                .check(CLASSES);
    }

    @Test
    void plansAreMadeWithoutTouchingTheWorld() {
        noClasses()
                .that()
                .resideInAPackage("dev.wavetank.cluster.plan")
                .and()
                .doNotHaveSimpleName("FreePorts")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net.http..", "dev.wavetank.cluster.runtime..")
                .because(
                        "what to do with a cluster is decided by pure functions, so that every case is a row in a table")
                .check(CLASSES);
    }

    @Test
    void runtimesDoNotKnowEachOther() {
        slices().matching("dev.wavetank.cluster.(docker|process)..")
                .should()
                .notDependOnEachOther()
                .because("each runtime can be left out, and one contract test holds for both")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.wavetank.cluster.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that needs itself in the end cannot be understood on its own")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("/api/Clusters"))
                        .importPackages("dev.wavetank.cluster"));
    }

    @Test
    void theLauncherKnowsNoEngineButItsWireRecords() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flowable..", "io.helidon..", "dev.wavetank.app..", "dev.wavetank.core..")
                .because("a node is reached over HTTP alone, whatever it is made of")
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage("dev.wavetank.cluster..")
                .should()
                .onlyAccessClassesThat()
                .resideOutsideOfPackages("dev.wavetank.engine", "dev.wavetank.engine.rest..", "dev.wavetank.gateway..")
                .because("a node is reached over HTTP alone, whatever it is made of")
                .check(CLASSES);
    }
}
