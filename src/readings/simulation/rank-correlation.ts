import { normalQuantile } from "./normal.ts";
import { orderOf } from "./ranks.ts";

/** A square table of correlations, 1 from corner to corner. */
export type Matrix = readonly (readonly number[])[];

const cell = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;

/** What rounding may leave of a nought. */
const nought = 1e-10;

/**
 * The lower triangle whose product with itself gives a matrix (Cholesky), or undefined where there is none: where the
 * correlations contradict each other.
 */
export function triangleOf(matrix: Matrix): Matrix | undefined {
  const triangle: number[][] = [];
  for (let i = 0; i < matrix.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = cell(matrix, i, j);
      for (let k = 0; k < j; k++)
        rest -= (row[k] as number) * (j === i ? (row[k] as number) : cell(triangle, j, k));
      if (j < i) {
        const above = cell(triangle, j, j);
        if (above === 0 && Math.abs(rest) > nought) return undefined;
        row.push(above === 0 ? 0 : rest / above);
      } else {
        if (rest < -nought) return undefined;
        row.push(rest > nought ? Math.sqrt(rest) : 0);
      }
    }
    triangle.push(row);
  }
  return triangle;
}

/**
 * The correlation of normal numbers whose ranks have this correlation: 2 sin(π ρ / 6), by the sine's own series.
 * Source: Pearson, 1907; Kruskal, Ordinal Measures of Association, Journal of the American Statistical Association 53, 1958.
 */
export function normalCorrelation(rank: number): number {
  const x = (Math.PI * rank) / 6;
  let [sum, term] = [x, x];
  for (let k = 3; k <= 15; k += 2) {
    term *= (-x * x) / (k * (k - 1));
    sum += term;
  }
  return 2 * sum;
}

/**
 * The same draws of several inputs in another order, so that their ranks have the correlations asked for. Each input
 * keeps its draws; the first keeps its order too.
 * Source: Iman and Conover, A distribution-free approach to inducing rank correlation among input variables,
 * Communications in Statistics B11(3), 1982, with the draws' own ranks for the random scores.
 */
export function reordered(columns: readonly Float64Array[], wanted: Matrix): Float64Array[] {
  const scores = columns.map(scoresOf);
  const had = triangleOf(scores.map((one) => scores.map((other) => productOf(one, other))));
  const due = triangleOf(wanted);
  if (had === undefined || due === undefined)
    throw new RangeError("these correlations contradict each other");
  const count = columns[0]?.length ?? 0;
  const mixed = columns.map(() => new Float64Array(count));
  const free = new Float64Array(columns.length);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < columns.length; i++) {
      let rest = scores[i]?.[k] ?? 0;
      for (let j = 0; j < i; j++) rest -= cell(had, i, j) * (free[j] as number);
      free[i] = rest / cell(had, i, i);
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += cell(due, i, j) * (free[j] as number);
      (mixed[i] as Float64Array)[k] = sum;
    }
  }
  return columns.map((column, index) => inOrderOf(mixed[index] as Float64Array, column));
}

/** A normal score for each draw by its rank, so scaled that the squares' mean is 1. */
function scoresOf(column: Float64Array): Float64Array {
  const scores = new Float64Array(column.length);
  for (const [rank, place] of orderOf(column).entries())
    scores[place] = normalQuantile((rank + 0.5) / column.length);
  const size = Math.sqrt(productOf(scores, scores));
  return scores.map((score) => score / size);
}

/** The mean product of two columns. */
function productOf(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += (one[k] as number) * (other[k] as number);
  return sum / one.length;
}

/** The draws of a column in the order in which another one rises. */
function inOrderOf(leader: Float64Array, column: Float64Array): Float64Array {
  const sorted = Float64Array.from(column).sort();
  const result = new Float64Array(column.length);
  for (const [rank, place] of orderOf(leader).entries()) result[place] = sorted[rank] as number;
  return result;
}
