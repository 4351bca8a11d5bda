/** What of a document may be cited: a quote stands on the page beside its sentence, and passes the same screen. */
import type { BriefSource } from "../../src/domain/brief.ts";
import { isQuiet, ordersOf, screenFor } from "./bench.ts";
import type { BriefMaterial } from "./material.ts";
import type { Manuscript, Screen } from "./screen.ts";
import { type Stretch, touches } from "./sentences.ts";
import { type Ground, groundOf } from "./support.ts";

/** What sentences and their quotes are judged by. */
export interface Court extends Ground {
  screen: Screen;
  orders: ReadonlyMap<string, Stretch[]>;
  /** Where schooling is told, by document: its years are nobody's business. */
  schooling: readonly (Stretch & { document: string })[];
}

/** For one material. */
export const courtOf = (material: BriefMaterial): Court => {
  const ground = groundOf(material);
  return {
    ...ground,
    screen: screenFor(material),
    orders: ordersOf(ground.library, [material.posting.id, material.plan.id]),
    schooling: material.resume.education.map(({ at }) => ({
      document: at.source,
      start: at.span.start,
      end: at.span.end,
    })),
  };
};

const KINDS: Record<string, Manuscript> = {
  resume: "resume",
  posting: "posting",
  requisition: "posting",
  plan: "agenda",
};

/** What the words of a document are judged as: what people say of people where its kind says nothing else. */
const manuscriptOf = (document: string): Manuscript =>
  KINDS[document.split("/")[0] ?? ""] ?? "person";

/** Whether these words may be shown beside a sentence. */
export const mayCite = ({ document, span, quote }: BriefSource, court: Court): boolean => {
  if (span === null) return true;
  const place = { document, start: span.start, end: span.end };
  const isSchoolYear =
    /\d{2}/.test(quote) &&
    court.schooling.some((one) => one.document === document && touches(one, place));
  return (
    !isSchoolYear && isQuiet(place, court) && court.screen(quote, manuscriptOf(document)) === null
  );
};
