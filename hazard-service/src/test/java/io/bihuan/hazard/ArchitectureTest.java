package io.bihuan.hazard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "io.bihuan.hazard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule floors = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("rest")
            .definedBy("..hazard.rest..")
            .layer("intake")
            .definedBy("..hazard.intake..")
            .layer("search")
            .definedBy("..hazard.search..")
            .layer("escalation")
            .definedBy("..hazard.escalation..")
            .layer("training")
            .definedBy("..hazard.training..")
            .layer("inspection")
            .definedBy("..hazard.inspection..")
            .layer("casework")
            .definedBy("..hazard.casework..")
            .layer("listing")
            .definedBy("..hazard.listing..")
            .layer("handling")
            .definedBy("..hazard.handling..")
            .layer("documents")
            .definedBy("..hazard.documents..")
            .layer("evidence")
            .definedBy("..hazard.evidence..")
            .layer("campaign")
            .definedBy("..hazard.campaign..")
            .layer("registers")
            .definedBy("..hazard.registers..")
            .layer("proof")
            .definedBy("..hazard.proof..")
            .layer("history")
            .definedBy("..hazard.history..")
            .layer("deadline")
            .definedBy("..hazard.deadline..")
            .layer("ledger")
            .definedBy("..hazard.ledger..")
            .layer("sheets")
            .definedBy("..hazard.sheets..")
            .layer("privacy")
            .definedBy("..hazard.privacy..")
            .layer("lifecycle")
            .definedBy("..hazard.lifecycle..")
            .whereLayer("rest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("training")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("inspection")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("casework")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("listing")
            .mayOnlyBeAccessedByLayers("rest", "training", "inspection", "casework")
            .whereLayer("handling")
            .mayOnlyBeAccessedByLayers("rest", "intake", "inspection", "casework")
            .whereLayer("documents")
            .mayOnlyBeAccessedByLayers("rest", "handling")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("rest", "handling", "inspection")
            .whereLayer("campaign")
            .mayOnlyBeAccessedByLayers("rest", "training", "inspection", "handling")
            .whereLayer("registers")
            .mayOnlyBeAccessedByLayers("rest", "intake", "training", "inspection", "casework", "handling", "campaign")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers(
                    "rest",
                    "intake",
                    "training",
                    "inspection",
                    "casework",
                    "handling",
                    "campaign",
                    "documents",
                    "registers",
                    "deadline",
                    "proof")
            .whereLayer("proof")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("escalation")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("rest", "intake")
            .whereLayer("sheets")
            .mayOnlyBeAccessedByLayers("rest", "intake", "ledger", "search", "registers")
            .whereLayer("privacy")
            .mayOnlyBeAccessedByLayers("rest", "intake", "casework", "handling", "registers", "ledger")
            .whereLayer("deadline")
            .mayOnlyBeAccessedByLayers("rest", "handling")
            .because("an import never runs upward: whoever changes a lower floor sees who stands on it");

    @ArchTest
    static final ArchRule noCircles = slices().matching("io.bihuan.hazard.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one");

    @ArchTest
    static final ArchRule theRelayStandsApart = noClasses()
            .that()
            .resideInAPackage("..hazard.relay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..hazard.lifecycle..",
                    "..hazard.history..",
                    "..hazard.handling..",
                    "..hazard.registers..",
                    "..hazard.rest..")
            .because("it knows a table, not a class, so that Kafka Connect can take its place (ADR 2)");

    @ArchTest
    static final ArchRule theLifecycleKnowsNoHttpAndNoKafka = noClasses()
            .that()
            .resideInAPackage("..hazard.lifecycle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.apache.kafka..", "io.debezium..", "com.fasterxml..")
            .because("the rules of a hazard's life hold whoever asks and whoever listens");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .doNotHaveSimpleName("WallClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("only a clock that a test can set makes deadlines testable");

    @ArchTest
    static final ArchRule namesComeFromTheDomain = classes()
            .should()
            .haveSimpleNameNotEndingWith("Service")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Dto")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .because("a name that says nothing hides what a class is for");
}
