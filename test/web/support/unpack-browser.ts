/** Unpacks Chromium once, before any test: two workers that unpack it at the same time would each start what the other one still
 * writes, which the system refuses. */
import chromium from "@sparticuz/chromium";

export const setup = async (): Promise<void> => {
  await chromium.executablePath();
};
