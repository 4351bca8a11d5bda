import Holidays from "date-holidays";
import { expect, test } from "vitest";
import { HOLIDAY_PLACES, readHolidayPlace } from "../../../src/domain/holiday-places.ts";

test("the list is that of the library, country by country", () => {
  const library = new Holidays();
  const known = Object.keys(library.getCountries())
    .toSorted()
    .map((country) => [
      country,
      Object.keys(library.getStates(country) ?? {})
        .toSorted()
        .join(" "),
    ]);
  expect(Object.fromEntries(known)).toEqual(HOLIDAY_PLACES);
});

test.each([
  ["DE", { country: "DE" }],
  ["DE-BE", { country: "DE", region: "BE" }],
  ["DE-", null],
  ["DE-XX", null],
  ["de", null],
  ["IE-D", null],
  ["IE-", null],
  ["", null],
  ["constructor", null],
])("%s is %j", (place, read) => {
  expect(readHolidayPlace(place)).toEqual(read);
});
