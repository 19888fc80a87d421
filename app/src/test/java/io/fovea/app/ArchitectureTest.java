package io.fovea.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The house: a room imports only from rooms below it. The table is docs/architecture.md's. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .withImportOption(location -> !location.contains("/io/fovea/testing/"))
          .importPackages("io.fovea");

  /** Each room, and the rooms that it may import from. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("io.fovea.tensor", List.of()),
          Map.entry("io.fovea.network", List.of("io.fovea.tensor")),
          Map.entry("io.fovea.network.reference", List.of("io.fovea.tensor", "io.fovea.network")),
          Map.entry("io.fovea.onnx", List.of("io.fovea.tensor", "io.fovea.network")),
          Map.entry("io.fovea.image", List.of("io.fovea.tensor")),
          Map.entry("io.fovea.chart", List.of("io.fovea.tensor", "io.fovea.image")),
          Map.entry(
              "io.fovea.explain",
              List.of(
                  "io.fovea.tensor",
                  "io.fovea.network",
                  "io.fovea.network.reference",
                  "io.fovea.image")),
          Map.entry("io.fovea.engine", List.of("io.fovea.tensor", "io.fovea.network")),
          Map.entry(
              "io.fovea.learn",
              List.of("io.fovea.tensor", "io.fovea.network", "io.fovea.image", "io.fovea.engine")),
          Map.entry(
              "io.fovea.zoo",
              List.of("io.fovea.tensor", "io.fovea.network", "io.fovea.onnx", "io.fovea.image")),
          Map.entry(
              "io.fovea",
              List.of(
                  "io.fovea.tensor",
                  "io.fovea.network",
                  "io.fovea.onnx",
                  "io.fovea.image",
                  "io.fovea.chart",
                  "io.fovea.explain",
                  "io.fovea.engine",
                  "io.fovea.learn",
                  "io.fovea.zoo")),
          Map.entry(
              "io.fovea.app.server",
              List.of(
                  "io.fovea.tensor",
                  "io.fovea.network",
                  "io.fovea.image",
                  "io.fovea.chart",
                  "io.fovea.explain",
                  "io.fovea.learn",
                  "io.fovea.zoo",
                  "io.fovea")),
          Map.entry(
              "io.fovea.app",
              List.of(
                  "io.fovea.app.server",
                  "io.fovea.tensor",
                  "io.fovea.network",
                  "io.fovea.image",
                  "io.fovea.chart",
                  "io.fovea.learn",
                  "io.fovea.zoo",
                  "io.fovea")));

  /** Packages of others, and the one room that may touch them. */
  private static final Map<String, String> ONLY =
      Map.ofEntries(
          Map.entry("org.bytedeco..", "io.fovea.engine"),
          Map.entry("com.sun.jna..", "io.fovea.engine"),
          Map.entry("ai.onnx..", "io.fovea.onnx"),
          Map.entry("com.google.protobuf..", "io.fovea.onnx"),
          Map.entry("com.twelvemonkeys..", "io.fovea.image"),
          Map.entry("us.hebi..", "io.fovea.image"),
          Map.entry("io.jhdf..", "io.fovea.image"),
          Map.entry("picocli..", "io.fovea.app"),
          Map.entry("me.tongfei..", "io.fovea.app"),
          Map.entry("io.javalin..", "io.fovea.app.server"),
          Map.entry("org.eclipse.jetty..", "io.fovea.app.server"),
          Map.entry("org.eclipse.elk..", "io.fovea.app.server"),
          Map.entry("org.commonmark..", "io.fovea.app.server"));

  static final List<String> ROOMS = MAY_IMPORT.keySet().stream().sorted().toList();
  static final List<String> LIBRARIES = ONLY.keySet().stream().sorted().toList();

  @Test
  void everyPackageHasItsPlaceInTheHouse() {
    assertThat(HOUSE.stream().map(each -> each.getPackageName()).collect(Collectors.toSet()))
        .isSubsetOf(MAY_IMPORT.keySet());
  }

  @Test
  void allRoomsAreSeenByThisTest() {
    assertThat(HOUSE.stream().map(each -> each.getPackageName()).collect(Collectors.toSet()))
        .containsAll(ROOMS);
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void importsOnlyDownward(String room) {
    var forbidden = new ArrayList<>(ROOMS);
    forbidden.remove(room);
    forbidden.removeAll(MAY_IMPORT.get(room));
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void onlyOneRoomTouchesALibrary(String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ONLY.get(library))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(HOUSE);
  }

  @Test
  void theGroundFloorKnowsNeitherPicturesNorFilesNorNatives() {
    noClasses()
        .that()
        .resideInAnyPackage("io.fovea.tensor", "io.fovea.network..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax..", "java.nio.file..", "java.net..")
        .check(HOUSE);
  }

  @Test
  void onlyPicturesAndChartsKnowTheDesktop() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.fovea.image", "io.fovea.chart", "io.fovea")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
        .check(HOUSE);
  }

  @Test
  void onlyTheServerKnowsTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.fovea.app.server")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..")
        .check(HOUSE);
  }

  @Test
  void nothingCallsAnotherMachine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(URL|URLConnection|HttpURLConnection|Socket|DatagramSocket|http\\..*)"
                + "|java\\.nio\\.channels\\..*(Socket|Datagram).*|org\\.eclipse\\.jetty\\.client\\..*")
        .check(HOUSE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("(io.fovea..)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void whatALibraryUserCatchesIsOneFamily() {
    classes()
        .that()
        .areAssignableTo(Exception.class)
        .and()
        .arePublic()
        .should()
        .beAssignableTo("io.fovea.tensor.FoveaException")
        .check(HOUSE);
  }

  @Test
  void everyPackagePromisesNoNull() {
    assertThat(ROOMS)
        .allMatch(
            room -> {
              JavaPackage found = HOUSE.getPackage(room);
              return found.isAnnotatedWith("org.jspecify.annotations.NullMarked");
            });
  }
}
