/** Holds values to the schemas of Google's own client: its type file is read as text, because types are gone at run time. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

type Shape =
  | { kind: "name"; name: string }
  | { kind: "list"; of: Shape }
  | { kind: "map"; of: Shape }
  | { kind: "object"; fields: Map<string, Shape> };

/** What of a value Google's schema does not know, as paths. Shape: empty when all of it is known. */
export type SchemaCheck = (schema: string, value: unknown) => string[];

/** A check by the schemas of the installed `@googleapis/calendar`. Names without `Schema$`. */
export const openGoogleSchemas = (): SchemaCheck => {
  const path = createRequire(import.meta.url).resolve("@googleapis/calendar/build/v3.d.ts");
  const source = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const known = new Map<string, Shape>();
  const shapeOf = (name: string): Shape => {
    const found = known.get(name) ?? parse(source, name);
    known.set(name, found);
    return found;
  };
  const check = (shape: Shape, value: unknown, at: string): string[] => {
    if (shape.kind === "list") {
      if (!Array.isArray(value)) return [`${at}: not a list`];
      return value.flatMap((item, index) => check(shape.of, item, `${at}[${index}]`));
    }
    if (shape.kind === "name") {
      const schema = /^Schema\$(\w+)$/.exec(shape.name)?.[1];
      if (schema !== undefined) return check(shapeOf(schema), value, at);
      return shape.name === "any" || typeof value === shape.name
        ? []
        : [`${at}: not ${shape.name}`];
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return [`${at}: not an object`];
    }
    return Object.entries(value).flatMap(([key, inner]) => {
      const below = shape.kind === "map" ? shape.of : shape.fields.get(key);
      return below ? check(below, inner, `${at}.${key}`) : [`${at}.${key}: unknown`];
    });
  };
  return (schema, value) => check(shapeOf(schema), value, schema);
};

const parse = (source: string, schema: string): Shape => {
  const start = source.indexOf(`interface Schema$${schema} {`);
  if (start < 0) throw new Error(`Google's client has no schema ${schema}`);
  const body = source.slice(source.indexOf("{", start));
  const tokens = body.match(/[\w$]+|[{}[\]:;?|]/g) ?? [];
  let next = 0;
  const take = (expected?: string): string => {
    const token = tokens[next] ?? "";
    if (expected !== undefined && token !== expected) {
      throw new Error(`${schema}: ${expected} expected, ${token} found`);
    }
    next += 1;
    return token;
  };
  const parseType = (): Shape => {
    let shape: Shape = tokens[next] === "{" ? parseObject() : { kind: "name", name: take() };
    while (tokens[next] === "[") {
      take("[");
      take("]");
      shape = { kind: "list", of: shape };
    }
    while (tokens[next] === "|") {
      take("|");
      take("null");
    }
    return shape;
  };
  const parseObject = (): Shape => {
    const fields = new Map<string, Shape>();
    take("{");
    while (tokens[next] !== "}") {
      if (tokens[next] === "[") {
        for (const token of ["[", "key", ":", "string", "]", ":"]) take(token);
        const of = parseType();
        take(";");
        take("}");
        return { kind: "map", of };
      }
      const name = take();
      if (tokens[next] === "?") take("?");
      take(":");
      fields.set(name, parseType());
      take(";");
    }
    take("}");
    return { kind: "object", fields };
  };
  return parseObject();
};
