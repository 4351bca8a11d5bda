/** Runs the company alone: `npm run sandbox`; with a part of its people at Microsoft: `npm run sandbox -- --microsoft`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCompany } from "./company.ts";

const microsoft = process.argv.includes("--microsoft");
const company = await startCompany({ port: 4010, smtpPort: 4025, microsoft });
const { tenantId, clientId, clientSecret } = company.microsoftApplication;
const ofMicrosoft = `
  MICROSOFT_GRAPH_URL=${company.microsoftGraphUrl}
  MICROSOFT_LOGIN_URL=${company.microsoftLoginUrl}
  MICROSOFT_TENANT_ID=${tenantId}
  MICROSOFT_CLIENT_ID=${clientId}
  MICROSOFT_CLIENT_SECRET=${clientSecret}`;
const folder = mkdtempSync(join(tmpdir(), "convene-sandbox-"));
const keyFile = join(folder, "google.json");
writeFileSync(keyFile, JSON.stringify(company.googleServiceAccount), { mode: 0o600 });
console.log(`${company.world.company.name} is open at ${company.url}

To connect a Convene of your own to it:
  LEVER_API_URL=${company.leverUrl}
  LEVER_API_KEY=${company.leverApiKey}
  GOOGLE_API_URL=${company.googleUrl}
  GOOGLE_SERVICE_ACCOUNT_FILE=${keyFile}${microsoft ? ofMicrosoft : ""}
  ZOOM_API_URL=${company.zoomApiUrl}
  ZOOM_LOGIN_URL=${company.zoomLoginUrl}
  ZOOM_ACCOUNT_ID=${company.zoomApp.accountId}
  ZOOM_CLIENT_ID=${company.zoomApp.clientId}
  ZOOM_CLIENT_SECRET=${company.zoomApp.clientSecret}
  SMTP_URL=${company.smtpUrl}
  MAIL_FROM=interviews@convene.test
  COMPANY_NAME="${company.world.company.name}"
  COMPANY_TIME_ZONE=${company.world.company.zone}

To have its model word what is drafted, which gives back what it is shown:
  OPENAI_BASE_URL=${company.openaiUrl}
  OPENAI_API_KEY=${company.openai.apiKey}
  OPENAI_MODEL=any-name

Register its webhooks with POST ${company.url}/control/webhooks {"event","url","signatureToken"}.
Press Ctrl-C to close it.`);

const close = (): void => {
  rmSync(folder, { recursive: true, force: true });
  void company.close().then(() => process.exit(0));
};
process.once("SIGINT", close);
process.once("SIGTERM", close);
