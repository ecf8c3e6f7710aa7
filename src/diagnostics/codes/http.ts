import { error, info, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB460x and GB461x: calls over HTTP; GB462x: SOAP and what is around a call; GB262x: lints. */
export const httpMessages = {
  notAnAddress: (title: string, found: string, proposed?: string) =>
    error(
      "GB4601",
      `${title} reads addresses that begin with http:// or https://, ${found} is none`,
      proposed === undefined
        ? "write the whole address; files and tables of a bot are not provided by gbasic"
        : `did you mean ${proposed}?`,
    ),
  privateAddress: (host: string, address: string, kind: string, setting: string) =>
    error(
      "GB4602",
      `${host === address ? host : `${host} is at ${address}, which`} is a private address (${kind}), and scripts call none of those`,
      `if it is meant, set GBASIC_HTTP_ALLOW=${setting} in .env or the environment`,
    ),
  credentialsInAddress: () =>
    error(
      "GB4603",
      "the address holds a user or a password",
      'take them out of it, and write SET HEADER "Authorization", "Basic " + BASE64(user + ":" + password)',
    ),
  addressUnreachable: (call: string, reason: string) =>
    error(
      "GB4604",
      `${call}: no connection came about: ${reason}`,
      "look whether the address is right and the service runs",
    ),
  callUnanswered: (call: string, reason: string, repeatable: boolean) =>
    error(
      "GB4605",
      `${call}: no whole answer came: ${reason}`,
      repeatable
        ? "look whether the service runs; GBASIC_HTTP_TIMEOUT gives it more time"
        : "it may have been carried out or not: look on the other side before it is called again",
    ),
  answerTooLong: (call: string, bytes: number) =>
    error(
      "GB4606",
      `${call}: the answer has more than ${String(bytes)} bytes`,
      "ask for less, such as one page of a list, or set GBASIC_HTTP_MAX_BODY",
    ),
  tooManyRedirects: (call: string, hops: readonly string[]) =>
    error(
      "GB4607",
      `${call}: the answers only lead on to other addresses: ${hops.join(" → ")}`,
      "call the address where the service really is",
    ),
  wrongRedirect: (call: string, location: string) =>
    error(
      "GB4608",
      `${call}: the answer leads on to ${location}, which is no address that may be called`,
    ),
  openRedirect: (call: string, location: string) =>
    error(
      "GB4757",
      `${call}: the answer leads from https to ${location}, where everybody on the way can read along`,
      "call the address where the service really is, with https",
    ),
  refusedCall: (call: string, status: number, text: string, quoted: string) =>
    error(
      "GB4609",
      `${call}: the answer was ${[String(status), text].join(" ").trim()}${quoted === "" ? "" : `: ${JSON.stringify(quoted)}`}`,
      adviceFor(status),
    ),
  sentHeaderName: (name: string) =>
    error(
      "GB4610",
      `${JSON.stringify(name)} is no name of a header`,
      "names have letters, digits and -, as in X-Api-Key",
    ),
  sentHeaderValue: (name: string) =>
    error(
      "GB4611",
      `the value for the header ${name} holds a line break or another character that headers cannot hold`,
      "look at where it comes from: a line break may be an attempt to add headers; TRIM$ takes one from the end",
    ),
  ownHeader: (name: string) =>
    error("GB4612", `gbasic sets the header ${name} itself`, "leave it out"),
  headerWithoutValue: (name: string) =>
    error(
      "GB4613",
      `SET HEADER ${JSON.stringify(name)} has no value`,
      `write SET HEADER ${JSON.stringify(name)}, value; an empty text takes the header away`,
    ),
  headerLines: (found: string) =>
    error(
      "GB4614",
      `HEADERS takes an object, or lines such as "Accept: text/csv", not ${found}`,
      'write HEADERS { "Accept": "text/csv" }',
    ),
  noContentType: (title: string, found: string) =>
    error(
      "GB4615",
      `the third value of ${title} is a content type, ${found} is none`,
      `several values go by names: ${title} url WITH name = value, other = value`,
    ),
  bodyNeedsText: (type: string, found: string) =>
    error(
      "GB4616",
      `a body of type ${type} is a text, not ${found}`,
      "make a text of it first, such as XML(value), or leave the content type out to send JSON",
    ),
  namesAndValues: (title: string, found: string) =>
    error(
      "GB4617",
      `WITH of ${title} takes names and values, not ${found}`,
      `write ${title} url WITH name = value`,
    ),
  answerNoJson: (call: string, reason: string) =>
    error(
      "GB4618",
      `${call}: the answer says that it is JSON and is none: ${reason}`,
      "call the address in a browser to see what it really gives",
    ),
  answerNoText: (call: string, type: string) =>
    error(
      "GB4619",
      `${call}: the answer is ${type}, and scripts read texts only`,
      "ask for JSON or another text",
    ),
  answerEncoding: (call: string, reason: string) =>
    error("GB4620", `${call}: the answer cannot be unpacked: ${reason}`),
  soapFault: (operation: string, reason: string) =>
    error("GB4621", `${operation}: the service answered with a fault: ${JSON.stringify(reason)}`),
  noSoapAnswer: (operation: string, reason: string) =>
    error(
      "GB4622",
      `${operation}: the answer is no SOAP: ${reason}`,
      "look whether the address is that of the service, or of its description (…?wsdl)",
    ),
  unknownOperation: (operation: string, known: readonly string[], proposed?: string) =>
    error(
      "GB4623",
      `the service has no operation ${operation}, only ${known.join(", ")}`,
      proposal(proposed),
    ),
  nameForXml: (name: string) =>
    error(
      "GB4624",
      `${JSON.stringify(name)} cannot be the name of an element of XML`,
      "names begin with a letter or _ and have letters, digits, - and . only",
    ),
  notInReplay: (call: string) =>
    error(
      "GB4625",
      `${call}: a replay calls nothing, and there is no answer of then`,
      "the script has changed and calls what it did not call",
    ),
  likelyNoAddress: (title: string, found: string, proposed: string) =>
    error(
      "GB2620",
      `${title} ${JSON.stringify(found)}: this is no address`,
      `did you mean ${JSON.stringify(proposed)}?`,
    ),
  headerOfNoCall: () =>
    warning(
      "GB2622",
      "SET HEADER is for calls to other addresses, and this file makes none",
      "write SET RESPONSE HEADER name TO value for a header of the answer",
    ),
  likelyPrivate: (title: string, host: string, setting: string) =>
    info(
      "GB2621",
      `${title} calls ${host}, a private address, which is refused unless a setting allows it`,
      `set GBASIC_HTTP_ALLOW=${setting} where the script runs, or write the public address`,
    ),
};

function adviceFor(status: number): string | undefined {
  if (status === 401 || status === 403) {
    return 'the service wants to know who asks: SET HEADER "Authorization", "Bearer " + token';
  }
  if (status === 404) return "look at the path of the address";
  if (status === 429) return "too many calls: ask less often";
  return status >= 500 ? "the service has a problem of its own; try again later" : undefined;
}
