/** Word files made by hand. */
import JSZip from "jszip";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const ROOT =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A zip file of these parts, packed. */
export const zipOf = async (parts: Record<string, string | Uint8Array>): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return await zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
};

/** A run of text with these properties. */
export const runOf = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of such runs. */
export const paragraphOf = (...runs: string[]): string => `<w:p>${runs.join("")}</w:p>`;

/** A Word file with this body; `parts` are put beside. */
export const docxOf = async (
  body: string,
  parts: Record<string, string | Uint8Array> = {},
): Promise<Buffer> =>
  await zipOf({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": ROOT,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="${WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
