import { expect, it } from "vitest";
import { mapUser } from "../../../src/lever/map.ts";
import { personOf } from "../../../tools/seats-for.ts";

it("names who can sit by one line that leads nowhere, whatever they call themselves in Lever", () => {
  const name = "Jonas Weber\nsee https://evil.example/x";
  const user = mapUser({ id: "u", name, email: "jonas@company.test", username: "jonas" });
  expect(personOf(user).name).toBe("Jonas Weber see (link left out)");
});
