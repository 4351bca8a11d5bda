/** Who is signed in, as the API shows it. */
import { z } from "zod";
import { ROLES } from "../../domain/access.ts";

export const Session = z.object({
  name: z.string(),
  displayName: z.string().nullable().describe("As the identity provider calls them"),
  role: z.enum(ROLES),
  teams: z.array(z.string()).nullable().describe("To which they reach; null: everywhere"),
  requisitions: z.array(z.string()).nullable().describe("The same, by their codes"),
  csrf: z
    .string()
    .nullable()
    .describe("Of a session: what its changes send as x-convene-csrf; null with a token"),
});
export type Session = z.infer<typeof Session>;

export const SignedOut = z.object({
  signedOut: z.literal(true),
  goOnAt: z
    .string()
    .nullable()
    .describe("Where the browser goes so that the identity provider signs out too; null: nowhere"),
});
export type SignedOut = z.infer<typeof SignedOut>;

export const WaysIn = z.object({
  provider: z
    .string()
    .nullable()
    .describe("Host of the identity provider to sign in at, by /auth/sign-in; null: there is none"),
  withoutToken: z.boolean().describe("Whether one comes in without a token: in a sandbox alone"),
});
export type WaysIn = z.infer<typeof WaysIn>;
