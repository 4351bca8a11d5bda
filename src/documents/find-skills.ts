/** Skills that a text names, each under one name. The list is data (`skills.json`). */
import { z } from "zod";
import SKILLS from "./skills.json" with { type: "json" };
import type { FoundSkill, Section } from "./shape.ts";
import type { Place } from "./spans.ts";

/** One skill: its name, how else it is written, and whether it is a plain word too and counts only as it is written here. */
const Skill = z.strictObject({
  name: z.string().min(1),
  also: z.array(z.string().min(1)),
  exact: z.boolean().optional(),
  /** So short or common that it counts only in a list of skills. */
  listed: z.boolean().optional(),
});
type Skill = z.infer<typeof Skill>;

/** All known skills. */
export const KNOWN_SKILLS: readonly Skill[] = z.array(Skill).parse(SKILLS);

const TOKEN = /\.?[\p{L}\p{N}]+(?:[+#]+|[.'’&][\p{L}\p{N}]+)*/gu;
const MOST_WORDS = 4;
const MOST_SPANS = 50;

interface Token {
  text: string;
  start: number;
  end: number;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

const keyOf = (written: string): string =>
  tokensOf(written)
    .map(({ text }) => text.toLowerCase())
    .join(" ");

const LOOSE = new Map<string, Skill>();
const EXACT = new Map<string, Skill>();
for (const skill of KNOWN_SKILLS) {
  for (const written of [skill.name, ...skill.also]) {
    if (skill.exact === true && written === skill.name) EXACT.set(written, skill);
    else LOOSE.set(keyOf(written), skill);
  }
}

/** Whether a text is the name of a skill and nothing else. */
export const isSkillName = (written: string): boolean =>
  LOOSE.has(keyOf(written)) || EXACT.has(written.trim());

/** Every place where a skill is named, by skill in the order of first mention. */
export const findSkills = (
  text: string,
  sections: readonly Section[],
  place: Place,
): FoundSkill[] => {
  const tokens = tokensOf(text);
  const found = new Map<string, FoundSkill>();
  for (let index = 0; index < tokens.length;) {
    const hit = longestAt(text, tokens, index);
    const first = tokens[index];
    const last = hit && tokens[index + hit.words - 1];
    index += hit?.words ?? 1;
    if (!hit || !first || !last) continue;
    if (hit.skill.listed === true && !isListed(text, first, sections)) continue;
    const one = found.get(hit.skill.name) ?? { skill: hit.skill.name, spans: [] };
    if (one.spans.length < MOST_SPANS) one.spans.push(place(first.start, last.end));
    found.set(hit.skill.name, one);
  }
  return [...found.values()];
};

const longestAt = (
  text: string,
  tokens: readonly Token[],
  index: number,
): { skill: Skill; words: number } | null => {
  const first = tokens[index];
  if (!first) return null;
  for (let words = Math.min(MOST_WORDS, tokens.length - index); words >= 1; words -= 1) {
    const last = tokens[index + words - 1];
    if (!last || last.end - first.start > 60) continue;
    const between = text.slice(first.start, last.end);
    if (words > 1 && /[\n\t,;|]/.test(between)) continue;
    const key = tokens
      .slice(index, index + words)
      .map((token) => token.text.toLowerCase())
      .join(" ");
    const skill = LOOSE.get(key) ?? EXACT.get(between);
    if (skill) return { skill, words };
  }
  return null;
};

/** In a section about skills, or with a comma or a slash beside it. */
const isListed = (text: string, { start, end }: Token, sections: readonly Section[]): boolean =>
  sections.some(({ kind, span }) => kind === "skills" && start >= span.start && start < span.end) ||
  /[,/|•·]\s?$/.test(text.slice(Math.max(0, start - 2), start)) ||
  /^\s?[,/|•·]/.test(text.slice(end, end + 2));
