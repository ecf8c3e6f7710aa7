import { error, warning } from "../message.ts";

/** What gave an answer to a call that is none. */
export interface GivenAnswer {
  readonly statement: "PRINT" | "RETURN";
  /** Undefined where the message itself stands there. */
  readonly line: number | undefined;
}

/** GB468x to GB469x: what phone calls and messages of Twilio are answered with, and calls that are made. */
export const phoneCallMessages = {
  noCall: () =>
    error(
      "GB4680",
      "no phone call is answered here",
      "use the statement in ON CALL, in a block in which a call goes on, or in what these call",
    ),
  afterEnd: (ending: string, line: number, goesOn: boolean) =>
    warning(
      "GB4681",
      `no caller hears this: ${ending} in line ${line} ${leaving(goesOn)}, so it is left out`,
      "put it before that line, or leave the handler with EXIT there",
    ),
  rejectNotFirst: (line: number) =>
    error(
      "GB4682",
      `REJECT comes too late: line ${line} has something for the caller already, so the call is answered`,
      "write HANGUP, or REJECT before anything else",
    ),
  printedBeside: ({ statement, line }: GivenAnswer, other: number) =>
    error(
      "GB4683",
      `${statement}${line === undefined ? "" : ` in line ${line}`} and the statement in line ${other} both answer the call, and it can have one answer`,
      inPlaceOf(statement),
    ),
  printedNoTwiml: ({ statement, line }: GivenAnswer) =>
    error(
      "GB4684",
      `what ${statement} gives${line === undefined ? "" : ` in line ${line}`} is no answer to a phone call, which is TwiML`,
      statement === "PRINT" ? "write SAY in place of PRINT" : "SAY it, and write RETURN alone",
    ),
  noCallHere: () =>
    error(
      "GB4685",
      "ON SMS answers a message, which hears nothing",
      "PRINT the answer; SAY and its like are for ON CALL",
    ),
  keptTooMuch: (length: number, limit: number) =>
    error(
      "GB4686",
      `what is kept makes an address of ${length} characters, and ${limit} is the limit`,
      "keep an id, and look up what belongs to it in the block",
    ),
  noFileAddress: (found: string) =>
    error(
      "GB4688",
      `MEDIA does not take ${found}: Twilio fetches the file from the web`,
      'write its whole address, such as "https://example.com/ticket.png"',
    ),
  tooManyFiles: (count: number, most: number) =>
    error(
      "GB4689",
      `MEDIA has ${count} files, and a message takes ${most}`,
      "send the rest with a second message",
    ),
  noXml: (reason: string) =>
    warning(
      "GB4690",
      `Twilio cannot read this TwiML, which is no XML: ${reason}`,
      "write SAY and the like, which make it for you; in what you print, XMLESCAPE(text) escapes a text",
    ),
  noResponseElement: (name: string) =>
    warning(
      "GB4691",
      `Twilio takes TwiML in a <Response>, and this is a <${name}>`,
      "print <Response> before it and </Response> behind it",
    ),
  unknownVerb: (name: string, proposed: string | undefined) =>
    warning(
      "GB4692",
      `TwiML has no <${name}>`,
      proposed === undefined ? "verbs begin with a capital, such as <Say>" : `write <${proposed}>`,
    ),
  misplaced: (name: string, parent: string, allowed: readonly string[]) =>
    warning(
      "GB4693",
      `<${name}> may not stand in <${parent}>`,
      allowed.length === 0
        ? `close <${parent}> before it`
        : `<${parent}> takes ${allowed.map((one) => `<${one}>`).join(", ")}; close it before <${name}>`,
    ),
  looseText: (parent: string, text: string) =>
    warning(
      "GB4694",
      `no caller hears the text ${JSON.stringify(text.slice(0, 40))}: it stands in <${parent}> itself`,
      "put it into <Say>, or into <Message> where a message is answered",
    ),
  noPublicAddress: () =>
    error(
      "GB4695",
      "the call cannot go on in a block: Twilio does not know where this server is",
      "set PUBLIC_URL to its address, such as https://bot.example.com; or write SAYING in place of THEN",
    ),
  neverTold: (handler: string) =>
    warning(
      "GB4697",
      `${handler} never runs: Twilio does not know where this server is`,
      "set PUBLIC_URL to its address, such as https://bot.example.com",
    ),
  onStatusPath: (about: "sms" | "call", path: string) =>
    warning(
      "GB4699",
      `this handler takes what Twilio tells at ${path} of ${about === "sms" ? "messages that are sent" : "calls that are made"}, so the server learns nothing of it`,
      `write ON ${about.toUpperCase()} STATUS DO in its place, or give the handler another path`,
    ),
  manyParts: (count: number, foreign: string | undefined) =>
    warning(
      "GB4698",
      `the message is sent in ${count} parts, each of which is charged`,
      foreign === undefined
        ? "shorten it"
        : `shorten it, or do without ${JSON.stringify(foreign)}: it is not in the alphabet of SMS, so a part has 67 characters instead of 153`,
    ),
  saysTooMuch: (length: number, limit: number) =>
    error(
      "GB4696",
      `the call says ${length} characters, and ${limit} is the limit`,
      "say less, or write THEN, and SAY it in the block",
    ),
  wrongValue: (statement: string, found: string, expected: string) =>
    error("GB4687", `${statement} does not take ${found}`, `write ${expected}`),
} as const;

/** GB266x: what a check finds of calls. */
export const phoneCheckMessages = {
  nowhere: (statement: string) =>
    error(
      "GB2667",
      `${statement} does not say in which block the call goes on`,
      'name the variable that the block finds what was given in, such as INTO CODE$, or the block: THEN "code"',
    ),
  noBlock: (statement: string, handler: string, name: string, proposed: string | undefined) =>
    error(
      "GB2660",
      `${statement} goes on in ${handler} "${name}", which is not in this file`,
      proposed === undefined
        ? `add ${handler} "${name}" DO … END ON`
        : `write THEN "${proposed}", or add ${handler} "${name}" DO … END ON`,
    ),
  wrongBlock: (statement: string, handler: string, name: string, found: string) =>
    error(
      "GB2661",
      `${statement} goes on in ${handler} "${name}", but "${name}" is ${found}`,
      `write ${handler} "${name}" DO`,
    ),
  unknownStatus: (
    about: "sms" | "call",
    written: string,
    proposed: string | undefined,
    known: readonly string[],
  ) =>
    error(
      "GB2668",
      `Twilio has no status ${JSON.stringify(written)} of ${about === "sms" ? "messages" : "calls"}`,
      proposed === undefined ? `it has ${known.join(", ")}` : `write "${proposed}"`,
    ),
  emptyBlockName: () =>
    error("GB2662", "a block in which a call goes on needs a name", 'write "code"'),
  unreached: (ending: string, statement: string, goesOn: boolean) =>
    warning(
      "GB2663",
      `no caller gets to this ${statement}: ${ending} ${leaving(goesOn)}`,
      "put it before that line, or remove it",
    ),
  lateReject: (first: string) =>
    error(
      "GB2664",
      `REJECT comes too late: behind ${first} the call is answered`,
      "write HANGUP, or REJECT before anything else",
    ),
  printBeside: (given: GivenAnswer["statement"], statement: string) =>
    warning(
      "GB2665",
      `${given} and ${statement} both answer the call, and it can have one answer`,
      inPlaceOf(given),
    ),
  nothingToSay: () =>
    warning(
      "GB2461",
      "SEND CALL has nothing to say, so nobody is called",
      'write what is read out, SAYING "Your order is ready.", or the block in which the call goes on, THEN "ready"',
    ),
  wrongHandler: (statement: string, handler: string) =>
    error(
      "GB2666",
      `${statement} answers phone calls, and ${handler} answers none`,
      "PRINT or TALK answers a message; calls are answered in ON CALL and ON ANSWER",
    ),
  noCaller: (statement: string, procedure: string) =>
    error(
      "GB2670",
      `${statement} answers phone calls, and ${procedure} only runs where none is answered`,
      "call it from ON CALL or from a block in which a call goes on; SEND CALL calls somebody",
    ),
  guessedNumber: (written: string, number: string) =>
    warning(
      "GB2676",
      `${JSON.stringify(written)} goes to ${number}: without + its first digits are taken for a country code`,
      `write ${JSON.stringify(number)} where that is who is meant, else + and the country code in front of the number`,
    ),
  hidesCall: (variable: string, object: string) =>
    error(
      "GB2671",
      `INTO ${variable} would hide the object ${object}, which the block finds all of the call in`,
      "name another variable, such as INTO CHOICE$",
    ),
} as const;

function leaving(goesOn: boolean): string {
  return goesOn ? "goes on in its block before it" : "ends the call before it";
}

function inPlaceOf(given: GivenAnswer["statement"]): string {
  return given === "PRINT"
    ? "write SAY in place of PRINT, or print all of the TwiML yourself"
    : "SAY it, and write RETURN alone; or give all of the TwiML with RETURN";
}
