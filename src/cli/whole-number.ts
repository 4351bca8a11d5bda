/** A number that a person wrote as an argument: digits alone. Shape: NaN for anything else, such as 1e3, 0x10 or nothing. */
export const wholeNumber = (text: string): number =>
  /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
