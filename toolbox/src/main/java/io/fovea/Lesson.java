package io.fovea;

import io.fovea.image.Interpolation;
import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import io.fovea.image.Scale;
import io.fovea.learn.ImageDatastore;
import java.nio.file.Path;
import java.util.Map;

/**
 * The words of the lesson as functions, to be imported statically, in JShell above all.
 *
 * <pre>{@code
 * var net = squeezenet()
 * analyzeNetwork(net)
 * var img = imread("face.jpg")
 * var act = activations(net, img, "conv1")
 * montage(mat2gray(act))
 * classify(net, img)
 * var pictures = splitEachLabel(imageDatastore("pictures"), 0.7)
 * var taught = trainNetwork(net, pictures.first(), pictures.second())
 * accuracy(taught, pictures.second())
 * }</pre>
 *
 * <p>What shows a picture opens a window where there is a display, and says so in a line where
 * there is none.
 */
public final class Lesson {
  private Lesson() {}

  /** SqueezeNet, trained on ImageNet; see {@link Fovea#load}. */
  public static Net squeezenet() {
    Net net = Fovea.squeezenet();
    net.model().notice().ifPresent(System.out::println);
    return net;
  }

  /** A network by its name or path; see {@link Fovea#load}. */
  public static Net load(String nameOrPath) {
    return Fovea.load(nameOrPath);
  }

  /** Prints a network's layers in a table. */
  public static void analyzeNetwork(Net net) {
    System.out.println(net.analyze());
  }

  /**
   * Reads a picture, its samples as they are stored: a colour profile in the file is ignored, even
   * where a net's card says that it counts. {@link Net#classify(Path)} and {@link Input#of(Path)}
   * read a file as the card says.
   */
  public static Picture imread(String file) {
    return PictureReader.read(Path.of(file));
  }

  /** A picture at another size, as MATLAB's imresize makes it (bicubic). */
  public static Picture imresize(Picture picture, int height, int width) {
    return Interpolation.MATLAB_BICUBIC.resize(picture, height, width);
  }

  /** Shows a picture, and gives it back. */
  public static Picture imshow(Picture picture) {
    PictureWindow.show(picture);
    return picture;
  }

  /** Writes a picture as PNG. */
  public static void imwrite(Picture picture, String png) {
    picture.write(Path.of(png));
  }

  /** What a layer makes of a picture. */
  public static LayerActivation activations(Net net, Picture picture, String layer) {
    return net.activations(picture, layer);
  }

  /** What a layer makes of an array of numbers, n × m; see {@link Input}. */
  public static LayerActivation activations(Net net, float[][] array, String layer) {
    return net.activations(Input.of(array), layer);
  }

  /** What a layer makes of any input. */
  public static LayerActivation activations(Net net, Input input, String layer) {
    return net.activations(input, layer);
  }

  /** The scale that shows a whole activation, from its least value to its greatest. */
  public static Scale mat2gray() {
    return Fovea.mat2gray();
  }

  /** An activation scaled as a whole, its least value to 0 and its greatest to 1. */
  public static LayerActivation mat2gray(LayerActivation activation) {
    return activation.mat2gray();
  }

  /** An activation scaled as a whole, {@code least} to 0 and {@code greatest} to 1. */
  public static LayerActivation mat2gray(
      LayerActivation activation, double least, double greatest) {
    return activation.mat2gray(least, greatest);
  }

  /** Shows all channels in one picture, 0 black and 1 white, and gives it back. */
  public static Picture montage(LayerActivation activation) {
    return imshow(activation.montage());
  }

  /** The scores of a picture's classes; prints as the best one. */
  public static Classification classify(Net net, Picture picture) {
    return net.classify(picture);
  }

  /** The scores of an input's classes; prints as the best one. */
  public static Classification classify(Net net, Input input) {
    return net.classify(input);
  }

  /** The pictures in and below a folder, labelled with the names of the folders they lie in. */
  public static ImageDatastore imageDatastore(String folder) {
    return ImageDatastore.at(Path.of(folder));
  }

  /** How many pictures each class has. */
  public static Map<String, Integer> countEachLabel(ImageDatastore pictures) {
    return pictures.countEachLabel();
  }

  /** This part of each class's pictures, chosen at random (seed 1), and the rest. */
  public static ImageDatastore.Split splitEachLabel(ImageDatastore pictures, double fraction) {
    return pictures.splitEachLabel(fraction, 1);
  }

  /** Teaches a trained network the classes of these pictures; see {@link Training#transfer}. */
  public static Net trainNetwork(Net net, ImageDatastore pictures) {
    return Training.transfer(net.model(), pictures).run().net();
  }

  /** The same, keeping the network that tells the held-out pictures best. */
  public static Net trainNetwork(Net net, ImageDatastore pictures, ImageDatastore heldOut) {
    return Training.transfer(net.model(), pictures).withValidation(heldOut).run().net();
  }

  /** The part of these pictures, 0 to 1, whose class a network tells. */
  public static double accuracy(Net net, ImageDatastore pictures) {
    return net.evaluate(pictures).top1();
  }
}
