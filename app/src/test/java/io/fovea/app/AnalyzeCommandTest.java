package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
  @TempDir private Path folder;

  @Test
  void jsonSaysAllThatIsKnownOfEachLayer() throws IOException {
    CommandRun run = CommandRun.alone("analyze", TinyOnnx.bright(folder), "--format", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualToIgnoringWhitespace(
            """
            {"name": "bright",
             "layers": [
              {"index": 1, "name": "data", "type": "Image Input", "inputs": [],
               "activations": [2, 2, 1], "hyperparameters": {"InputSize": [2, 2, 1]},
               "learnables": {}, "learnableCount": 0, "macs": 0, "receptiveField": [1, 1]},
              {"index": 2, "name": "both", "type": "Convolution", "inputs": ["data"],
               "activations": [2, 2, 2],
               "hyperparameters": {"FilterSize": [1, 1], "NumChannels": 1, "NumFilters": 2,
                "Stride": [1, 1], "Padding": [0, 0, 0, 0], "Dilation": [1, 1], "Groups": 1},
               "learnables": {"Weights": [1, 1, 1, 2]}, "learnableCount": 2, "macs": 8,
               "receptiveField": [1, 1]},
              {"index": 3, "name": "mean", "type": "Global Average Pooling", "inputs": ["both"],
               "activations": [1, 1, 2], "hyperparameters": {}, "learnables": {},
               "learnableCount": 0, "macs": 0, "receptiveField": [2, 2]},
              {"index": 4, "name": "prob", "type": "Softmax", "inputs": ["mean"],
               "activations": [1, 1, 2], "hyperparameters": {}, "learnables": {},
               "learnableCount": 0, "macs": 0, "receptiveField": [2, 2]},
              {"index": 5, "name": "ClassificationLayer_prob", "type": "Classification Output",
               "inputs": ["prob"], "activations": [1, 1, 2], "hyperparameters": {"OutputSize": 2},
               "learnables": {}, "learnableCount": 0, "macs": 0, "receptiveField": [2, 2]}],
             "totals": {"layers": 5, "learnables": 2, "macs": 8},
             "issues": []}
            """);
  }

  @Test
  void csvHasAHeaderAndALineALayer() throws IOException {
    CommandRun run = CommandRun.alone("analyze", TinyOnnx.bright(folder), "--format", "csv");

    assertThat(run.out().lines().limit(3))
        .containsExactly(
            "index,name,type,description,inputs,activations,learnables,learnableCount,macs,"
                + "receptiveField",
            "1,data,Image Input,2×2×1 images,,2 × 2 × 1,,0,0,1×1",
            "2,both,Convolution,2 1×1×1 convolutions with stride [1 1] and padding [0 0 0 0],data,"
                + "2 × 2 × 2,Weights 1×1×1×2,2,8,1×1");
  }

  @Test
  void aNetworkWithFaultsIsShownWithThemAndFails() throws Exception {
    CommandRun run = CommandRun.alone("analyze", TinyOnnx.faulty(folder), "--format", "json");

    JsonObject issue = json(run).getArray("issues").getObject(0);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(issue.getString("severity")).isEqualTo("error");
    assertThat(issue.getString("layer")).isEqualTo("both");
    assertThat(issue.getString("message")).contains("2 channels");
  }

  @Test
  void squeezeNetIsWhatTheLessonShows() throws Exception {
    CommandRun run = CommandRun.withSharedModels("analyze", "squeezenet", "--format", "json");

    JsonObject network = json(run);
    JsonArray layers = network.getArray("layers");
    assertThat(layers).hasSize(68);
    assertThat(layers.getObject(1).getString("name")).isEqualTo("conv1");
    assertThat(layers.getObject(1).getArray("activations")).isEqualTo(List.of(113, 113, 64));
    assertThat(layers.getObject(1).getObject("learnables").getArray("Weights"))
        .isEqualTo(List.of(3, 3, 3, 64));
    assertThat(layers.getObject(65).getString("name")).isEqualTo("pool10");
    assertThat(layers.getObject(65).getArray("activations")).isEqualTo(List.of(1, 1, 1000));
    assertThat(network.getObject("totals").getLong("learnables")).isEqualTo(1_235_496);
  }

  @Test
  void theTableReadsLikeAnalyzeNetwork() {
    CommandRun run = CommandRun.withSharedModels("analyze", "squeezenet");

    assertThat(run.out())
        .containsPattern(
            " 2  conv1 +Convolution +64 3×3×3 convolutions with stride \\[2 2\\] and padding \\[0 0"
                + " 0 0\\] +113 × 113 × 64 +Weights 3×3×3×64, Bias 1×1×64\n")
        .contains("68 layers, 1,235,496 learnables");
  }

  @Test
  void anotherInputSizeGivesOtherActivations() throws Exception {
    CommandRun run =
        CommandRun.withSharedModels(
            "analyze", "squeezenet", "--input-size", "455x227", "--format", "json");

    assertThat(json(run).getArray("layers").getObject(1).getArray("activations"))
        .isEqualTo(List.of(227, 113, 64));
  }

  @Test
  void theEnginesRoutinesAreShownWhenAskedFor() throws Exception {
    CommandRun run =
        CommandRun.alone("analyze", TinyOnnx.bright(folder), "--engine", "--format", "json");

    JsonObject first = json(run).getArray("engine").getObject(0);
    assertThat(first.keySet()).containsExactly("layer", "kind", "implementation");
  }

  @Test
  void theResultCanGoIntoAFile() throws IOException {
    Path file = folder.resolve("table.txt");

    CommandRun run = CommandRun.alone("analyze", TinyOnnx.bright(folder), "-o", file);

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(Files.readString(file)).startsWith("bright\n").contains("5 layers, 2 learnables");
  }

  @Test
  void aModelThatIsntThereIsToldInOneLine() {
    assertThat(CommandRun.withSharedModels("analyze", "resnet"))
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fovea: resnet: there is neither a file nor a model of this name; known models:"
                    + " squeezenet, squeezenet-caffe-fp16, squeezenet-caltech101\n"));
  }

  private static JsonObject json(CommandRun run) throws JsonParserException {
    return JsonParser.object().from(run.out());
  }
}
