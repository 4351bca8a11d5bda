/** What a letter in one field changes, and what it leaves as it was. */
import { expect, it } from "vitest";
import { createPlanStore } from "../../../web/src/plans/plan-store.ts";
import { listAt, valueAt } from "../../../web/src/plans/plan-text.ts";

const TEXT = `id: talk
sessions:
  - id: one
    name: One
    places:
      - role: recruiter
  - id: two
    name: Two
rules: {lunch: {start: "12:00", end: "13:00"}}
`;

it("keeps every value that a change leaves alone the very same", () => {
  const store = createPlanStore(TEXT);
  const before = store.value();
  store.set(["sessions", 0, "name"], "First");
  const after = store.value();
  expect(store.text()).toBe(TEXT.replace("One", "First"));
  expect(valueAt(after, ["sessions", 0, "name"])).toBe("First");
  expect(after).not.toBe(before);
  for (const path of [["sessions", 0, "places"], ["sessions", 1], ["rules"]]) {
    expect(valueAt(after, path)).toBe(valueAt(before, path));
  }
});

it("tells of a change, and of nothing that is none", () => {
  const store = createPlanStore(TEXT);
  let told = 0;
  const end = store.subscribe(() => {
    told += 1;
  });
  store.set(["sessions", 0, "name"], "One");
  store.set(["video"], undefined);
  store.setText(TEXT);
  store.setFaults([]);
  expect(told).toBe(0);
  store.set(["sessions", 0, "name"], "First");
  const fault = { line: 4, message: "is odd" };
  store.setFaults([fault]);
  store.setFaults([{ ...fault }]);
  expect(told).toBe(2);
  end();
  store.setText("");
  expect(told).toBe(2);
});

it("keeps the last values while the text is no YAML", () => {
  const store = createPlanStore(TEXT);
  store.setText(`${TEXT}rules: [`);
  expect(store.isReadable()).toBe(false);
  expect(listAt(store.value(), ["sessions"])).toHaveLength(2);
  store.setText("id: talk\n");
  expect(store.isReadable()).toBe(true);
  expect(store.value()).toEqual({ id: "talk" });
});
