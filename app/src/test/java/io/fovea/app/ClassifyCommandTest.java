package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
  @TempDir private Path folder;
  private Path model = Path.of("");

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyOnnx.bright(folder);
  }

  @Test
  void aTableNamesTheInputAndItsBestClasses() throws IOException { // σ(2 · 0.5) = 0.7311
    Path input = csv("half.csv", "0.5");

    assertThat(CommandRun.alone("classify", model, input))
        .isEqualTo(new CommandRun(0, input + "\n  0.7311  bright (0)\n  0.2689  dark (1)\n", ""));
  }

  @Test
  void jsonIsAnObjectALineInTheOrderOfTheInputs() throws IOException { // σ(0) = 1/2
    Path one = csv("b.csv", "0");
    Path other = csv("a.csv", "0");

    CommandRun run =
        CommandRun.alone("classify", model, one, other, "--format", "json", "--top", 1);

    String predictions = "\"predictions\":[{\"index\":0,\"label\":\"bright\",\"score\":0.5}]}\n";
    assertThat(run.out())
        .isEqualTo(
            "{\"input\":\"%s\",%s{\"input\":\"%s\",%s"
                .formatted(one, predictions, other, predictions));
  }

  @Test
  void csvHasAHeader() throws IOException {
    Path input = csv("a,b.csv", "0");

    assertThat(CommandRun.alone("classify", model, input, "--format", "csv").out())
        .isEqualTo(
            "input,rank,index,label,score\n\"%s\",1,0,bright,0.5\n\"%s\",2,1,dark,0.5\n"
                .formatted(input, input));
  }

  @Test
  void aFolderIsAllThePicturesAndArraysInAndBelowIt() throws IOException {
    csv("in/b.csv", "0");
    csv("in/sub/a.csv", "0");
    csv("in/notes.md", "0");
    csv("in/.hidden.csv", "0");

    CommandRun run =
        CommandRun.alone(
            "classify", model, folder.resolve("in"), "--format", "csv", "--top", 1, "--batch", 2);

    assertThat(run.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
        .containsExactly(
            folder.resolve("in/b.csv").toString(), folder.resolve("in/sub/a.csv").toString());
  }

  @Test
  void aFolderWithNothingToReadIsToldSo() throws IOException {
    csv("in/notes.md", "0");

    assertThat(CommandRun.alone("classify", model, folder.resolve("in")))
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fovea: "
                    + folder.resolve("in")
                    + ": there is no picture or array in this folder; name another\n"));
  }

  @Test
  void aBrokenInputEndsTheRunAndIsNamed() throws IOException {
    Path good = csv("a.csv", "0");
    Path broken = csv("b.png", "no picture");

    CommandRun run = CommandRun.alone("classify", model, good, broken, good, "--top", 1);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(good + "\n  0.5000  bright (0)\n");
    assertThat(run.err()).startsWith("fovea: " + broken + ": ").hasLineCount(1);
  }

  @Test
  void aBrokenInputIsNamedAndSkippedWhereThatIsAskedFor() throws IOException {
    Path good = csv("a.csv", "0");
    Path broken = csv("b.png", "no picture");

    CommandRun run =
        CommandRun.alone("classify", model, good, broken, good, "--top", 1, "--skip-broken");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo((good + "\n  0.5000  bright (0)\n").repeat(2));
    assertThat(run.err()).startsWith("fovea: skipped " + broken + ": ").hasLineCount(1);
  }

  @Test
  void aFolderThatCantBeReadEndsTheRunAndIsNamed() throws IOException {
    csv("in/a.csv", "0");
    Path closed = closedFolder("in/closed");

    assertThat(CommandRun.alone("classify", model, folder.resolve("in")))
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fovea: %s: can't be read (access denied); leave out what can't be read with"
                        .formatted(closed)
                    + " --skip-broken\n"));
  }

  @Test
  void aFolderThatCantBeReadIsNamedAndSkippedWhereThatIsAskedFor() throws IOException {
    Path good = csv("in/a.csv", "0");
    Path closed = closedFolder("in/closed");

    CommandRun run =
        CommandRun.alone("classify", model, folder.resolve("in"), "--top", 1, "--skip-broken");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(good + "\n  0.5000  bright (0)\n");
    assertThat(run.err()).startsWith("fovea: skipped " + closed + ": ").hasLineCount(1);
  }

  @Test
  void whereNothingCouldBeReadTheRunFailed() throws IOException {
    Path broken = csv("b.png", "no picture");

    assertThat(CommandRun.alone("classify", model, broken, "--skip-broken").exitCode())
        .isEqualTo(1);
  }

  @Test
  void aLongRunClassifiesEveryInput() throws IOException {
    for (int i = 0; i < 40; i++) {
      csv("in/%02d.csv".formatted(i), i % 2 == 0 ? "1" : "-1");
    }

    CommandRun run =
        CommandRun.alone(
            "classify", model, folder.resolve("in"), "--format", "csv", "--top", 1, "--threads", 1);

    assertThat(run.out().lines().skip(1).map(line -> line.split(",")[3]).limit(4))
        .containsExactly("bright", "dark", "bright", "dark");
    assertThat(run.out().lines()).hasSize(41);
  }

  @Test
  void namesOfAModelCantSteerTheTerminal() throws IOException {
    Files.writeString(model.resolveSibling("classes.txt"), "\u001b[31mred\ndark\n");

    assertThat(CommandRun.alone("classify", model, csv("a.csv", "1"), "--top", 1).out())
        .endsWith("  0.8808  \uFFFD[31mred (0)\n");
  }

  @Test
  void aPhotographIsTold() {
    CommandRun run =
        CommandRun.withSharedModels(
            "classify", "squeezenet", CommandRun.photo("pytorch-dog.jpg"), "--top", 1);

    assertThat(run.out()).containsPattern("0\\.8\\d\\d\\d  Samoyed, Samoyede \\(258\\)\n");
  }

  /** A folder that can't be read; where this user may read every folder the test is skipped. */
  private Path closedFolder(String name) throws IOException {
    Path closed = Files.createDirectories(folder.resolve(name));
    assumeTrue(
        closed.toFile().setReadable(false) && !Files.isReadable(closed),
        "skipped: this user may read every folder");
    return closed;
  }

  /** A file of 2 × 2 equal values. */
  private Path csv(String name, String value) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, (value + "," + value + "\n").repeat(2));
  }
}
