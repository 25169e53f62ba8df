package io.bihuan.notification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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

@AnalyzeClasses(packages = "io.bihuan.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule importsNeverRunUpward = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.bihuan.notification..")
            .layer("intake")
            .definedBy("..notification.intake..")
            .layer("rest")
            .definedBy("..notification.rest..")
            .layer("clock")
            .definedBy("..notification.clock..")
            .layer("deadline")
            .definedBy("..notification.deadline..")
            .layer("deadletter")
            .definedBy("..notification.deadletter..")
            .layer("duty")
            .definedBy("..notification.duty..")
            .layer("ladder")
            .definedBy("..notification.ladder..")
            .layer("delivery")
            .definedBy("..notification.delivery..")
            .layer("escalation")
            .definedBy("..notification.escalation..")
            .layer("people")
            .definedBy("..notification.people..")
            .layer("texts")
            .definedBy("..notification.texts..")
            .layer("sql")
            .definedBy("..notification.sql..")
            .whereLayer("intake")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("clock")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("deadline")
            .mayOnlyBeAccessedByLayers("intake", "rest", "clock", "duty")
            .whereLayer("deadletter")
            .mayOnlyBeAccessedByLayers("intake", "rest")
            .whereLayer("duty")
            .mayOnlyBeAccessedByLayers("intake", "rest", "clock")
            .whereLayer("ladder")
            .mayOnlyBeAccessedByLayers(
                    "intake", "rest", "clock", "deadline", "duty", "delivery", "escalation", "people", "texts")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("rest", "clock", "deadline", "duty")
            .whereLayer("escalation")
            .mayOnlyBeAccessedByLayers("clock", "deadline")
            .whereLayer("people")
            .mayOnlyBeAccessedByLayers("intake", "rest", "deadline", "duty")
            .whereLayer("texts")
            .mayOnlyBeAccessedByLayers("rest", "deadline", "duty", "delivery")
            .because(
                    "what comes in knows what is watched, and what is watched knows plans and messages, never the other way");

    @ArchTest
    static final ArchRule theLadderIsPure = noClasses()
            .that()
            .resideInAPackage("..ladder..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("..ladder..", "java..", "org.jspecify..")
            .because("a plan that is a function of its arguments can be tested for every case, and previewed");

    @ArchTest
    static final ArchRule aGatewayHasARoomOfItsOwn = noClasses()
            .that()
            .resideOutsideOfPackages("..delivery.http..", "..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..delivery.http..")
            .because("another gateway is another room behind the same interface; only its receipts come in by rest");

    @ArchTest
    static final ArchRule nobodyKnowsSmpp = noClasses()
            .that()
            .resideOutsideOfPackage("..delivery.smpp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..delivery.smpp..", "org.jsmpp..")
            .because("its receipts come in by the session that it keeps, so nothing of it is for others to know");

    @ArchTest
    static final ArchRule theCmppLibraryStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage("..delivery.cmpp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zx.sms..", "com.chinamobile..")
            .because("it is old, and must be easy to do without (ADR 16)");

    @ArchTest
    static final ArchRule onlyTheCodecOfTheCmppLibraryIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zx.sms.session..", "com.zx.sms.connect..", "com.zx.sms.handler..")
            .because("its sessions send again by themselves what was not answered (ADR 16)");

    @ArchTest
    static final ArchRule noCircles = slices().matching("io.bihuan.notification.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a circle of packages is one package that does not say so");

    @ArchTest
    static final ArchRule timeComesFromOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.bihuan.notification.clock.Now")
            .and()
            // The circuit breaker's library asks for a clock, and is given one of the source's time.
            .doNotHaveFullyQualifiedName("io.bihuan.notification.delivery.Line")
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
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("a test must be able to set the time");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that(resideInAPackage("io.bihuan.notification.."))
            .and()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
            .because("what may be missing says so");
}
