/** The types that Microsoft publishes for Graph, read from their source and held against answers: an unknown key or a wrong
 * type is a finding. Keys of OData itself (`@odata.…`, `@removed`) belong to no type. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Gives what is wrong with a value, as `Event.start.dateTime: not string`. */
export type GraphCheck = (type: string, value: unknown) => string[];

interface Interface {
  base: string | undefined;
  fields: Map<string, string>;
}

/** Reads the types once. */
export const openGraphSchemas = (): GraphCheck => {
  const file = import.meta.resolve("@microsoft/microsoft-graph-types/microsoft-graph.d.ts");
  const source = readFileSync(fileURLToPath(file), "utf8").replaceAll("\r\n", "\n");
  const interfaces = interfacesOf(source);
  const aliases = aliasesOf(source);
  const fieldOf = (type: string, key: string): string | undefined => {
    const found = interfaces.get(type);
    if (!found) throw new Error(`Graph has no type ${type}`);
    return found.fields.get(key) ?? (found.base ? fieldOf(found.base, key) : undefined);
  };
  const check = (type: string, value: unknown, at: string): string[] => {
    const nullable = /^NullableOption<(.*)>$/.exec(type)?.[1];
    if (nullable !== undefined) return value === null ? [] : check(nullable, value, at);
    if (type.endsWith("[]")) {
      if (!Array.isArray(value)) return [`${at}: not a list`];
      return value.flatMap((one, index) => check(type.slice(0, -2), one, `${at}[${index}]`));
    }
    if (["string", "number", "boolean"].includes(type)) {
      return typeof value === type ? [] : [`${at}: not ${type}`];
    }
    const words = aliases.get(type);
    if (words) return words.includes(String(value)) ? [] : [`${at}: not ${type}`];
    if (typeof value !== "object" || value === null) return [`${at}: not ${type}`];
    return Object.entries(value).flatMap(([key, inner]) => {
      if (key.startsWith("@")) return [];
      const below = fieldOf(type, key);
      return below === undefined ? [`${at}.${key}: unknown`] : check(below, inner, `${at}.${key}`);
    });
  };
  return (type, value) => check(type, value, type);
};

const interfacesOf = (source: string): Map<string, Interface> =>
  new Map(
    [
      ...source.matchAll(
        /^export interface (\w+)(?: extends (\w+))? \{(?:\n([\s\S]*?)^)?\}|^export interface (\w+) extends (\w+) \{\}/gm,
      ),
    ].map(([, name, base, body, emptyName, emptyBase]) => [
      name ?? emptyName ?? "",
      { base: base ?? emptyBase, fields: fieldsOf(body ?? "") },
    ]),
  );

const fieldsOf = (body: string): Map<string, string> =>
  new Map(
    [...body.matchAll(/^ {4}(?:"?)(\w+)(?:"?)\??:\s*([^;]+);/gm)].map(
      ([, name = "", type = ""]) => [name, type.replaceAll(/\s+/g, "")],
    ),
  );

/** Types that are one of several words. */
const aliasesOf = (source: string): Map<string, string[]> =>
  new Map(
    [...source.matchAll(/^export type (\w+) =([^;]+);/gm)].map(([, name = "", body = ""]) => [
      name,
      [...body.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word),
    ]),
  );
