/** Sections of a resume, told by headings of eight languages. */
import TITLES from "./section-titles.json" with { type: "json" };
import { plainLetters } from "./month-names.ts";
import { SECTION_KINDS, type Section, type SectionKind } from "./shape.ts";
import { type Line, type Place, linesIn } from "./spans.ts";

const KIND_OF = new Map<string, SectionKind>();
for (const kind of SECTION_KINDS) {
  const titles = new Map(Object.entries(TITLES)).get(kind) ?? "";
  for (const title of titles.split("|").filter(Boolean)) KIND_OF.set(title, kind);
}

const LONGEST_HEADING = 60;
/** What a heading may carry beside its words. */
const AROUND = /^[\s\p{P}\p{S}\d]+|[\s\p{P}\p{S}]+$/gu;
/** Words before a heading that make it no other. */
const BEFORE =
  /^(?:my|our|the|formal|academic|higher|further|additional|other|selected|recent|meine|mes|ma|mi|mis)\s/;
const AND = /\s(?:&|\+|and|und|et|y|e|en|i|oraz)\s/;

/** All sections in order, without a gap between them; the one before the first heading has no title. */
export const findSections = (text: string, place: Place): Section[] => {
  const lines = linesIn(text);
  const headings = lines.flatMap((line) => {
    const kind = kindOfHeading(line);
    return kind ? [{ kind, line }] : [];
  });
  const first = headings[0]?.line.start ?? text.length;
  const before: Section[] =
    text.slice(0, first).trim() === "" ? [] : [{ kind: "other", title: "", span: place(0, first) }];
  const named = headings.map(({ kind, line }, index): Section => {
    const end = headings[index + 1]?.line.start ?? text.length;
    return { kind, title: line.text.trim(), span: place(line.start, end) };
  });
  return [...before, ...named];
};

const kindOfHeading = ({ text }: Line): SectionKind | null => {
  if (text.length > LONGEST_HEADING) return null;
  const plain = plainLetters(text)
    .replaceAll("’", "'")
    .replaceAll(AROUND, "")
    .replaceAll(/\s+/g, " ");
  if (plain === "") return null;
  // Letters set apart for looks: "E X P E R I E N C E".
  const joined = /^(?:\p{L} )+\p{L}$/u.test(plain) ? plain.replaceAll(" ", "") : plain;
  return (
    KIND_OF.get(joined) ??
    KIND_OF.get(joined.replaceAll("-", " ")) ??
    KIND_OF.get(joined.split(AND)[0] ?? "") ??
    KIND_OF.get(joined.replace(BEFORE, "")) ??
    null
  );
};
