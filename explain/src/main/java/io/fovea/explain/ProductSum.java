package io.fovea.explain;

/** Adds products up, remembering the largest. */
final class ProductSum {
  private final Largest<Product> largest = new Largest<>(Products.LISTED);
  private double sum;
  private int count;

  void add(int channel, int row, int column, float value, float weight) {
    double product = (double) value * weight;
    sum += product;
    count++;
    if (largest.wants(Math.abs(product))) {
      largest.offer(new Product(new Place(channel, row, column), value, weight), Math.abs(product));
    }
  }

  double sum() {
    return sum;
  }

  Products products() {
    var listed = largest.descending();
    int others = count - listed.size();
    double ofListed = listed.stream().mapToDouble(Product::product).sum();
    return new Products(listed, others, others == 0 ? 0 : sum - ofListed);
  }
}
