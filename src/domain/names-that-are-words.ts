/** Parts of names that are words as well: in small letters they are those. */
export const NAMES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  "will may mark can bill grant hope joy art frank sue dean guy rose june april august drew chance rich long young white black brown green day price park best good wise early page call cook sharp close short hall house case stack team office link time work".split(
    " ",
  ),
);
