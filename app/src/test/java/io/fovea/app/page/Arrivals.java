package io.fovea.app.page;

import io.fovea.image.Picture;
import java.util.Base64;

/** Files that arrive at the page without its buttons, and answers that are late. */
final class Arrivals {
  private static final String DATA =
      """
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(arguments[1]), (each) => each.charCodeAt(0));
      data.items.add(new File([bytes], arguments[0], { type: arguments[2] }));
      """;

  private static final String HOLD =
      """
      const real = window.fetch;
      window.fetch = async (address, options) => {
        if (!String(address).startsWith(arguments[0])) return real(address, options);
        window.fetch = real;
        const given = await real(address, { ...options, signal: undefined });
        await new Promise((go) => (window.letGo = go));
        return given;
      };
      """;

  private Arrivals() {}

  /** A black picture as a PNG; two of one size are the same input. */
  static byte[] picture(int height, int width) {
    return Picture.of(height, width, 3, new byte[height * width * 3]).toPng();
  }

  /** Drags a file over the page and lets it fall. */
  static void drop(Page page, String name, byte[] bytes, String type) {
    dropOn(page, ".network-pane", name, bytes, type);
  }

  /**
   * The same on an element of its own. As in a browser what is dragged falls only where the page
   * has said, when it was last over it, that it takes it.
   */
  static void dropOn(Page page, String css, String name, byte[] bytes, String type) {
    page.run(
        DATA
            + """
            Object.defineProperty(data, 'dropEffect', { value: 'copy', writable: true }); // a browser's own
            const tell = (kind) => document.querySelector(arguments[3]).dispatchEvent(
              new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
            tell('dragenter');
            const isTaken = !tell('dragover') && data.dropEffect !== 'none';
            tell(isTaken ? 'drop' : 'dragleave');
            """,
        name,
        Base64.getEncoder().encodeToString(bytes),
        type,
        css);
  }

  /** Pastes a file. */
  static void paste(Page page, String name, byte[] bytes, String type) {
    page.run(
        DATA
            + "document.body.dispatchEvent("
            + "new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));",
        name,
        Base64.getEncoder().encodeToString(bytes),
        type);
  }

  /** The next answer of an address is held, even where the page gives its request up. */
  static void hold(Page page, String address) {
    page.run(HOLD, address);
  }

  /** What was held arrives, once the server has answered; the page does what it does with it. */
  static void letGo(Page page) {
    page.until("the answer is there", "window.letGo");
    page.run("letGo(); return new Promise((done) => setTimeout(done))");
    page.quiet();
  }
}
