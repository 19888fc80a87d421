package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import io.fovea.image.NpyWriter;
import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages send. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {
  @TempDir private Path folder;

  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void aPictureIsTakenAndLookedAt() throws Exception {
    JsonObject taken = Served.json(served.send("red.png", png(20, 30)));

    assertThat(taken)
        .containsEntry("name", "red.png")
        .containsEntry("kind", "picture")
        .containsEntry("size", List.of(20, 30));
    assertThat(look(taken).statusCode()).isEqualTo(200);
  }

  @Test
  void aPictureIsTakenThoughTheModelThatWillLookAtItIsUnknown() throws Exception {
    String address = "api/inputs?name=green.png&ahead=nowhere";

    HttpResponse<byte[]> answer = served.post(address, png(21, 30));

    assertThat(Served.json(answer)).containsEntry("size", List.of(21, 30));
  }

  @Test
  void itComesAsSmallAsItIsShown() throws Exception { // the network sees 227 × 227
    HttpResponse<byte[]> answer =
        served.get("api/inputs/picture?model=squeezenet&input=sample:face&size=72");

    ByteBuffer png = ByteBuffer.wrap(answer.body());
    assertThat(List.of(png.getInt(16), png.getInt(20))).containsExactly(72, 72);
  }

  @Test
  void whatIsLookedAtComesAsJpegAndWhatIsSmallToThePixel() throws Exception {
    assertThat(type("sample:face")).isEqualTo("image/jpeg");
    assertThat(type("sample:face&size=72")).isEqualTo("image/png");
  }

  @Test
  void theNumbersOfAnArrayComeInTheirVeryColours() throws Exception {
    assertThat(type("sample:measurement")).isEqualTo("image/png");
  }

  @Test
  void aLargeArrayIsMadeSmallerBeforeItIsColoured() throws Exception {
    // columns of 0 and 1 by turns; the mean of each pair, 0.5, is viridis' middle: 33, 145, 140
    byte[] rows = ("0,1,".repeat(149) + "0,1\n").repeat(300).getBytes(StandardCharsets.UTF_8);
    String id = Served.json(served.send("stripes.csv", rows)).getString("id");

    HttpResponse<byte[]> answer =
        served.get("api/inputs/picture?size=150&model=squeezenet&input=" + Served.encoded(id));

    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(List.of(picture.getHeight(), picture.getWidth())).containsExactly(150, 150);
    assertThat(picture.getRGB(0, 0) >> 8 & 0xff).isBetween(143, 147);
  }

  private String type(String input) throws Exception {
    return served
        .get("api/inputs/picture?model=squeezenet&input=" + input)
        .headers()
        .firstValue("Content-Type")
        .orElseThrow();
  }

  @Test
  void anArrayThatTheNetworkCannotTakeIsNotShown() throws Exception {
    byte[] rows = "1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);
    String id = Served.json(served.send("small.csv", rows)).getString("id");

    HttpResponse<byte[]> answer =
        served.get("api/inputs/picture?model=squeezenet&input=" + Served.encoded(id));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer)).contains("doesn't work on");
  }

  @Test
  void theSamePictureOfTheSameNameIsKeptOnce() throws Exception {
    assertThat(Served.json(served.send("same.png", png(7, 7))).getString("id"))
        .isEqualTo(Served.json(served.send("same.png", png(7, 7))).getString("id"));
  }

  @Test
  void ofABatchOneHasToBeGiven() throws Exception {
    var bytes = new ByteArrayOutputStream();
    NpyWriter.content(Tensor.of(Shape.of(2, 1, 1, 3), 1, 2, 3, 4, 5, 6)).writeTo(bytes);

    HttpResponse<byte[]> answer = served.send("batch.npy", bytes.toByteArray());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer))
        .isEqualTo(
            "batch.npy: holds 2 items of 1 × 1 × 3, and the page looks at one; give it one of them");
  }

  @Test
  void anArrayIsTakenByItsEnding() throws Exception {
    byte[] rows = "1,2,3\n4,5,6\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Served.json(served.send("numbers.csv", rows)))
        .containsEntry("kind", "array")
        .containsEntry("size", List.of(2, 3));
  }

  @Test
  void ofThreePlanesTheFirstIsDrawnOnItsOwnScale() throws Exception {
    var values = new float[3 * 227 * 227]; // from 0 to 1, from 1 to 2, from 2 to 3
    for (int i = 0; i < values.length; i++) {
      values[i] = i / (227 * 227) + (i % 2);
    }
    Path file = folder.resolve("planes.npy");
    NpyWriter.write(file, NumericArray.of(List.of(3, 227, 227), values));

    JsonObject taken = Served.json(served.send("planes.npy", Files.readAllBytes(file)));

    assertThat(taken).containsEntry("size", List.of(3, 227, 227));
    assertThat(Served.head(look(taken)).getArray("plane").stream().map(Object::toString))
        .map(Double::valueOf)
        .containsExactly(0.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "../../../etc/cron.d/x.png, x.png",
    "C:\\windows\\x.png, x.png",
    "/x.png, x.png",
    "x.png/, file",
    "'<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'",
    "눈.png, 눈.png"
  })
  void aNameIsOnlyShown(String name, String shown) throws Exception {
    byte[] own = png(9, 1 + Math.floorMod(name.hashCode(), 200));

    assertThat(Served.json(served.send(name, own))).containsEntry("name", shown);
  }

  @Test
  void whatSteersATerminalIsLeftOutOfAName() throws Exception {
    assertThat(Served.json(served.send("a\u001b[31m\n\u202eb.png", png(11, 5))))
        .containsEntry("name", "a[31mb.png");
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    HttpResponse<byte[]> answer = served.send("nothing.png", new byte[0]);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer)).isEqualTo("nothing.png: is empty; choose another file");
  }

  @Test
  void aBrokenPictureIsRefusedByItsName() throws Exception {
    byte[] file = png(50, 50);
    HttpResponse<byte[]> answer = served.send("cut.png", Arrays.copyOf(file, 60));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer))
        .startsWith("cut.png: the PNG ends after 60 ")
        .doesNotContain("fovea-page-");
  }

  @Test
  void whatIsNoPictureIsRefused() throws Exception {
    byte[] text = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Served.message(served.send("x.sh", text)))
        .isEqualTo("x.sh: the file isn't a picture that is read (JPEG, PNG, GIF, BMP, WebP, TIFF)");
  }

  @Test
  void aPictureOfTooManyPixelsIsRefusedByItsHeader() throws Exception {
    HttpResponse<byte[]> answer = served.send("bomb.png", claiming(10_000, 10_000));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer))
        .isEqualTo(
            "bomb.png: the PNG claims 10,000 × 10,000 pixels (height × width), more than the"
                + " 40,000,000 that are read; scale the picture down first");
  }

  @Test
  void anArrayOfTooManyNumbersIsRefusedByItsHeader() throws Exception {
    HttpResponse<byte[]> answer = served.send("bomb.npz", zipped("zeros.npy", npy(6400)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer))
        .isEqualTo(
            "bomb.npz: zeros: the array holds 40,960,000 numbers, more than the 40,000,000 that are"
                + " read; cut a part out of it first");
  }

  @Test
  void aFileThatIsTooLongIsRefusedBeforeItComes() throws Exception {
    assertThat(served.exchange(posting("big.png", "Content-Length: 33554433\r\n")))
        .startsWith("HTTP/1.1 413 ")
        .contains("big.png: holds more than the 32 MB that the page takes; scale it down");
  }

  @Test
  void aFileThatHidesItsLengthIsRefusedWhereItIsTooLong() throws Exception {
    try (Socket socket = served.connect()) {
      var out = socket.getOutputStream();
      out.write(
          posting("endless.png", "Transfer-Encoding: chunked\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      byte[] size = "100000\r\n".getBytes(StandardCharsets.ISO_8859_1);
      var piece = new byte[1 << 20];
      for (int i = 0; i <= SentFiles.MOST_BYTES >> 20; i++) {
        out.write(size);
        out.write(piece);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      }
      var first = socket.getInputStream().readNBytes("HTTP/1.1 413".length());

      assertThat(new String(first, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void anArrayWhoseActivationsWouldFillTheMemoryIsRefused() throws Exception {
    long most = Runtime.getRuntime().maxMemory() / 4;
    int side = (int) Math.sqrt(most / 500.0) + 227; // over 500 bytes of activations a number
    HttpResponse<byte[]> sent = served.send("large.npy", npy(side));
    assertThat(sent.statusCode()).isEqualTo(200);

    HttpResponse<byte[]> answer = look(Served.json(sent));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Served.message(answer))
        .startsWith("an input of %1$d × %1$d × 3 makes activations of ".formatted(side))
        .endsWith("that are kept; cut a part out of it, or start Java with a larger -Xmx");
  }

  private HttpResponse<byte[]> look(JsonObject input) throws IOException, InterruptedException {
    return served.get("api/look?model=squeezenet&input=" + Served.encoded(input.getString("id")));
  }

  private String posting(String name, String header) {
    return ("POST %sapi/inputs?name=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s\r\n"
            + "Connection: close\r\n%s\r\n")
        .formatted(served.prefix(), name, served.port(), served.origin(), header);
  }

  static byte[] png(int height, int width) {
    return Picture.of(height, width, 3, new byte[height * width * 3]).toPng();
  }

  /** A whole array of 8-bit numbers, all 0. */
  private static byte[] npy(int side) {
    String head =
        "{'descr': '|u1', 'fortran_order': False, 'shape': (%1$d, %1$d), }".formatted(side);
    String padded = head + " ".repeat(117 - head.length()) + "\n";
    ByteBuffer all = ByteBuffer.allocate(128 + side * side);
    all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    all.put(padded.getBytes(StandardCharsets.ISO_8859_1));
    return all.array();
  }

  private static byte[] zipped(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** A small PNG whose header tells another size. */
  private static byte[] claiming(int height, int width) {
    ByteBuffer file = ByteBuffer.wrap(png(1, 1));
    int header = 16; // behind the signature, the chunk's length and its name
    file.putInt(header, width).putInt(header + 4, height);
    var checksum = new CRC32();
    checksum.update(file.array(), header - 4, 17);
    file.putInt(header + 13, (int) checksum.getValue());
    return file.array();
  }
}
