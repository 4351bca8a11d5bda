/** What a posting asks for, read from its text: one requirement a line. */
import { plainLetters } from "./month-names.ts";
import { linesIn } from "./spans.ts";

export interface Requirement {
  /** As written, without its bullet. */
  text: string;
  kind: "must" | "nice";
  /** In the posting's text. Units: UTF-16 units, half-open. */
  start: number;
  end: number;
}

const MUST =
  /\b(?:requirements?|qualifications?|must[ -]haves?|you (?:have|bring|are|need)|what (?:you|we)(?:'ll|'re| will)? (?:bring|need|have|are looking for|looking for|expect)|who you are|about you|your (?:profile|skills|experience|background)|we(?:'re| are) looking for|minimum|anforderungen|(?:ihr|dein) profil|das bringst du mit|was du mitbringst|votre profil|profil recherche|requisitos|perfil|requisiti|profilo|(?:jouw|jij) profiel|wat je meebrengt|wymagania|oczekiwania)\b/;
const NICE =
  /\b(?:nice[ -]to[ -]haves?|bonus|preferred|desirable|a plus|ideally|optional|extra credit|advantage(?:ous)?|von vorteil|wunschenswert|idealerweise|un plus|atouts?|apprecie|deseables?|valorable|desejavel|diferenciais|gradit[oaie]|preferibile|pre|pluspunt|mile widziane)\b/;
const OTHER =
  /\b(?:responsibilities|what you(?:'ll| will) do|your (?:role|tasks|mission)|the role|benefits|what we offer|we offer|perks|about (?:us|the team|the company)|aufgaben|wir bieten|vos missions|nous offrons|funciones|ofrecemos|responsabilidades|oferecemos|mansioni|offriamo|taken|wij bieden|obowiazki|oferujemy)\b/;
const BULLET = /^\s*(?:[•·▪◦●■*–—-]|\d+[.)])\s+/;
const LONGEST_HEADING = 70;
const MOST = 60;

/** The requirements, in order. Without a heading that says so, each bulleted line counts; without bullets, none does. */
export const readRequirements = (posting: string): Requirement[] => {
  const lines = linesIn(posting);
  const hasHeading = lines.some(({ text }) => headingOf(text) === "must");
  let part: Requirement["kind"] | "other" = hasHeading ? "other" : "must";
  const found: Requirement[] = [];
  for (const { text, start } of lines) {
    const heading = headingOf(text);
    if (heading) {
      part = heading;
      continue;
    }
    const bullet = BULLET.exec(text)?.[0] ?? "";
    const written = text.slice(bullet.length).trim();
    if (part === "other" || bullet === "" || written === "") continue;
    const from = start + text.indexOf(written, bullet.length);
    found.push({
      text: written,
      kind: part === "nice" || NICE.test(plainLetters(written)) ? "nice" : "must",
      start: from,
      end: from + written.length,
    });
  }
  return found.slice(0, MOST);
};

const headingOf = (text: string): Requirement["kind"] | "other" | null => {
  if (BULLET.test(text) || text.trim() === "" || text.length > LONGEST_HEADING) return null;
  const plain = plainLetters(text).replaceAll("’", "'");
  if (NICE.test(plain)) return "nice";
  if (OTHER.test(plain)) return "other";
  return MUST.test(plain) ? "must" : null;
};
