package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** A Java program that is compiled and run. */
final class JavaProgram {
  private JavaProgram() {}

  /** Runs it in a folder with what the test sees; gives its exit code. */
  static int run(String source, String name, Path folder) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    String classPath = System.getProperty("java.class.path");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                List.of("-proc:none", "-cp", classPath, "-d", folder.toString(), file.toString())
                    .toArray(String[]::new));
    assertThat(compiled).as(source).isZero();
    var program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            folder + java.io.File.pathSeparator + classPath,
            name);
    program.directory(folder.toFile()).redirectErrorStream(true);
    program.redirectOutput(folder.resolve("out.txt").toFile());
    return program.start().waitFor();
  }
}
