/** A symmetric positive definite system of equations, by Cholesky's way. */

/** The x of `matrix` · x = `right`. Shape: `matrix` row by row, of which the lower half is read. Errors: throws RangeError when
 * it is not positive definite. */
export const solveSymmetric = (matrix: Float64Array, right: Float64Array): Float64Array => {
  const size = right.length;
  const factor = factorise(matrix, size);
  const at = (row: number, column: number): number => factor[row * size + column] ?? 0;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row] ?? 0;
    for (let column = 0; column < row; column += 1)
      sum -= at(row, column) * (solution[column] ?? 0);
    solution[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] ?? 0;
    for (let below = row + 1; below < size; below += 1)
      sum -= at(below, row) * (solution[below] ?? 0);
    solution[row] = sum / at(row, row);
  }
  return solution;
};

/** The lower triangle whose product with itself, turned, is the matrix. */
const factorise = (matrix: Float64Array, size: number): Float64Array => {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) {
        sum -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      }
      if (row !== column) {
        factor[row * size + column] = sum / (factor[column * size + column] ?? 0);
      } else if (sum > 0) {
        factor[row * size + row] = Math.sqrt(sum);
      } else {
        throw new RangeError("the matrix is not positive definite");
      }
    }
  }
  return factor;
};
