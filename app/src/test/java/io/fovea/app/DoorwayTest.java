package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "others can't read arguments there")
class DoorwayTest {
  private static final String ADDRESS = "http://127.0.0.1:8700/AbCdEfGhIjKlMnOpQrStUvWx/";

  @TempDir private Path folder;

  @Test
  void whatTheBrowserIsGivenHoldsNoToken() {
    try (Doorway doorway = Doorway.to(ADDRESS, folder)) {
      assertThat(doorway.location().orElseThrow())
          .startsWith(folder.toString())
          .doesNotContain("AbCdEfGh");
    }
  }

  @Test
  void onlyItsOwnerCanReadTheFile() throws Exception {
    try (Doorway doorway = Doorway.to(ADDRESS, folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(doorway))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theFileLeadsToThePage() throws Exception {
    try (Doorway doorway = Doorway.to(ADDRESS, folder)) {
      assertThat(Files.readString(file(doorway)))
          .contains("<meta http-equiv=\"refresh\" content=\"0; url=" + ADDRESS + "\">");
    }
  }

  @Test
  void atTheEndItIsGone() {
    Doorway doorway = Doorway.to(ADDRESS, folder);

    doorway.close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whereNoFileCanBeWrittenNothingIsOpened() {
    assertThat(Doorway.to(ADDRESS, folder.resolve("none")).location()).isEmpty();
  }

  private static Path file(Doorway doorway) {
    return Path.of(doorway.location().orElseThrow());
  }
}
