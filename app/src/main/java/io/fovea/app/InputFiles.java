package io.fovea.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files that a person means by naming files and folders. */
final class InputFiles {
  /** Endings of pictures and arrays; other files of a folder are left out. */
  private static final Set<String> ENDINGS =
      Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "npy", "npz", "csv", "mat");

  private InputFiles() {}

  /**
   * Files as they are; of folders all pictures and arrays in and below them, by name.
   *
   * @param broken is told of each folder that can't be read; where it returns, the folder is left
   *     out
   */
  static List<Path> of(List<Path> inputs, Consumer<CommandException> broken) {
    var files = new ArrayList<Path>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        files.addAll(in(input, broken));
      } else {
        files.add(input);
      }
    }
    return files;
  }

  private static List<Path> in(Path folder, Consumer<CommandException> broken) {
    var walk = new Walk(broken);
    try {
      Files.walkFileTree(folder, walk);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    List<Path> files = walk.found.stream().sorted().toList();
    if (files.isEmpty()) {
      throw new CommandException(
          "%s: there is no picture or array in this folder; name another".formatted(folder));
    }
    return files;
  }

  private static CommandException unreadable(Path path, IOException fault) {
    String reason =
        fault instanceof AccessDeniedException
            ? "access denied"
            : String.valueOf(fault.getMessage());
    return new CommandException(
        "%s: can't be read (%s); leave out what can't be read with --skip-broken"
            .formatted(path, reason),
        fault);
  }

  /** Gathers what is in and below a folder, past what can't be read. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Consumer<CommandException> broken;
    private final List<Path> found = new ArrayList<>();

    Walk(Consumer<CommandException> broken) {
      this.broken = broken;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isInput(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException fault) {
      broken.accept(unreadable(path, fault));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
      if (fault != null) {
        broken.accept(unreadable(folder, fault));
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isInput(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(file);
  }
}
