/** PDF files, by pdf.js without eval, fonts or network. */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { z } from "zod";
import { finding } from "./findings.ts";
import { LIMITS } from "./limits.ts";
import { fragmentsOf } from "./pdf-fragments.ts";
import type { Box } from "./pdf-paint.ts";
import { linesOf } from "./pdf-lines.ts";
import { type RawDocument, unread } from "./raw.ts";
import type { Finding } from "./shape.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;

/** A picture with more than this is not unpacked: nothing is read out of pictures. */
const MOST_PIXELS = 2_000_000;
const MOST_URLS = 200;

interface Reading {
  pageTexts: string[];
  hidden: number;
  broken: number;
  pictures: number;
  urls: Set<string>;
}

/** A PDF file as a document. Never throws: what cannot be read is a finding. */
export const readPdf = async (bytes: Uint8Array): Promise<RawDocument> => {
  // Copied: pdf.js takes the bytes away.
  const head = Buffer.from(bytes).toString("latin1");
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      maxImageSize: MOST_PIXELS,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      verbosity: 0,
    });
  } catch (thrown) {
    const isLocked = thrown instanceof Error && thrown.name === "PasswordException";
    return unread("pdf", [finding(isLocked ? "encrypted" : "broken")]);
  }
  try {
    return await readPages(pdf, head);
  } finally {
    await pdf.loadingTask.destroy();
  }
};

const readPages = async (pdf: Pdf, head: string): Promise<RawDocument> => {
  const reading: Reading = { pageTexts: [], hidden: 0, broken: 0, pictures: 0, urls: new Set() };
  const { OPS } = await getResolvedPDFJS();
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  const count = Math.min(pdf.numPages, LIMITS.pages);
  for (let index = 1; index <= count; index += 1) {
    try {
      reading.pageTexts.push(await readPage(pdf, { index, names, reading }));
    } catch {
      reading.broken += 1;
      reading.pageTexts.push("");
    }
  }
  let text = "";
  const pageStarts: number[] = [];
  for (const page of reading.pageTexts) {
    pageStarts.push(text.length);
    text += `${page}\n\n`;
  }
  const isEmpty = text.trim() === "";
  return {
    kind: "pdf",
    text: isEmpty ? "" : text,
    pageStarts,
    urls: [...reading.urls],
    findings: [...(await findingsOf(pdf, reading, head)), ...(isEmpty ? [nothing(reading)] : [])],
  };
};

const nothing = ({ broken, pictures, pageTexts, hidden }: Reading): Finding => {
  if (broken > 0 && broken === pageTexts.length) return finding("broken");
  return finding(pictures > 0 || hidden > 0 ? "scan" : "empty");
};

const readPage = async (
  pdf: Pdf,
  asked: { index: number; names: ReadonlyMap<number, string>; reading: Reading },
): Promise<string> => {
  const { names, reading } = asked;
  const page = await pdf.getPage(asked.index);
  const [{ fnArray, argsArray }, layers] = await Promise.all([
    page.getOperatorList(),
    pdf.getOptionalContentConfig(),
  ]);
  reading.pictures += fnArray.filter((code) => /^paint.*Image/.test(names.get(code) ?? "")).length;
  const { fragments, paint } = fragmentsOf({
    names,
    commands: fnArray,
    args: argsArray,
    isOpaque: (picture) => isOpaque(page, picture),
    isLayerShown: (properties) => layers.isVisible(properties) !== false,
  });
  const view = viewOf(page);
  const seen = fragments.filter((fragment) => paint.shows(fragment, view));
  const letters = (list: readonly { text: string }[]): number =>
    list.reduce((sum, { text }) => sum + text.trim().length, 0);
  reading.hidden += letters(fragments) - letters(seen);
  await noteLinks(page, reading);
  page.cleanup();
  return linesOf(seen);
};

const viewOf = (page: Page): Box => {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  return { left, bottom, right, top };
};

const Picture = z.object({ kind: z.number().optional() });
/** Of pdf.js: with an own measure of how transparent each point is. */
const RGBA = 3;

const isOpaque = (page: Page, picture: string): boolean => {
  const objects = picture.startsWith("g_") ? page.commonObjs : page.objs;
  if (!objects.has(picture)) return false;
  const found = Picture.safeParse(objects.get(picture)).data;
  return found?.kind !== undefined && found.kind !== RGBA;
};

const Annotations = z.array(
  z.object({ url: z.string().optional(), unsafeUrl: z.string().optional() }).loose(),
);

const noteLinks = async (page: Page, reading: Reading): Promise<void> => {
  const annotations = Annotations.safeParse(await page.getAnnotations()).data ?? [];
  for (const { url } of annotations) {
    if (url && /^(?:https?|mailto):/i.test(url) && reading.urls.size < MOST_URLS) {
      reading.urls.add(url);
    }
  }
};

const ACTIVE = /\/(?:JavaScript|JS|Launch|RichMedia|SubmitForm|ImportData)\b/;
const ELSEWHERE = /\/(?:GoToR|GoToE)\b|\/FS\s*\/URL\b/;

const findingsOf = async (pdf: Pdf, reading: Reading, head: string): Promise<Finding[]> => {
  const [hasScripts, attachments] = await Promise.all([
    pdf.hasJSActions().catch(() => false),
    pdf.getAttachments().catch(() => null),
  ]);
  const { hidden, broken, pageTexts } = reading;
  const hasFiles = attachments !== null || /\/EmbeddedFiles?\b/.test(head);
  return [
    ...(pdf.numPages > LIMITS.pages ? [finding("too_many_pages", { count: pdf.numPages })] : []),
    ...(hasScripts || ACTIVE.test(head) ? [finding("active_content")] : []),
    ...(hasFiles ? [finding("attachments")] : []),
    ...(ELSEWHERE.test(head) ? [finding("external_references")] : []),
    ...(hidden > 0 ? [finding("invisible_text", { count: hidden })] : []),
    ...(broken > 0 && broken < pageTexts.length
      ? [finding("partly_broken", { count: broken })]
      : []),
  ];
};
