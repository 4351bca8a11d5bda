/** Sealed texts under a key of their own. */
import { randomBytes } from "node:crypto";
import type { Clock } from "../../src/domain/time.ts";
import { randomIds } from "../../src/identifiers.ts";
import { parseKeyring } from "../../src/privacy/keyring.ts";
import { type Texts, createTexts } from "../../src/privacy/texts.ts";

/** For a test that needs no more than that there are some. */
export const someTexts = (clock: Clock): Texts =>
  createTexts({
    keyring: parseKeyring(`test:${randomBytes(32).toString("base64")}`),
    clock,
    ids: randomIds,
  });
