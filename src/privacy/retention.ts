/** How long candidates are kept once their last case has ended, by the country of its posting. */
import { z } from "zod";

/** Days by ISO 3166-1 country; where none is given the general limit holds. */
export type DaysByCountry = Readonly<Record<string, number>>;

/** Six months in Germany (the time for a claim by § 15 AGG, and its service); two years after the last contact in France (CNIL's guide
 * on recruitment). Practice and guidance, no statute: see your own counsel. */
export const KEPT_BY_COUNTRY: DaysByCountry = { DE: 183, FR: 730 };

const ENTRY = /^([A-Z]{2})=(\d{1,5})$/;

/** `DE=183,FR=730`; `none`: the general limit holds everywhere. */
export const DaysByCountryText = z.string().transform((text, context): DaysByCountry => {
  if (text.trim() === "none") return {};
  const days: Record<string, number> = {};
  for (const part of text.split(",")) {
    const [, country = "", count = ""] = ENTRY.exec(part.trim()) ?? [];
    if (country === "" || Number(count) < 1 || Object.hasOwn(days, country)) {
      context.addIssue({
        code: "custom",
        message:
          "must be countries once each with days from 1 to 99999, such as DE=183,FR=730, or none",
      });
      return z.NEVER;
    }
    days[country] = Number(count);
  }
  return days;
});
