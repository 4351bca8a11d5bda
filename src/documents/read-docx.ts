/** Word files. Mammoth is given a new file with nothing in it but the parts that carry text: no pictures, no macros, no
 * reference to anything elsewhere, and none of what nobody sees. */
import mammoth from "mammoth";
import { DEEPEST, hiddenStyles, withoutHidden } from "./docx-hidden.ts";
import { finding } from "./findings.ts";
import { type RawDocument, unread } from "./raw.ts";
import { htmlToRaw } from "./read-html.ts";
import type { Finding } from "./shape.ts";
import { TooMuch, type ZipParts, makeZip, openZip } from "./zip-parts.ts";

const MAIN = "word/document.xml";
const COPIED = ["word/styles.xml", "word/numbering.xml"];
const NOTES = ["word/footnotes.xml", "word/endnotes.xml"];
const RELATIONS = "word/_rels/document.xml.rels";

/** A Word file as a document. Never throws: what cannot be read is a finding. */
export const readDocx = async (bytes: Uint8Array): Promise<RawDocument> => {
  try {
    const zip = await openZip(bytes);
    if (zip.names.includes(MAIN)) return await readParts(zip);
    const isLocked = zip.names.includes("EncryptedPackage");
    return unread("unknown", [finding(isLocked ? "encrypted" : "unsupported_type")]);
  } catch (thrown) {
    if (thrown instanceof TooMuch) return unread("docx", [finding("too_much_memory")]);
    const isLocked = thrown instanceof Error && /encrypted/i.test(thrown.message);
    return unread("docx", [finding(isLocked ? "encrypted" : "broken")]);
  }
};

const readParts = async (zip: ZipParts): Promise<RawDocument> => {
  const parts = new Map<string, Uint8Array | string>();
  const text = async (name: string): Promise<string> =>
    new TextDecoder().decode((await zip.read(name)) ?? new Uint8Array());
  const styles = hiddenStyles(await text("word/styles.xml"));
  const main = withoutHidden(await text(MAIN), styles);
  if (main.deepest > DEEPEST || !main.xml.includes("<w:")) {
    return unread("docx", [finding("broken")]);
  }
  parts.set(MAIN, main.xml);
  let { hidden } = main;
  for (const name of zip.names.filter((one) => NOTES.includes(one))) {
    const notes = withoutHidden(await text(name), styles);
    hidden += notes.hidden;
    if (notes.deepest <= DEEPEST) parts.set(name, notes.xml);
  }
  for (const name of COPIED) {
    const copied = await zip.read(name);
    if (copied) parts.set(name, copied);
  }
  const relations = await text(RELATIONS);
  parts.set(RELATIONS, linksAlone(relations));
  const raw = await convert(parts);
  return { ...raw, findings: [...findingsOf({ zip, relations, hidden }), ...raw.findings] };
};

const convert = async (parts: Map<string, Uint8Array | string>): Promise<RawDocument> => {
  parts.set("[Content_Types].xml", TYPES);
  parts.set("_rels/.rels", ROOT);
  const { value } = await mammoth.convertToHtml(
    { buffer: await makeZip(parts) },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      externalFileAccess: false,
    },
  );
  return { ...htmlToRaw(value, { keepsTabs: true }), kind: "docx" };
};

const findingsOf = (read: { zip: ZipParts; relations: string; hidden: number }): Finding[] => {
  const { names } = read.zip;
  const elsewhere = [...read.relations.matchAll(/<Relationship\b[^>]*>/g)].filter(
    ([relation]) => /TargetMode\s*=\s*"External"/i.test(relation) && !isHyperlink(relation),
  ).length;
  return [
    ...(read.hidden > 0 ? [finding("invisible_text", { count: read.hidden })] : []),
    ...(names.some((name) => /vbaProject|activeX/i.test(name)) ? [finding("active_content")] : []),
    ...(names.some((name) => /embeddings\/./i.test(name)) ? [finding("attachments")] : []),
    ...(elsewhere > 0 ? [finding("external_references", { count: elsewhere })] : []),
  ];
};

const isHyperlink = (relation: string): boolean => /\/hyperlink"/i.test(relation);

/** Relations to notes and styles, and of links in the text: those that are none of the web lead nowhere. */
const linksAlone = (relations: string): string => {
  const kept = [...relations.matchAll(/<Relationship\b[^>]*?\/?>/g)]
    .map(([relation]) => (relation.endsWith("/>") ? relation : `${relation.slice(0, -1)}/>`))
    .filter(
      (relation) =>
        isHyperlink(relation) ||
        /Target="\/?(?:word\/)?(?:styles|numbering|footnotes|endnotes)\.xml"/i.test(relation),
    )
    .map((relation) =>
      isHyperlink(relation) && !/Target="(?:https?:|mailto:)/i.test(relation)
        ? relation.replace(/Target="[^"]*"/i, 'Target="#"')
        : relation,
    );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kept.join("")}</Relationships>`;
};

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const ROOT =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
