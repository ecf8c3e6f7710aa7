import { startServe } from "../server/start-serve.ts";
import { folderWith, gbasic, type Outcome } from "./command.ts";

const ITEM = "entry[0].changes[0].value";
const SCRIPT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET VALUE = GET JSON PATH PARSE JSON GET REQUEST BODY, "${ITEM}"
  LOG "ran " + VALUE.messages[0].id
  PRINT VALUE.messages[0].type + " " + VALUE.metadata.phone_number_id + " " + VALUE.contacts[0].profile.name
END ON
ON WHATSAPP STATUS DO
  LET STATUS = GET JSON PATH PARSE JSON GET REQUEST BODY, "${ITEM}.statuses[0]"
  PRINT STATUS.status + " " + STATUS.id
END ON
ON WHATSAPP ERROR DO
  PRINT "error " + GET JSON PATH PARSE JSON GET REQUEST BODY, "${ITEM}.errors[0].code"
END ON
ON WEBHOOK POST TO "/twilio" DO
  LET SID$ = GET FORM VALUE "CallSid"
  IF SID$ = "" THEN SID$ = GET FORM VALUE "MessageSid"
  LET FROM$ = GET FORM VALUE "From"
  LET TO$ = GET FORM VALUE "To"
  LET KEYS$ = GET FORM VALUE "Digits"
  LET WORDS$ = GET FORM VALUE "SpeechResult"
  LET CALL$ = GET FORM VALUE "CallStatus"
  LET STATE$ = GET FORM VALUE "MessageStatus"
  LET BODY$ = GET FORM VALUE "Body"
  LET MEDIA$ = GET FORM VALUE "MediaUrl1"
  LET NAME$ = GET FORM VALUE "ProfileName"
  LOG "ran " + SID$
  PRINT [FROM$, TO$, CALL$, KEYS$, WORDS$, STATE$, BODY$, MEDIA$, NAME$]
END ON
ON WEBHOOK POST TO "/raw" DO
  PRINT GET REQUEST HEADER "Content-Type"
  PRINT GET REQUEST BODY
END ON
ON WEBHOOK POST TO "/fails" DO
  SET RESPONSE STATUS TO 503
END ON
ON WEBHOOK GET TO "/page" DO
  PRINT "page"
END ON
`;
/** The secrets of the server. */
export const SECRETS = {
  WHATSAPP_APP_SECRET: "app-secret",
  WHATSAPP_VERIFY_TOKEN: "verify-token",
  TWILIO_AUTH_TOKEN: "auth-token",
};

/** A server in production and its settings, as the command finds them. */
export async function served(settings: Readonly<Record<string, string>> = {}) {
  const folder = await folderWith({ "bot.bas": SCRIPT });
  const own = { ...SECRETS, ...settings };
  const { url, output, stop, ended } = await startServe(folder, { production: true }, own);
  const { port } = new URL(url);
  const send = (...args: string[]) => gbasic(["send", ...args], folder, { ...own, PORT: port });
  /** Ends the server, which writes what is left of its log then, and counts the runs that it tells of. */
  const countRunsAtEnd = async () => {
    stop();
    await ended;
    return countRuns(output.stderr);
  };
  return { url, folder, output, port, send, countRunsAtEnd };
}

/** Leaves out what differs from run to run. */
export function shown({ code, stdout, stderr }: Outcome, port: string) {
  const constant = (text: string) =>
    text
      .replaceAll(/ in \d+ ms/g, " in N ms")
      .replaceAll(/wamid\.[\w+/=]{32}/g, "wamid.NEW")
      .replaceAll(/\b(CA|SM|MM)[0-9a-f]{32}/g, "$1NEW")
      .replaceAll(`127.0.0.1:${port}`, "HERE");
  return { code, stdout: constant(stdout), stderr: constant(stderr) };
}

/** Counts the runs that a log tells of. */
export const countRuns = (log: string) => log.match(/ran \S+/g)?.length ?? 0;
