package io.fovea.learn;

/**
 * What a network said of an item.
 *
 * @param item its index in the data; of pictures, in the datastore's files
 * @param actual the index of its class
 * @param predicted the index of the class with the greatest score
 * @param probability of the predicted class, 0 to 1
 * @param rank of its own class: 1 where the network is right
 */
public record Prediction(int item, int actual, int predicted, double probability, int rank) {
  /** Whether the network is right. */
  public boolean isRight() {
    return rank == 1;
  }
}
