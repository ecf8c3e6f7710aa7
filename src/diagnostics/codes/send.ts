import { error, info } from "../message.ts";

/** GB536x, GB4249 and GB4822: what gbasic send and gbasic call are asked for, and what became of it. */
export const sendMessages = {
  openPort: () =>
    error(
      "GB5360",
      "PORT is 0, so nobody knows which port the server listens on",
      "give its address, as the server shows it: --to http://127.0.0.1:PORT/path",
    ),
  noAddress: (written: string) =>
    error(
      "GB5361",
      `${JSON.stringify(written)} is no address to post to`,
      "write a URL such as http://127.0.0.1:3000/path, or a path that begins with /",
    ),
  noServer: (address: string, reason: string) =>
    error(
      "GB5362",
      `no server answers at ${address}: ${reason}`,
      "start it with gbasic serve, or give its address with --to",
    ),
  noAnswer: (address: string, seconds: number) =>
    error(
      "GB5363",
      `the server at ${address} did not answer within ${seconds} s`,
      "look at its log; what is at that address may not be gbasic",
    ),
  brokenConnection: (address: string, reason: string) =>
    error(
      "GB5364",
      `the connection to ${address} broke: ${reason}`,
      "look at the server's log; where it has a certificate, give the address that it is for with --to",
    ),
  refused: (status: number, refused: number, sent: number) =>
    error(
      "GB5365",
      `the server answered ${status}${sent === 1 ? "" : ` to ${refused} of ${sent} requests`}`,
      REASONS.get(status) ?? "look at the answer and at the server's log",
    ),
  unsigned: (setting: string) =>
    info(
      "GB5366",
      `this is sent without a signature, since ${setting} is not set`,
      "set it as for the server, or give --secret; --unsigned says that none is wanted",
    ),
  twiceGiven: (field: string) =>
    error("GB5367", `the ${field} is given twice, in the order and by its name`, "leave one out"),
  manyFields: (type: string, fields: number, given: number) =>
    error(
      "GB5368",
      `the event "${type}" has ${fields} fields, and ${given} are given`,
      "put a text with blanks into quotes",
    ),
  faultyScript: (script: string) =>
    error(
      "GB5370",
      `${script} has errors, so it is not known how its routes want requests signed`,
      "mend them, or say who signs: --signed-by stripe",
    ),
  noRoute: (
    script: string,
    path: string | undefined,
    routes: readonly string[],
    proposed?: string,
  ) =>
    error(
      "GB5371",
      `${script} has no handler for ${path === undefined ? "a POST" : `POST ${path}`}`,
      proposed === undefined
        ? routes.length === 0
          ? 'write one: ON WEBHOOK POST TO "/path" DO … END ON'
          : `it has ${routes.join(", ")}`
        : `did you mean ${proposed}?`,
    ),
  severalRoutes: (script: string, routes: readonly string[]) =>
    error(
      "GB5372",
      `${script} takes POST at several paths: ${routes.join(", ")}`,
      "say which one is meant: --to /path",
    ),
  signedByTwilio: () =>
    error(
      "GB5373",
      "this route takes what Twilio signs, which are calls and messages",
      "send one: npx gbasic send call, or npx gbasic send sms",
    ),
  noHeader: (written: string) =>
    error(
      "GB4822",
      `${JSON.stringify(written)} is no header`,
      "write its name, a colon and its value: --header 'X-GitHub-Event: push'",
    ),
  noTwiml: (address: string) =>
    error(
      "GB5369",
      `what ${address} answers is no TwiML, and a caller would hear of an application error`,
      "print <Response>…</Response>, with XMLESCAPE around texts that come from outside",
    ),
  endlessCall: (turns: number) =>
    error(
      "GB4249",
      `the call was sent on ${turns} times without a question to the caller`,
      "let a Redirect lead to what asks something or hangs up",
    ),
};

const REASONS: ReadonlyMap<number, string> = new Map([
  [401, "it wants a signature: set the secret that the server has, or give it with --secret"],
  [403, "the signature is wrong: its log says what would have matched"],
  [404, "no handler listens there: --to says where, and gbasic serve lists what there is"],
  [405, "the handler there is for another method than POST"],
  [413, "the body is larger than the server's GBASIC_MAX_BODY"],
]);
