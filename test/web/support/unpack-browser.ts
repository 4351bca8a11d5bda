/** Unpacks Chromium once, before any test: two workers that unpack it at the same time would each start what the other one still
 * writes, which the system refuses. */
import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the browser. */
    browser: string;
  }
}

export const setup = async (project: TestProject): Promise<void> => {
  project.provide("browser", await chromium.executablePath());
};
