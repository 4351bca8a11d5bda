/** A value that must not be seen: however it is printed, it shows `[secret]`. */
import { inspect } from "node:util";

const MASK = "[secret]";

/** Holds one secret text. Whoever needs it asks by `reveal`, which is easy to find in a review. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself: for a header or a key, never for a log, an error or an answer. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
