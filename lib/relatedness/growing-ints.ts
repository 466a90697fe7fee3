/** A list of 32-bit integers that grows at its end, in one typed array that is doubled when full. */
export class GrowingInts {
  values = new Int32Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1);
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return index < this.length ? (this.values[index] as number) : 0;
  }

  add(index: number, amount: number): void {
    if (index >= this.length) {
      this.reserve(index + 1);
      this.length = index + 1;
    }
    this.values[index] = (this.values[index] as number) + amount;
  }

  private reserve(length: number): void {
    if (length <= this.values.length) return;
    const larger = new Int32Array(Math.max(length, this.values.length * 2));
    larger.set(this.values);
    this.values = larger;
  }
}
