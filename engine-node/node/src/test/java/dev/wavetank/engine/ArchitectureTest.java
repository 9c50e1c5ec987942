package dev.wavetank.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses NODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wavetank.engine", "dev.wavetank.gateway");

    @Test
    void onlyOnePackageSeesTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.wavetank.engine.flowable")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flowable..", "org.apache.ibatis..")
                .because("another engine version, or another engine, must touch one package only")
                .check(NODE);
    }

    @Test
    void theNodeKnowsNoContainerEngineAndNoDesktop() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.github.dockerjava..",
                        "javafx..",
                        "org.springframework..",
                        "dev.wavetank.app..",
                        "dev.wavetank.core..",
                        "dev.wavetank.cluster..")
                .because("the node runs in containers, it does not start them")
                .check(NODE);
    }

    @Test
    void theGatewayDoesNotReachIntoTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("dev.wavetank.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.wavetank.engine.flowable..", "dev.wavetank.engine.rest..", "dev.wavetank.engine.ledger..")
                .because("a gateway speaks to engines over HTTP, as any client would")
                .check(NODE);
    }

    @Test
    void theEngineDoesNotReachIntoTheGateway() {
        noClasses()
                .that()
                .resideInAPackage("dev.wavetank.engine.(*)..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.wavetank.gateway..")
                .because("only the composition root knows both roles")
                .check(NODE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.wavetank.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each package must be readable without the others")
                .check(NODE);
    }

    @Test
    void theMembershipSeesNoWebServer() {
        classes()
                .that()
                .resideInAnyPackage("dev.wavetank.engine.membership..", "dev.wavetank.engine.fencing..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("io.helidon..")
                .because("a lease is a matter between a process and its database")
                .check(NODE);
    }
}
