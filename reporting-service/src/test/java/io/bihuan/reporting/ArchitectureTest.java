package io.bihuan.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
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
import java.time.OffsetDateTime;

@AnalyzeClasses(packages = "io.bihuan.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule anImportNeverRunsUpward = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("intake")
            .definedBy("..reporting.intake..")
            .layer("rest")
            .definedBy("..reporting.rest..")
            .layer("ranking")
            .definedBy("..reporting.ranking..")
            .layer("live")
            .definedBy("..reporting.live..")
            .layer("announcing")
            .definedBy("..reporting.announcing..")
            .layer("briefing")
            .definedBy("..reporting.briefing..")
            .layer("tables")
            .definedBy("..reporting.tables..")
            .layer("clock")
            .definedBy("..reporting.clock..")
            .layer("facts")
            .definedBy("..reporting.facts..")
            .layer("campaign")
            .definedBy("..reporting.campaign..")
            .layer("form")
            .definedBy("..reporting.form..")
            .layer("coverage")
            .definedBy("..reporting.coverage..")
            .layer("training")
            .definedBy("..reporting.training..")
            .layer("division")
            .definedBy("..reporting.division..")
            .layer("statistics")
            .definedBy("..reporting.statistics..")
            .whereLayer("intake")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ranking")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("live")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("announcing")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("briefing")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("tables")
            .mayOnlyBeAccessedByLayers("rest", "briefing")
            .whereLayer("clock")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("facts")
            .mayOnlyBeAccessedByLayers(
                    "intake",
                    "rest",
                    "clock",
                    "live",
                    "briefing",
                    "ranking",
                    "tables",
                    "campaign",
                    "form",
                    "coverage",
                    "training",
                    "division")
            .whereLayer("form")
            .mayOnlyBeAccessedByLayers("rest")
            .whereLayer("campaign")
            .mayOnlyBeAccessedByLayers("intake", "rest")
            .whereLayer("coverage")
            .mayOnlyBeAccessedByLayers("intake", "rest", "campaign", "form")
            .whereLayer("training")
            .mayOnlyBeAccessedByLayers("intake", "rest", "campaign")
            .whereLayer("division")
            .mayOnlyBeAccessedByLayers("rest", "campaign", "form", "coverage", "training")
            .whereLayer("statistics")
            .mayOnlyBeAccessedByLayers(
                    "intake",
                    "rest",
                    "briefing",
                    "ranking",
                    "tables",
                    "facts",
                    "campaign",
                    "form",
                    "coverage",
                    "training")
            .because("what comes in and what is asked change often, what a measure means hardly ever");

    @ArchTest
    static final ArchRule thereAreNoCircles = slices().matching("io.bihuan.reporting.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package");

    @ArchTest
    static final ArchRule onlyTheInjectedClockTellsTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("a test must be able to set the time");

    @ArchTest
    static final ArchRule figuresNeverFloat = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "..statistics..",
                    "..facts..",
                    "..tables..",
                    "..briefing..",
                    "..coverage..",
                    "..training..",
                    "..campaign..",
                    "..form..",
                    "..rest..")
            .should()
            .notHaveRawReturnType(double.class)
            .andShould()
            .notHaveRawReturnType(Double.class)
            .andShould()
            .notHaveRawReturnType(float.class)
            .because("a rate must be the same on every machine and on paper");

    @ArchTest
    static final ArchRule onlyTheDoorsKnowKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..intake..", "..announcing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
            .because("where steps come from and what is told of it is nobody else's business");
}
