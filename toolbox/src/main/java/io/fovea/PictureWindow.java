package io.fovea;

import io.fovea.image.Picture;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.image.BufferedImage;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window with a picture in it. */
final class PictureWindow {
  private PictureWindow() {}

  static void show(Picture picture) {
    String size = picture.height() + " × " + picture.width();
    if (GraphicsEnvironment.isHeadless()) {
      System.out.println(
          "There is no display to show the picture (" + size + ") on; write it to a file.");
      return;
    }
    BufferedImage image = picture.toBufferedImage();
    SwingUtilities.invokeLater(() -> open(size, image));
  }

  private static void open(String title, BufferedImage image) {
    try {
      var frame = new JFrame(title);
      frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
      frame.add(new JScrollPane(new JLabel(new ImageIcon(image))));
      frame.pack();
      frame.setLocationByPlatform(true);
      frame.setVisible(true);
    } catch (HeadlessException e) {
      System.out.println("There is no display to show the picture on; write it to a file.");
    }
  }
}
