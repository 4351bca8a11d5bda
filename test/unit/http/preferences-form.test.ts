import { expect, it } from "vitest";
import { NO_PREFERENCES, type Preferences } from "../../../src/domain/preferences.ts";
import { formOf, preferencesOf } from "../../../src/http/interviewer/form.ts";

it.each<[string, Partial<Preferences>]>([
  ["who wants no daily digest", { noDailyDigest: true, maxInterviewsPerDay: 2 }],
  ["who gets one", { maxInterviewsPerDay: 2 }],
])("saving their own page leaves the digest of %s as it is", (_, changes) => {
  const preferences = { ...NO_PREFERENCES, ...changes };
  const form = formOf({ version: 1, preferences }, {});
  expect(preferencesOf(form, preferences, new Set())).toEqual({ preferences });
});
