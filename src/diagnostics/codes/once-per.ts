import { error } from "../message.ts";

/** GB2482 to GB2484, GB4820 and GB4821: ONCE PER, by which a delivery is known that comes again. */
export const oncePerMessages = {
  badHeader: (written: string) =>
    error(
      "GB2482",
      written === ""
        ? "the name of a header is missing here"
        : `"${written}" is no name of a header`,
      'write it as the service does, without a colon: ONCE PER HEADER "X-GitHub-Delivery"',
    ),
  badField: (written: string) =>
    error(
      "GB2483",
      written === "" ? "the name of a field is missing here" : `"${written}" is no name of a field`,
      'write the name of a member of the JSON or of a field of the form: ONCE PER FIELD "id", or "data.id" for one inside another',
    ),
  noBody: (method: string) =>
    error(
      "GB2484",
      `a ${method} request has no body, and so no field that could tell it from another`,
      'write ONCE PER HEADER "…", or let the handler take another method',
    ),
  withoutHeader: (name: string) =>
    error(
      "GB4820",
      `this delivery has no header ${name}, by which the handler's ONCE PER knows one that comes again`,
      "see at the sender's whether it sends that header, or name the one that it sends",
    ),
  withoutField: (name: string) =>
    error(
      "GB4821",
      `this delivery has no field ${name} with a text or a number, by which the handler's ONCE PER knows one that comes again`,
      "see at the sender's whether its JSON or form has that field, or name the one that it has",
    ),
} as const;
