package org.magicanime.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The rules of `CONTRIBUTING.md` that a machine can check. Every service has one test that calls
/// {@link #check(String)} with its package.
public final class ServiceRules {
    private static final String BASE = "org.magicanime.";
    private static final List<String> SERVICES =
            List.of("ingest", "segment", "keypoint", "facecrop", "audio", "caption", "eval", "dataset");

    private ServiceRules() {}

    /// @param servicePackage such as `org.magicanime.segment`
    /// @throws AssertionError naming every class that breaks a rule
    public static void check(String servicePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(servicePackage);
        if (classes.isEmpty()) {
            throw new AssertionError("there are no classes in " + servicePackage);
        }
        for (ArchRule rule : rules(servicePackage)) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    private static List<ArchRule> rules(String service) {
        return List.of(
                domainKnowsNoFramework(service),
                onlyMessagingHearsAndTells(service),
                technologyStaysInItsRoom(service, "org.bytedeco..", ".media.."),
                technologyStaysInItsRoom(service, "ai.onnxruntime..", ".model.."),
                technologyStaysInItsRoom(service, "jakarta.ws.rs..", ".web.."),
                technologyStaysInItsRoom(service, "java.sql..", ".storage.."),
                technologyStaysInItsRoom(service, "org.flywaydb..", ".storage.."),
                technologyStaysInItsRoom(service, "org.duckdb..", ".storage.."),
                noOtherService(service),
                namesSayWhatThingsDo(service),
                noFieldInjection(),
                noConsole(service));
    }

    private static ArchRule domainKnowsNoFramework(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + ".domain..")
                .should()
                .dependOnClassesThat(are(not(resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations..",
                        service + ".domain..",
                        BASE + "contracts..",
                        // the ports of the libraries, which are plain interfaces and records
                        BASE + "artifact",
                        BASE + "inference",
                        BASE + "inference.blaze",
                        BASE + "inference.person",
                        BASE + "inference.picture",
                        BASE + "inference.simcc",
                        BASE + "judging",
                        BASE + "pictures",
                        BASE + "shots",
                        BASE + "video"))))
                .because("the domain is plain Java that runs and is tested without any framework");
    }

    private static ArchRule onlyMessagingHearsAndTells(String service) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(service + ".messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.microprofile.reactive.messaging..",
                        "io.smallrye.reactive.messaging..",
                        "org.apache.kafka..")
                .because("messaging is the only room with @Incoming and @Channel");
    }

    private static ArchRule technologyStaysInItsRoom(String service, String technology, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(service + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .because(technology + " belongs in " + room);
    }

    private static ArchRule noOtherService(String service) {
        String[] others = SERVICES.stream()
                .map(name -> BASE + name)
                .filter(name -> !name.equals(service))
                .map(name -> name + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .orShould()
                .dependOnClassesThat(resideInAPackage(BASE + "testkit.."))
                .because("services know contracts and libs only; they speak to each other by events");
    }

    private static ArchRule namesSayWhatThingsDo(String service) {
        return classes()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .haveNameNotMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Info)$")
                .andShould()
                .haveNameNotMatching(".*\\.(Base|Abstract)[A-Z].*")
                .because("a name says what a thing does");
    }

    private static ArchRule noFieldInjection() {
        return fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .because("what a class needs stands in its constructor");
    }

    private static ArchRule noConsole(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("services log");
    }
}
