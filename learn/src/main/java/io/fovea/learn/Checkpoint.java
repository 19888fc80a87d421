package io.fovea.learn;

import io.fovea.image.OutputFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file with the complete state of a training: "FOVC", the format's version, what the training is
 * told (by which it is recognized), the state, and a CRC-32 of all that. It is written beside and
 * moved into place, so that at any moment the file is a whole checkpoint.
 *
 * @param file where it lies
 * @param fingerprint what a training must be told to go on from it, by name
 */
record Checkpoint(Path file, Map<String, String> fingerprint) {
  private static final int MAGIC = 0x464f5643;
  private static final int VERSION = 1;

  /** Writes the state as it is now. */
  void write(TrainingState state) {
    OutputFile.write(
        file,
        stream -> {
          var checked = new CheckedOutputStream(stream, new CRC32());
          var out = new DataOutputStream(checked);
          out.writeInt(MAGIC);
          out.writeInt(VERSION);
          out.writeInt(fingerprint.size());
          for (var entry : fingerprint.entrySet()) {
            CheckpointStream.writeText(out, entry.getKey());
            CheckpointStream.writeText(out, entry.getValue());
          }
          CheckpointContent.write(out, state);
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  /** Deletes the file, if it is there. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new TrainingException(file + ": the checkpoint can't be deleted; delete it by hand", e);
    }
  }

  /**
   * Restores the state that was written.
   *
   * @param state of the same training, at its beginning
   * @throws TrainingException if there is no whole checkpoint of the same training
   */
  void read(TrainingState state) {
    try (var stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var checked = new CheckedInputStream(stream, new CRC32());
      var in = new DataInputStream(checked);
      readHead(in);
      CheckpointContent.read(in, state);
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw damaged("its checksum is another", new IOException("CRC-32"));
      }
    } catch (NoSuchFileException e) {
      throw new TrainingException(
          file + ": there is no checkpoint to go on from; start the training from the beginning",
          e);
    } catch (EOFException e) {
      throw damaged("it ends early", e);
    } catch (IOException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private void readHead(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new TrainingException(
          file + ": this isn't a checkpoint of Fovea; name the file that a training wrote");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new TrainingException(
          "%s: the checkpoint has format %d, and this Fovea reads %d; go on with the Fovea that wrote it"
              .formatted(file, version, VERSION));
    }
    var written = new LinkedHashMap<String, String>();
    for (int left = in.readInt(); left > 0; left--) {
      written.put(CheckpointStream.readText(in), CheckpointStream.readText(in));
    }
    fingerprint.forEach((name, now) -> compare(name, written.getOrDefault(name, ""), now));
  }

  private void compare(String name, String then, String now) {
    if (!then.equals(now)) {
      throw new TrainingException(
          "%s: the checkpoint is of a training with %s \"%s\", not \"%s\"; go on with the same, or start from the beginning"
              .formatted(file, name, then, now));
    }
  }

  private TrainingException damaged(String how, IOException cause) {
    return new TrainingException(
        "%s: the checkpoint is damaged (%s); start the training from the beginning"
            .formatted(file, how),
        cause);
  }
}
