package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the JDK's own writers made are read as what went into them. */
class PictureReaderTest {
  private static final int HEIGHT = 21;
  private static final int WIDTH = 35;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void losslessColoursComeBackTheSame(String format) throws IOException {
    var picture = random(3);
    assertThat(decode(written(picture.toBufferedImage(), format, false))).isEqualTo(picture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void losslessGrayStaysOneChannel(String format) throws IOException {
    var picture = random(1);
    assertThat(decode(written(picture.toBufferedImage(), format, false))).isEqualTo(picture);
  }

  @Test
  void anInterlacedPngIsTheSamePicture() throws IOException {
    var picture = random(3);
    assertThat(decode(written(picture.toBufferedImage(), "png", true))).isEqualTo(picture);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void aPaletteOfAnyDepthIsLookedUp(int depth) throws IOException {
    for (String format : new String[] {"png", "gif"}) {
      var image = palette(depth);
      var decoded = decode(written(image, format, true));
      assertThat(decoded.channels()).isEqualTo(3);
      assertThat(decoded.toBufferedImage().getRGB(WIDTH - 1, HEIGHT - 1))
          .isEqualTo(image.getRGB(WIDTH - 1, HEIGHT - 1));
      assertThat(decoded.toBufferedImage().getRGB(3, 7)).isEqualTo(image.getRGB(3, 7));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits"})
  void aCompressedTiffIsTheSamePicture(String compression) throws IOException {
    var picture = random(3);
    assertThat(decode(compressedTiff(picture, compression))).isEqualTo(picture);
  }

  @Test
  void aJpegInsideATiffIsDecoded() throws IOException {
    var flat = Picture.of(8, 8, 3, new byte[8 * 8 * 3]);
    assertThat(decode(compressedTiff(flat, "JPEG"))).isEqualTo(flat);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJpegIsDecodedAsTheJdkDoesWithoutProfile(boolean progressive) throws IOException {
    byte[] file = written(random(3).toBufferedImage(), "jpeg", progressive);
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
    BufferedImage decoded = decode(file).toBufferedImage();
    int[] pixels = decoded.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    assertThat(pixels).isEqualTo(expected.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJpegCutAnywhereIsRefused(boolean progressive) throws IOException {
    byte[] file = written(random(3).toBufferedImage(), "jpeg", progressive);
    for (int length = 3; length < file.length - 8; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> decode(cut))
          .isInstanceOf(ImageException.class)
          .hasMessageMatching(
              "the JPEG ends after [\\d,]+ bytes, (in the middle of the picture|before its picture begins); copy the file again");
    }
  }

  @Test
  void aBaselineJpegThatLacksOnlyItsEndMarkerIsWhole() throws IOException {
    byte[] file = written(random(3).toBufferedImage(), "jpeg", false);
    assertThat(decode(Arrays.copyOf(file, file.length - 2))).isEqualTo(decode(file));
  }

  @Test
  void aJpegThatClaimsFarMoreThanItsBytesCanHoldIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] file = claiming(2700, 65000);
    assertThatThrownBy(() -> decode(file))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "the JPEG ends after %,d bytes, in the middle of the picture; copy the file again"
                .formatted(file.length));
  }

  @Test
  void aJpegOfTooManyPixelsIsRefusedByItsHeader() throws IOException {
    byte[] file = claiming(65000, 65000);
    assertThatThrownBy(() -> decode(file))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "the JPEG claims 65,000 × 65,000 pixels (height × width), more than the 178,956,970 that are read; scale the picture down first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
  void aPictureLargerThanWantedIsRefusedByItsHeader(String format) throws IOException {
    var image = format.equals("gif") ? palette(8) : random(3).toBufferedImage();
    Path file = Files.write(folder.resolve("picture"), written(image, format, false));
    long pixels = (long) image.getHeight() * image.getWidth();

    assertThat(PictureReader.read(file, ColourProfile.IGNORE, pixels).width())
        .isEqualTo(image.getWidth());
    assertThatThrownBy(() -> PictureReader.read(file, ColourProfile.IGNORE, pixels - 1))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "%s: the %s claims %d × %d pixels (height × width), more than the %d that are read; scale the picture down first",
            file, format.toUpperCase(Locale.ROOT), image.getHeight(), image.getWidth(), pixels - 1);
  }

  @Test
  void aColourProfileIsIgnoredUnlessAskedFor() {
    Path file = Shared.file("data/odd-images/pillow-icc_profile_big.jpg");
    var asStored = PictureReader.read(file);
    var converted = PictureReader.read(file, ColourProfile.APPLY);
    // a wider space than sRGB: the sea's stored 2, 23, 90 is a more saturated blue there
    assertThat(asStored.sample(0, 0, 2)).isEqualTo(90);
    assertThat(converted.sample(0, 0, 2)).isGreaterThan(95);
  }

  @Test
  void aBrokenColourProfileMattersOnlyWhereItIsApplied() {
    Path file = Shared.file("data/odd-images/tm-corrupted-icc-srgb.jpg");
    assertThat(PictureReader.read(file)).hasToString("685 × 1024 × 3");
    assertThatThrownBy(() -> PictureReader.read(file, ColourProfile.APPLY))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            file
                + ": the colour profile inside the JPEG is broken or doesn't fit its samples; read it with the profile ignored");
  }

  @Test
  void aPngCutAnywhereBeforeItsLastRowIsRefused() throws IOException {
    byte[] file = written(random(3).toBufferedImage(), "png", false);
    for (int length = 8; length < file.length - 30; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> decode(cut))
          .isInstanceOf(ImageException.class)
          .hasMessageStartingWith("the PNG ends after ");
    }
  }

  @Test
  void aFlippedBitInAPngIsFound() throws IOException {
    byte[] file = written(random(3).toBufferedImage(), "png", false);
    file[file.length / 2] ^= 4;
    assertThatThrownBy(() -> decode(file))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("the checksum of its chunk IDAT at byte");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "bmp", "tiff"})
  void aFileCutInHalfIsRefused(String format) throws IOException {
    var image = format.equals("gif") ? palette(8) : random(3).toBufferedImage();
    byte[] file = written(image, format, false);
    byte[] half = Arrays.copyOf(file, file.length / 2);
    assertThatThrownBy(() -> decode(half)).isInstanceOf(ImageException.class);
  }

  @Test
  void theNameOfTheFileSaysNothing() throws IOException {
    var picture = random(1);
    Path misnamed = folder.resolve("picture.jpg");
    picture.write(misnamed);
    assertThat(PictureReader.read(misnamed)).isEqualTo(picture);
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("none.jpg");
    assertThatThrownBy(() -> PictureReader.read(missing))
        .isInstanceOf(ImageException.class)
        .hasMessage(missing + ": there is no such file; check its name");
  }

  @Test
  void aFolderIsNoPicture() {
    assertThatThrownBy(() -> PictureReader.read(folder))
        .isInstanceOf(ImageException.class)
        .hasMessage(folder + ": this is a folder; name a picture in it");
  }

  @Test
  void aHugeFileThatIsNoPictureIsNotReadWhole() throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "nothing to see");
    assertThatThrownBy(() -> PictureReader.read(text))
        .hasMessageEndingWith(
            "the file isn't a picture that is read (JPEG, PNG, GIF, BMP, WebP, TIFF)");
  }

  private static Picture decode(byte[] file) {
    return PictureReader.decode(file, ColourProfile.IGNORE);
  }

  /** A small JPEG whose frame header tells another size. */
  private static byte[] claiming(int height, int width) throws IOException {
    byte[] file = written(random(3).toBufferedImage(), "jpeg", false);
    int frame = 0;
    while ((file[frame] & 0xff) != 0xff || (file[frame + 1] & 0xff) != 0xc0) {
      frame++;
    }
    file[frame + 5] = (byte) (height >> 8);
    file[frame + 6] = (byte) height;
    file[frame + 7] = (byte) (width >> 8);
    file[frame + 8] = (byte) width;
    return file;
  }

  private static Picture random(int channels) {
    var samples = new byte[HEIGHT * WIDTH * channels];
    new Random(42).nextBytes(samples);
    return Picture.of(HEIGHT, WIDTH, channels, samples);
  }

  private static BufferedImage palette(int depth) {
    var colours = new byte[3][1 << depth];
    var random = new Random(depth);
    for (byte[] channel : colours) {
      random.nextBytes(channel);
    }
    var model = new IndexColorModel(depth, 1 << depth, colours[0], colours[1], colours[2]);
    var type = depth == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
    var image = new BufferedImage(WIDTH, HEIGHT, type, model);
    assertThat(image.getRaster().getDataBuffer().getDataType()).isEqualTo(DataBuffer.TYPE_BYTE);
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        image.getRaster().setSample(column, row, 0, random.nextInt(1 << depth));
      }
    }
    return image;
  }

  private static byte[] compressedTiff(Picture picture, String compression) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(compression);
      writer.write(null, new IIOImage(picture.toBufferedImage(), null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] written(BufferedImage image, String format, boolean progressive)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (how.canWriteProgressive()) {
        how.setProgressiveMode(
            progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
