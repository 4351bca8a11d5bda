import type { CheckedText } from "../../../src/http/api/language-routes.ts";

type Weighed = NonNullable<CheckedText["balance"]>;

const LEANS: Readonly<Record<Weighed["lean"], string>> = {
  masculine: "It leans to words that draw men.",
  feminine: "It leans to words that draw women.",
  neutral: "It leans to neither side.",
};

/** How a whole text leans, with the words that were counted. */
export const Balance = ({ balance }: { balance: Weighed }) => (
  <section className="panel language-balance" aria-labelledby="language-balance">
    <h2 id="language-balance">Gender balance of the whole text</h2>
    <p>
      {LEANS[balance.lean]}{" "}
      <span className="quiet">
        Counted as by Gaucher, Friesen &amp; Kay (2011); up to four more on one side count as
        chance.
      </span>
    </p>
    <dl>
      <Side label="Words that draw men" words={balance.masculine} />
      <Side label="Words that draw women" words={balance.feminine} />
    </dl>
  </section>
);

const Side = ({ label, words }: { label: string; words: readonly string[] }) => (
  <div>
    <dt>
      {label} <span className="num strong">{words.length}</span>
    </dt>
    <dd className="quiet break">{counted(words)}</dd>
  </div>
);

const counted = (words: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) {
    const plain = word.toLowerCase();
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  if (counts.size === 0) return "none";
  return [...counts].map(([word, count]) => (count > 1 ? `${word} (${count})` : word)).join(", ");
};
