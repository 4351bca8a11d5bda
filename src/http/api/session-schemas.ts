/** Who is signed in, as the API shows it. */
import { z } from "zod";
import { ROLES } from "../../domain/access.ts";

export const Session = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  teams: z.array(z.string()).nullable().describe("To which they reach; null: everywhere"),
  requisitions: z.array(z.string()).nullable().describe("The same, by their codes"),
});
export type Session = z.infer<typeof Session>;
