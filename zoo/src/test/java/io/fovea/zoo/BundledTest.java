package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Softmax;
import io.fovea.onnx.Precision;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that come in the jar, shown with one that a test puts there. */
class BundledTest {
  private static final String NAME = "squeezenet-caltech101";
  private static final Network NETWORK =
      Network.of("any", List.of(ImageInput.of("data", 1, 1, 2), Softmax.of("prob", "data")));
  private static final Card CARD =
      Card.of(NAME, CommonPreprocessing.torchvision(256)).withClasses(List.of("gull", "tern"));

  @TempDir private Path folder;

  @Test
  void aBundledModelIsOpenedFromTheJar() throws IOException {
    try (var loader = jar()) {
      Model model = Models.of().withBundled(Bundled.of(loader)).open(NAME);

      assertThat(model.card()).isEqualTo(CARD);
      assertThat(model.classes()).containsExactly("gull", "tern");
      assertThat(model.file()).isEmpty();
      assertThat(model.notice()).isEmpty();
    }
  }

  @Test
  void itIsListedBehindNoFolder() throws IOException {
    try (var loader = jar()) {
      List<ModelEntry> all = Models.of().withBundled(Bundled.of(loader)).list();

      assertThat(all).extracting(ModelEntry::name).containsExactly(NAME);
      assertThat(all).extracting(ModelEntry::place).containsExactly("bundled with Fovea");
    }
  }

  @Test
  void itStandsInForTheSqueezeNetThatIsNotThereAndSaysSo() throws IOException {
    try (var loader = jar()) {
      Model model = Models.of().withBundled(Bundled.of(loader)).open("squeezenet");

      assertThat(model.name()).isEqualTo(NAME);
      assertThat(model.notice())
          .contains(
              "squeezenet: not found in the folders of FOVEA_MODELS or in ~/.cache/fovea, so the"
                  + " bundled squeezenet-caltech101 is used, which knows other classes");
    }
  }

  @Test
  void aSqueezeNetThatIsThereGoesFirst() throws IOException {
    Path file = folder.resolve("models/squeezenet/model.onnx");
    Files.createDirectories(file.getParent());
    ModelWriter.write(NETWORK, Card.of("mine", CARD.preprocessing()), file);
    try (var loader = jar()) {
      Models models = Models.of(folder.resolve("models")).withBundled(Bundled.of(loader));

      assertThat(models.open("squeezenet").name()).isEqualTo("mine");
      assertThat(models.open("squeezenet").notice()).isEmpty();
    }
  }

  @Test
  void whereNoneIsBundledNoneIsListed() throws IOException {
    try (var loader = new URLClassLoader(new URL[0], null)) {
      Models models = Models.of().withBundled(Bundled.of(loader));

      assertThat(models.list()).isEmpty();
      assertThatThrownBy(() -> models.find("squeezenet")).isInstanceOf(ZooException.class);
    }
  }

  private URLClassLoader jar() throws IOException {
    Path model = folder.resolve("written.onnx");
    ModelWriter.write(NETWORK, CARD, Precision.FLOAT16, model);
    Path jar = folder.resolve("fovea.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("io/fovea/zoo/bundled/" + NAME + "/model.onnx"));
      out.write(Files.readAllBytes(model));
    }
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }
}
