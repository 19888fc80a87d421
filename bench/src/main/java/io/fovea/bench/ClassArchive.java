package io.fovea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The classes of a program, parsed once for its later starts: as Fovea's launcher does it, a first
 * run lists the classes, and Java writes them into a static archive.
 */
final class ClassArchive implements AutoCloseable {
  private final Path folder;

  private ClassArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs a program once and keeps its classes in a temporary folder.
   *
   * @param virtualMachine flags of its starts
   * @throws BenchException if the program fails, or Java writes no archive
   */
  static ClassArchive of(
      Class<?> program,
      List<String> virtualMachine,
      Map<String, String> environment,
      List<String> arguments) {
    var archive = new ClassArchive(temporaryFolder());
    var listing = new ArrayList<>(virtualMachine);
    listing.add("-XX:DumpLoadedClassList=" + archive.list());
    var dump =
        List.of(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + archive.list(),
            "-XX:SharedArchiveFile=" + archive.file(),
            "-Xlog:disable");
    try {
      run(Relaunch.process(program, listing, environment, arguments));
      run(Relaunch.process(program, dump, environment, List.of()));
      return archive;
    } catch (BenchException e) {
      archive.close();
      throw e;
    }
  }

  /** The flag with which the program starts from it. */
  String flag() {
    return "-XX:SharedArchiveFile=" + file();
  }

  private Path list() {
    return folder.resolve("classes.list");
  }

  private Path file() {
    return folder.resolve("classes.jsa");
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("fovea-bench");
    } catch (IOException e) {
      throw new BenchException("no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  private static void run(ProcessBuilder builder) {
    new ProcessCandidate("", builder, output -> 0).run();
  }

  /** Deletes it. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(list());
      Files.deleteIfExists(file());
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new BenchException(folder + " can't be deleted: " + e.getMessage(), e);
    }
  }
}
