/** Codes that a browser carries from the provider to the application, and what they are exchanged for: once, within a minute, by whoever has the
 * application's secret and the verifier. */
import { createHash, randomBytes } from "node:crypto";
import type { CompanyClock } from "../clock.ts";
import type { DirectoryEntry } from "./directory.ts";

/** What an administrator would copy from the application's page. */
export interface Application {
  clientId: string;
  clientSecret: string;
}

/** What an application asks for, as far as it comes back. */
export interface Asked {
  client_id: string;
  redirect_uri: string;
  response_type: string;
  scope: string;
  state: string;
  nonce: string;
  code_challenge: string;
  code_challenge_method: string;
}

interface Given {
  asked: Asked;
  person: DirectoryEntry;
  endsAt: Temporal.Instant;
}

type Redeemed = { person: DirectoryEntry; nonce: string } | { error: string };

const VALID_SECONDS = 60;
const FIELDS = [
  "client_id",
  "redirect_uri",
  "response_type",
  "scope",
  "state",
  "nonce",
  "code_challenge",
  "code_challenge_method",
] as const;

/** Whether an address is on this machine and has that path: the sandbox knows no other addresses of the application. */
export const isOwnCallback = (address: string, path: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname, search, hash } = new URL(address);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  return isHere && pathname === path && search + hash === "";
};

/** A field of a form or query; empty where it is none. */
export const fieldOf = (from: unknown, name: string): string => {
  const value: unknown = typeof from === "object" && from !== null ? Reflect.get(from, name) : "";
  return typeof value === "string" ? value : "";
};

const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier).digest("base64url");

/** Its id and secret, each encoded as in a form. Source: RFC 6749, 2.3.1. */
const isApplication = (
  authorization: string | undefined,
  { clientId, clientSecret }: Application,
): boolean => {
  const basic = /^Basic (\S+)$/.exec(authorization ?? "")?.[1] ?? "";
  const [id, secret] = Buffer.from(basic, "base64").toString("utf8").split(":");
  const fields = new URLSearchParams(`id=${id ?? ""}&secret=${secret ?? ""}`);
  return fields.get("id") === clientId && fields.get("secret") === clientSecret;
};

/** The codes of one application. */
export const createCodes = ({
  application,
  clock,
}: {
  application: Application;
  clock: Pick<CompanyClock, "now">;
}) => {
  const given = new Map<string, Given>();
  const opaque = (): string => randomBytes(24).toString("base64url");
  return {
    opaque,
    /** What is asked for, and what is wrong with it. */
    read: (from: unknown): { asked: Asked; fault: string | null } => {
      const entries = FIELDS.map((name) => [name, fieldOf(from, name)] as const);
      // All fields are there, each a text.
      const asked = Object.fromEntries(entries) as unknown as Asked; // oxlint-disable-line typescript/no-unsafe-type-assertion
      return { asked, fault: faultOf(asked, application) };
    },
    give: (asked: Asked, person: DirectoryEntry): string => {
      const code = opaque();
      given.set(code, { asked, person, endsAt: clock.now().add({ seconds: VALID_SECONDS }) });
      return code;
    },
    /** Whoever asks with a code ends it, also in vain. */
    redeem: (authorization: string | undefined, body: unknown): Redeemed => {
      if (!isApplication(authorization, application)) return { error: "invalid_client" };
      if (fieldOf(body, "grant_type") !== "authorization_code") {
        return { error: "unsupported_grant_type" };
      }
      const code = fieldOf(body, "code");
      const found = given.get(code);
      given.delete(code);
      const isGood =
        found !== undefined &&
        Temporal.Instant.compare(found.endsAt, clock.now()) > 0 &&
        found.asked.redirect_uri === fieldOf(body, "redirect_uri") &&
        found.asked.code_challenge === challengeOf(fieldOf(body, "code_verifier"));
      return isGood
        ? { person: found.person, nonce: found.asked.nonce }
        : { error: "invalid_grant" };
    },
  };
};

const faultOf = (asked: Asked, { clientId }: Application): string | null => {
  if (asked.client_id !== clientId) return "No application of that id is known here.";
  if (!isOwnCallback(asked.redirect_uri, "/auth/callback")) {
    return "The application does not come back to an address that is registered here.";
  }
  if (asked.response_type !== "code") return "Only codes are given out.";
  if (!asked.scope.split(" ").includes("openid")) return "The scope openid is missing.";
  if (asked.code_challenge_method !== "S256" || asked.code_challenge.length !== 43) {
    return "PKCE with S256 is needed.";
  }
  return null;
};
