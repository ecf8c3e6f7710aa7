import { error } from "../message.ts";

/** GB32xx: the response of a handler. */
export const responseMessages = {
  badStatus: (found: string) =>
    error(
      "GB3201",
      `the response status is ${found}, expected a whole number from 200 to 599`,
      "200 says that all is well, 400 that the request was wrong, 404 that it is not there",
    ),
  badHeaderName: (name: string) =>
    error(
      "GB3202",
      `${JSON.stringify(name)} is no name of a response header`,
      'a name holds letters, digits and hyphens: SET RESPONSE HEADER "X-Order-Id" TO ID$',
    ),
  badHeaderValue: (name: string) =>
    error(
      "GB3203",
      `the value of the response header ${name} holds a character that HTTP does not allow`,
      "leave out line ends, and write letters beyond Latin-1 into the body instead",
    ),
  reservedHeader: (name: string) =>
    error(
      "GB3204",
      `the response header ${name} cannot be set`,
      "the server sets it by itself; leave the line out",
    ),
  outputTooLong: (limit: number) =>
    error(
      "GB3205",
      `PRINT wrote more than ${String(limit)} characters, which is the limit of a run`,
      "GBASIC_MAX_OUTPUT sets the limit",
    ),
  logTooLong: (limit: number) =>
    error(
      "GB3383",
      `LOG wrote more than ${String(limit)} characters, which is the limit of a run`,
      "log less inside loops; GBASIC_MAX_OUTPUT sets the limit",
    ),
  noResponse: () =>
    error(
      "GB3206",
      "there is no response here, expected a handler that runs for a request",
      "set the response in the ON WEBHOOK block; a spawned SUB runs after the response has left",
    ),
  noRequest: () =>
    error(
      "GB3207",
      "there is no request here, expected a handler that runs for one",
      "read the request in the ON WEBHOOK block and pass what the SUB needs as arguments",
    ),
} as const;
