/** Who sits where in several sessions whose times are known, nobody twice, with the most points in sum: sessions are added
 * and taken away again, and the sum is exact after each step. Source: H. W. Kuhn, "The Hungarian method for the assignment
 * problem" (1955); a row more costs one shortest augmenting path. */

/** Dearer than any sum of points, and far below where whole numbers end. */
const FORBIDDEN = 1e13;

/** One place at a known start: `points[rank]`, -Infinity for those who cannot. */
export type SeatRow = number[];

/** A row that nobody can take. Plain arrays of numbers are made and thrown away much faster than typed ones. */
export const emptyRow = (people: number): SeatRow =>
  Array.from({ length: people }, () => -Infinity);

/** How often something is added before it is taken away again: a loop has at most ten sessions, and what they promise is one
 * more. */
const MOST_PUSHES = 12;

/** An assignment that grows and shrinks row by row. Columns are people, from 1; 0 is where a path starts. */
export class JointSeats {
  readonly #people: number;
  readonly #rows: SeatRow[] = [];
  readonly #rowPotentials: Float64Array;
  readonly #columnPotentials: Float64Array;
  /** Which row a person sits in, from 1; 0: none. */
  readonly #rowOf: Int32Array;
  /** How many rows there were before each push, and all else behind each other. */
  readonly #saved: number[] = [];
  readonly #savedPotentials: Float64Array;
  readonly #savedRowOf: Int32Array;
  readonly #slack: Float64Array;
  readonly #from: Int32Array;
  readonly #visited: Uint8Array;

  constructor(people: number, mostRows: number) {
    this.#people = people;
    this.#rowPotentials = new Float64Array(mostRows + 1);
    this.#columnPotentials = new Float64Array(people + 1);
    this.#rowOf = new Int32Array(people + 1);
    this.#slack = new Float64Array(people + 1);
    this.#from = new Int32Array(people + 1);
    this.#visited = new Uint8Array(people + 1);
    this.#savedPotentials = new Float64Array(MOST_PUSHES * (mostRows + people + 2));
    this.#savedRowOf = new Int32Array(MOST_PUSHES * (people + 1));
  }

  /** Seats these rows too. Shape: the sum of all rows, or -Infinity when they cannot all be filled; `pop` in both cases. */
  push(rows: readonly SeatRow[]): number {
    this.#save();
    for (const row of rows) {
      this.#rows.push(row);
      if (this.#rows.length > this.#people) return -Infinity;
      this.#augment(this.#rows.length);
    }
    return this.#sum();
  }

  /** Takes the rows of the last `push` away. */
  pop(): void {
    const rows = this.#saved.pop();
    if (rows === undefined) return;
    this.#rows.length = rows;
    const from = this.#saved.length * this.#savedSize;
    const people = this.#saved.length * this.#rowOf.length;
    for (let index = 0; index < this.#rowPotentials.length; index += 1) {
      this.#rowPotentials[index] = this.#savedPotentials[from + index] ?? 0;
    }
    for (let index = 0; index < this.#rowOf.length; index += 1) {
      const place = from + this.#rowPotentials.length + index;
      this.#columnPotentials[index] = this.#savedPotentials[place] ?? 0;
      this.#rowOf[index] = this.#savedRowOf[people + index] ?? 0;
    }
  }

  #save(): void {
    const from = this.#saved.length * this.#savedSize;
    this.#savedPotentials.set(this.#rowPotentials, from);
    this.#savedPotentials.set(this.#columnPotentials, from + this.#rowPotentials.length);
    this.#savedRowOf.set(this.#rowOf, this.#saved.length * this.#rowOf.length);
    this.#saved.push(this.#rows.length);
  }

  get #savedSize(): number {
    return this.#rowPotentials.length + this.#columnPotentials.length;
  }

  /** The rank of the person in each row. */
  ranks(): number[] {
    const ranks = this.#rows.map(() => -1);
    for (let column = 1; column <= this.#people; column += 1) {
      const row = this.#rowOf[column] ?? 0;
      if (row > 0) ranks[row - 1] = column - 1;
    }
    return ranks;
  }

  #sum(): number {
    let sum = 0;
    for (let column = 1; column <= this.#people; column += 1) {
      const row = this.#rowOf[column] ?? 0;
      if (row > 0) sum += this.#rows[row - 1]?.[column - 1] ?? 0;
    }
    return sum;
  }

  /** Seats one more row by the cheapest chain of moves. */
  #augment(row: number): void {
    const visited = this.#visited;
    const slack = this.#slack;
    const rowOf = this.#rowOf;
    slack.fill(Infinity);
    visited.fill(0);
    rowOf[0] = row;
    let current = 0;
    for (let seated = row; seated !== 0; seated = rowOf[current] ?? 0) {
      visited[current] = 1;
      this.#reach(seated, current);
      const next = this.#nearest();
      const step = slack[next] ?? 0;
      for (let column = 0; column < slack.length; column += 1) {
        if (visited[column] === 1) {
          const other = rowOf[column] ?? 0;
          this.#rowPotentials[other] = (this.#rowPotentials[other] ?? 0) + step;
          this.#columnPotentials[column] = (this.#columnPotentials[column] ?? 0) - step;
        } else {
          slack[column] = (slack[column] ?? 0) - step;
        }
      }
      current = next;
    }
    while (current !== 0) {
      const previous = this.#from[current] ?? 0;
      rowOf[current] = rowOf[previous] ?? 0;
      current = previous;
    }
  }

  /** How cheaply each person is reached from this row. */
  #reach(row: number, current: number): void {
    const points = this.#rows[row - 1];
    const slack = this.#slack;
    const potential = this.#rowPotentials[row] ?? 0;
    for (let column = 1; column < slack.length; column += 1) {
      if (this.#visited[column] === 1) continue;
      const gain = points?.[column - 1] ?? -Infinity;
      const cost = gain === -Infinity ? FORBIDDEN : -gain;
      const reduced = cost - potential - (this.#columnPotentials[column] ?? 0);
      if (reduced < (slack[column] ?? 0)) {
        slack[column] = reduced;
        this.#from[column] = current;
      }
    }
  }

  /** The person who is reached most cheaply of those who are not visited yet. */
  #nearest(): number {
    let next = 0;
    let least = Infinity;
    for (let column = 1; column < this.#slack.length; column += 1) {
      const slack = this.#slack[column] ?? Infinity;
      if (this.#visited[column] !== 1 && slack < least) {
        least = slack;
        next = column;
      }
    }
    return next;
  }
}
