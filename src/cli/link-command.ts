/** `convene link`: the address of somebody's own page. */
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { createDeps } from "../deps.ts";
import { AppError } from "../domain/errors.ts";
import { printable } from "../domain/printable.ts";
import { makePersonalLink } from "../people/personal-links.ts";

/** Prints the link of an interviewer, and until when it is good. Errors: `config_invalid` without PUBLIC_URL or Lever,
 * `not_found` for who is no active Lever user, `data_dir_locked` beside a running Convene on the embedded database. */
export const runLink = async ({ interviewer }: { interviewer: string }): Promise<void> => {
  const config = readConfig();
  if (config.lever.kind === "sandbox") throw refuse(NO_LEVER);
  if (config.publicUrl === null) throw refuse(NO_URL);
  const deps = await createDeps(config, {
    log: createLog({ level: "silent" }),
    publicUrl: config.publicUrl,
  });
  try {
    const user = await deps.services.lever.reader.findUserByEmail(interviewer.trim());
    if (!user || user.deactivated) throw nobody();
    const { url, until } = await makePersonalLink(user.id, "command line", deps);
    console.log(
      `${url}\n\nWhoever has it can change the settings of ${printable(user.name)}. It is good until ${until.toString({ smallestUnit: "minute" })}.`,
    );
  } finally {
    await deps.close();
  }
};

const NO_LEVER =
  "LEVER_API_KEY: is not set, so no people are known here. With the sandbox company, copy the link from People in the dashboard.";
const NO_URL =
  "PUBLIC_URL: is not set, so nobody could open the link. Set it to the address at which people reach Convene.";

const refuse = (message: string): AppError =>
  new AppError({ code: "config_invalid", fault: "caller", message });

const nobody = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "--interviewer: no active Lever user has this address.",
  });
