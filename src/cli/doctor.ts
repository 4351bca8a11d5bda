/** `convene doctor`: what is connected, what is missing, what that means, and whether what is connected answers. */
import { readConfig } from "../config.ts";
import { asAppError } from "../domain/errors.ts";
import { createLog } from "../log.ts";
import { createDeps } from "../deps.ts";

/** Prints one line a part; exit code 1 when a connected part does not answer. */
export const runDoctor = async (): Promise<void> => {
  const config = readConfig();
  for (const { variables, means } of config.missing) {
    console.log(`missing  ${variables.join(", ")}: ${means}`);
  }
  const deps = await createDeps(config, {
    log: createLog({ level: "silent" }),
    publicUrl: config.publicUrl ?? "http://127.0.0.1:3000",
  });
  try {
    const check = async (part: string, ask: () => Promise<string>): Promise<void> => {
      try {
        console.log(`ok       ${part}: ${await ask()}`);
      } catch (thrown) {
        console.log(`FAULT    ${part}: ${asAppError(thrown).message}`);
        process.exitCode = 1;
      }
    };
    await check("database", async () => {
      await deps.database.query("select 1");
      return deps.database.kind;
    });
    await check("lever", async () => {
      const stages = await deps.services.lever.reader.listStages();
      const where = deps.sandbox ? "the sandbox company" : "your account";
      return `${where}, ${stages.length} stages`;
    });
    await check("plans", async () => {
      const stages = await deps.services.lever.reader.listStages();
      const known = new Set(stages.flatMap(({ id, text }) => [id, text]));
      const lost = deps.plans
        .all()
        .flatMap((plan) => plan.match.stages.filter((stage) => !known.has(stage)));
      const odd = lost.length === 0 ? "" : `; not stages of this Lever: ${lost.join(", ")}`;
      return `${deps.plans.all().length} plans${odd}`;
    });
    console.log(`ok       model: ${config.model?.name ?? "offline"}`);
  } finally {
    await deps.close();
  }
};
