import { expect, it } from "vitest";
import { isSameName } from "../../../src/domain/same-name.ts";

it.each([
  ["case", "ANN ODE", "Ann Ode"],
  ["spaces around and between", "  Ann \t Ode\n", "Ann Ode"],
  ["a space that does not break", "Ann\u00A0Ode", "Ann Ode"],
  ["a zero-width space", "Ann\u200B Ode\uFEFF", "Ann Ode"],
  ["a filler that is not seen", "Ann\u034F Ode\u3164", "Ann Ode"],
  ["marks by themselves", "Ine\u0301s Fujita", "In\u00E9s Fujita"],
  ["wide letters", "Ａｎｎ　Ｏｄｅ", "Ann Ode"],
  ["a wide address", "ann＠company.test", "Ann@Company.test"],
  ["a sharp s", "Jo STRASSE", "Jo Straße"],
  ["a last sigma", "ΝΙΚΟΣ", "Νικος"],
  ["an apostrophe", "Kim O’Neil", "Kim O'Neil"],
  ["a hyphen", "Ann\u2010Marie", "Ann-Marie"],
])("is one name in spite of %s", (_, one, other) => {
  expect(isSameName(one, other)).toBe(true);
  expect(isSameName(other, one)).toBe(true);
});

it.each([
  ["Ann Ode", "Ann Odell"],
  ["Ann Ode", "AnnOde"],
  ["", ""],
  ["\u200B", ""],
  [" ", "\u3164"],
])("is not one name: %j and %j", (one, other) => {
  expect(isSameName(one, other)).toBe(false);
});
