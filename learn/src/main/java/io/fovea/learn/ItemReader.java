package io.fovea.learn;

import io.fovea.image.ChannelOrder;
import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import io.fovea.tensor.FoveaException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decodes, augments and normalizes single pictures, and keeps what it decoded. Any number of
 * threads may use one at once.
 */
final class ItemReader {
  private final Reading reading;
  private final PictureCache cache;
  private final Map<Integer, FoveaException> broken = new ConcurrentHashMap<>();

  ItemReader(Reading reading) {
    this.reading = reading;
    this.cache = new PictureCache(reading.datastore().size(), reading.memory());
  }

  /**
   * Writes the values that are fed for a picture.
   *
   * @return what is wrong with the file, if anything; nothing is written then
   */
  Optional<FoveaException> write(int item, SplittableRandom random, float[] target, int at) {
    var fault = broken.get(item);
    if (fault != null) {
      return Optional.of(fault);
    }
    Picture picture;
    try {
      picture = picture(item);
    } catch (FoveaException wrong) {
      broken.put(item, wrong);
      return Optional.of(wrong);
    }
    if (reading.augmentation().isRandom()) {
      writeVariant(picture, random, target, at);
    } else {
      reading.preprocessing().write(picture, reading.channels(), target, at);
    }
    return Optional.empty();
  }

  private void writeVariant(Picture picture, SplittableRandom random, float[] target, int at) {
    int height = reading.height();
    int width = reading.width();
    reading.augmentation().write(picture, middle(picture), height, width, random, target, at);
    if (picture.channels() < reading.channels()) {
      Planes.repeat(target, at, height * width);
    }
    reading.preprocessing().normalize(target, at, height * width, reading.channels());
  }

  private Region middle(Picture picture) {
    return Region.of(reading.preprocessing().resize(), picture, reading.height(), reading.width());
  }

  private Picture picture(int item) {
    return cache
        .get(item)
        .orElseGet(
            () -> {
              var made = make(reading.datastore().files().get(item).file());
              cache.put(item, made);
              return made;
            });
  }

  /** The picture as it is kept: as small as all that is made of it allows. */
  private Picture make(Path file) {
    var decoded = PictureReader.read(file, reading.preprocessing().colourProfile());
    try {
      boolean gray =
          reading.channels() == 1 || reading.preprocessing().channelOrder() == ChannelOrder.GRAY;
      return fitted(gray ? decoded.toGray() : decoded);
    } catch (FoveaException wrong) {
      throw new DatastoreException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private Picture fitted(Picture picture) {
    int height = reading.height();
    int width = reading.width();
    if (!reading.augmentation().isRandom()) {
      return reading.preprocessing().picture(picture, height, width);
    }
    int factor = reading.augmentation().reduction(picture, middle(picture), height, width);
    return picture.reduce(factor, factor);
  }
}
