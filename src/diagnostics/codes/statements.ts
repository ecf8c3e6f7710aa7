import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB330x: handlers; GB331x: the request; GB332x: JSON paths; GB333x: messages. */
export const statementMessages = {
  unknownMethod: (method: string, methods: readonly string[], proposed?: string) =>
    error(
      "GB2421",
      `${method} is no HTTP method, expected one of ${methods.join(", ")}`,
      proposal(proposed),
    ),
  pathNotAbsolute: (path: string) =>
    error(
      "GB2422",
      `the path "${path}" does not begin with /`,
      `write "/${path.replace(/^(https?:\/\/[^/]*)?\/*/i, "")}"`,
    ),
  pathHasQuery: (path: string, character: string) =>
    error(
      "GB2423",
      `the path "${path}" holds ${character}, which is not part of a path`,
      character === "?" ? "read what follows ? with GET QUERY VALUE" : "remove it",
    ),
  pathCharacter: (path: string, found: string) =>
    error(
      "GB2424",
      `the path "${path}" holds ${found}, which a path cannot hold`,
      "write the path as it reads once it is decoded, without blanks",
    ),
  pathValueName: (path: string, segment: string) =>
    error(
      "GB2425",
      `the path "${path}" has a part "${segment}" without a usable name`,
      "a name has letters, digits, _ and -, as in /orders/:id",
    ),
  pathValueTwice: (path: string, name: string) =>
    error("GB2426", `the path "${path}" has two parts named :${name}`, "give each its own name"),
  unknownScheme: (scheme: string, schemes: readonly string[], proposed?: string) =>
    error(
      "GB2427",
      `nobody signs requests as ${scheme}, expected ${schemes.slice(0, -1).join(", ")} or ${schemes.at(-1) ?? ""}`,
      proposal(proposed),
    ),
  openAndSigned: () =>
    error(
      "GB2428",
      "OPEN and SIGNED BY contradict each other",
      "keep OPEN to take requests from anybody, or SIGNED BY to check them",
    ),
  unknownPathValue: (name: string, names: readonly string[], proposed?: string) =>
    error(
      "GB3310",
      names.length === 0
        ? `the path of this handler has no part named :${name}`
        : `the path of this handler has no part named :${name}, only ${names.map((known) => `:${known}`).join(", ")}`,
      proposal(proposed) ?? `write the path as in /orders/:${name}`,
    ),
  pathOfText: () =>
    error(
      "GB3320",
      "GET JSON PATH looks into an object or a list, found text",
      "turn the text into an object first: PARSE JSON text",
    ),
  pathOfOther: (found: string) =>
    error(
      "GB3321",
      `GET JSON PATH looks into an object or a list, found ${found}`,
      "look with LOG at the value, and at where it comes from",
    ),
  invalidJsonPath: (path: string) =>
    error(
      "GB3322",
      `the JSON path "${path}" cannot be read`,
      'write names and indexes, as in "entry[0].changes[0].value"',
    ),
  jsonPathExpression: (path: string) =>
    error(
      "GB3323",
      `the JSON path "${path}" holds an expression, and expressions in paths are never run`,
      "get the list and pick from it with FOR EACH and IF",
    ),
  jsonPathTooWide: (path: string, limit: number) =>
    error(
      "GB3324",
      `the JSON path "${path}" finds more than ${limit} values`,
      "write a narrower path; the limit is fixed, so that no path holds up other requests",
    ),
  jsonPathDescents: (path: string, limit: number) =>
    error(
      "GB3325",
      `the JSON path "${path}" holds more than ${limit} times ..`,
      "name what lies between; the limit is fixed, as each .. looks at the whole value again",
    ),
  jsonPathTooLong: (limit: number) =>
    error(
      "GB3384",
      `a JSON path has at most ${limit} characters`,
      "go down in several steps; the limit is fixed, as the time of a search grows with its path",
    ),
  jsonPathTooDeep: (path: string) =>
    error(
      "GB3385",
      `the value holds itself, or is too large or nested too deeply to be searched with the JSON path "${path}"`,
      "get a part of it by names and indexes first; the limit is fixed, as values inside values fill gbasic's stack",
    ),
  invalidAddress: (address: string) =>
    error(
      "GB3330",
      `"${address}" is no mail address`,
      'write it as "ana@example.com" or "Ana <ana@example.com>"',
    ),
  addressKind: (found: string) =>
    error(
      "GB3331",
      `a mail address is text, found ${found}`,
      "give text, or a list of texts for several recipients",
    ),
  attachmentKind: (found: string) =>
    error(
      "GB3332",
      `an attachment is the path of a file, found ${found}`,
      "give text or a list of texts",
    ),
};
