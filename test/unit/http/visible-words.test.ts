import { expect, it } from "vitest";
import { TokenToMake, visibleWords } from "../../../src/http/api/access-schemas.ts";

it.each(["a\u202Eb", "a\u2066b", "a\u200Bb", "\u{E0041}a", "a\u2028b", "a\nb"])(
  "nobody names a token or an assistant with what cannot be seen: %j",
  (name) => {
    expect(visibleWords(80).safeParse(name).success).toBe(false);
    const token = { person: null, role: "admin", teams: null, requisitions: null, days: 1 };
    expect(TokenToMake.safeParse({ ...token, name }).success).toBe(false);
    expect(TokenToMake.safeParse({ ...token, name: "Zoë’s bot, مساعد" }).success).toBe(true);
  },
);
