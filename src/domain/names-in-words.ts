const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Names in one phrase: `Ada, Bo and Cy`. */
export const namesInWords = (names: readonly string[]): string => LIST.format(names);
