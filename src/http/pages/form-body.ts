/** What a visitor's form sent. */
import type { Request } from "express";
import { z } from "zod";
import { unusable } from "./unusable.ts";

/** What a form sent, as text by name; a name that came several times has several. */
export type FormBody = Readonly<Record<string, string | readonly string[]>>;

/** Express gives names with texts, and nothing where there is no form. Errors: `input_invalid`. */
export const formOf = ({ body }: Pick<Request, "body">): FormBody => {
  const parsed = FormBodySchema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw unusable();
};

const FormBodySchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The first text under a name; empty when there is none. */
export const textOf = (body: FormBody, name: string): string => allOf(body, name)[0] ?? "";

/** Every text under a name. */
export const allOf = (body: FormBody, name: string): readonly string[] => {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
};
