/** Signing tokens of Lever's webhooks, as written in one variable: `event=token,event=token`. */
import { Secret } from "../secret.ts";

/** Every event that Lever has webhooks for. Source: Lever API v1, webhooks. */
export const LEVER_WEBHOOKS: readonly string[] = [
  "applicationCreated",
  "candidateStageChange",
  "candidateArchiveChange",
  "candidateHired",
  "candidateDeleted",
  "interviewCreated",
  "interviewUpdated",
  "interviewDeleted",
  "contactCreated",
  "contactUpdated",
];

/** Tokens by event name; `*` for any event; several for one event while they are being replaced. */
export type SignatureTokens = Record<string, Secret[]>;

/** Errors: faults name an entry by its place and event, never by its token. */
export const parseSignatureTokens = (
  text: string,
): { tokens: SignatureTokens } | { faults: string[] } => {
  const tokens = new Map<string, Secret[]>();
  const faults: string[] = [];
  for (const [index, entry] of text.split(",").entries()) {
    if (entry.trim() === "") continue;
    const [event = "", ...rest] = entry.split("=").map((part) => part.trim());
    const token = rest.join("=");
    if (token === "" || !/^(\*|[A-Za-z]+)$/.test(event)) {
      faults.push(
        `entry ${index + 1} is not event=token, for instance candidateStageChange=<token> or *=<token>`,
      );
      continue;
    }
    tokens.set(event, [...(tokens.get(event) ?? []), new Secret(token)]);
  }
  return faults.length > 0 ? { faults } : { tokens: Object.fromEntries(tokens) };
};
