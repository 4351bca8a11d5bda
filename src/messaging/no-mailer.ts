import { AppError } from "../domain/errors.ts";
import type { Mailer } from "./port.ts";

/** Stands where no mail server is connected: refuses, and says why. */
export const noMailer: Mailer = {
  send: async () =>
    await Promise.reject(
      new AppError({
        code: "mail_rejected",
        fault: "caller",
        message: "No mail server is connected: set SMTP_URL and MAIL_FROM.",
      }),
    ),
};
