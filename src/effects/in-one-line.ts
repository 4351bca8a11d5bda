/** A text as it is compared with what came back: Lever and Google trim, and break lines in their own way. */
export const inOneLine = (text: string): string => text.trim().replaceAll(/\s+/g, " ");
