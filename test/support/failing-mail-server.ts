/** A mail server that fails where a test says: a well-behaved one does not. */
import { once } from "node:events";
import { SMTPServer } from "smtp-server";

/** Where it fails: `drop` cuts the connection, a number is its answer. */
export interface MailFault {
  greeting?: 421 | 554;
  recipient?: number | "drop";
  /** After the whole mail was taken in. */
  data?: number | "drop";
}

export interface FailingMailServer extends AsyncDisposable {
  url: string;
  /** Mails that were handed over to their last byte. */
  handedOver(): number;
  /** Passwords that came, in clear: the server has no TLS. */
  passwords: string[];
}

/** Starts one on a free port. */
export const openFailingMailServer = async (fault: MailFault): Promise<FailingMailServer> => {
  let handedOver = 0;
  const passwords: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      passwords.push(auth.password ?? "");
      done(null, { user: auth.username });
    },
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => done(fault.greeting ? replying(fault.greeting) : null),
    onRcptTo: (address, _session, done) => {
      if (fault.recipient === "drop") cutAll();
      else done(fault.recipient ? replying(fault.recipient, address.address) : null);
    },
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on("end", () => {
        handedOver += 1;
        if (fault.data === "drop") cutAll();
        else done(fault.data ? replying(fault.data) : null);
      });
    },
  });
  server.on("error", () => undefined);
  const cut = new Set<{ destroy(): void }>();
  server.server.on("connection", (socket) => cut.add(socket));
  const cutAll = (): void => {
    for (const socket of cut) socket.destroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    handedOver: () => handedOver,
    passwords,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
};

/** Servers like to repeat the address: errors of ours must not. */
const replying = (responseCode: number, address = "ada@candidates.test"): Error =>
  Object.assign(new Error(`refused <${address}>`), { responseCode });
