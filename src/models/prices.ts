/** What tokens cost, as documented by who sells them: US dollars for a million. Source: https://platform.openai.com/docs/pricing,
 * standard tier. They change: MODEL_PRICES says otherwise. */

import { z } from "zod";

/** Units: US dollars for a million tokens. */
export interface Price {
  input: number;
  /** Of input that was read before. */
  cached: number;
  output: number;
}

/** What an answer was counted with. `cached`: of the input, what the server had kept. */
export const TokensSchema = z.object({ input: z.int(), cached: z.int(), output: z.int() });
export type Tokens = z.infer<typeof TokensSchema>;

const PRICES: Readonly<Record<string, Price>> = {
  "gpt-5": { input: 1.25, cached: 0.125, output: 10 },
  "gpt-5-mini": { input: 0.25, cached: 0.025, output: 2 },
  "gpt-5-nano": { input: 0.05, cached: 0.005, output: 0.4 },
  "gpt-4.1": { input: 2, cached: 0.5, output: 8 },
  "gpt-4.1-mini": { input: 0.4, cached: 0.1, output: 1.6 },
  "gpt-4.1-nano": { input: 0.1, cached: 0.025, output: 0.4 },
  "gpt-4o": { input: 2.5, cached: 1.25, output: 10 },
  "gpt-4o-mini": { input: 0.15, cached: 0.075, output: 0.6 },
};

/** Hosts of OpenAI and Azure, which know every field of the API and ask these prices. */
const SELLERS = /^(?:api\.openai\.com|[a-z0-9-]+\.openai\.azure\.com)$/;

export const isSeller = (host: string): boolean => SELLERS.test(host);

const Dollars = z.stringFormat("dollars", /^\d{1,6}(?:\.\d{1,6})?$/).transform(Number);
const Written = z.tuple([z.string().min(1), z.tuple([Dollars, Dollars, Dollars])]);

/** `model=input/cached/output`, comma separated. Null: it is written otherwise. */
export const parsePrices = (text: string): Record<string, Price> | null => {
  const written = z.array(Written).safeParse(
    text.split(",").map((each) => {
      const at = each.lastIndexOf("=");
      const figures = each.slice(at + 1).split("/");
      return [each.slice(0, Math.max(0, at)).trim(), figures.map((figure) => figure.trim())];
    }),
  );
  return written.success
    ? Object.fromEntries(
        written.data.map(([model, [input, cached, output]]) => [model, { input, cached, output }]),
      )
    : null;
};

const withoutDate = (model: string): string => model.replace(/-\d{4}-\d{2}-\d{2}$/, "");

/** The price of a model; null: not priced. */
export const priceOf = (
  { model, host }: { model: string; host: string },
  own: Readonly<Record<string, Price>>,
): Price | null =>
  own[model] ??
  own[withoutDate(model)] ??
  (isSeller(host) ? (PRICES[withoutDate(model)] ?? null) : null);

/** Units: US dollars, to the millionth. Null: not priced. */
export const costOf = ({ input, cached, output }: Tokens, price: Price | null): number | null =>
  price &&
  Math.round((input - cached) * price.input + cached * price.cached + output * price.output) /
    1_000_000;
