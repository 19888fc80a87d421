package io.fovea.learn;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files in and below a folder, each labelled by the folder that it lies in. */
final class FolderListing extends SimpleFileVisitor<Path> {
  private final Path root;
  private final List<Path> found = new ArrayList<>();

  private FolderListing(Path root) {
    this.root = root;
  }

  /**
   * All files by name, but hidden ones and those in hidden folders; links are followed.
   *
   * @throws DatastoreException if the folder or one below it can't be read
   */
  static List<LabelledFile> of(Path folder) {
    if (!Files.exists(folder)) {
      throw new DatastoreException(folder + ": there is no such folder; check its name");
    }
    if (!Files.isDirectory(folder)) {
      throw new DatastoreException(
          folder + ": this is a file; name a folder that holds one folder of pictures a class");
    }
    var listing = new FolderListing(folder);
    try {
      Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
    } catch (IOException fault) {
      throw unreadable(folder, fault);
    }
    return listing.found.stream().sorted().map(FolderListing::labelled).toList();
  }

  private static LabelledFile labelled(Path file) {
    var folder = file.toAbsolutePath().normalize().getParent();
    var name = folder == null ? null : folder.getFileName();
    return new LabelledFile(file, name == null ? "/" : name.toString());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) && !folder.equals(root)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isHidden(file) && attributes.isRegularFile()) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException fault) {
    if (fault instanceof FileSystemLoopException || isHidden(path)) {
      return FileVisitResult.CONTINUE;
    }
    throw unreadable(path, fault);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
    if (fault != null) {
      throw unreadable(folder, fault);
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    var name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private static DatastoreException unreadable(Path path, IOException fault) {
    String reason =
        fault instanceof AccessDeniedException
            ? "access denied"
            : String.valueOf(fault.getMessage());
    return new DatastoreException(
        path + ": can't be read (" + reason + "); change its permissions, or move it elsewhere",
        fault);
  }
}
