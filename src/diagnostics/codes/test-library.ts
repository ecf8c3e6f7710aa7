import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB3563 and GB5440–GB5447: what tests in TypeScript ask of a bed. */
export const bedMessages = {
  noSuchEvent: (name: string, known: readonly string[], proposed?: string) =>
    error(
      "GB5440",
      `WhatsApp delivers no event of the type ${JSON.stringify(name)}`,
      proposal(proposed) ?? `it is one of ${known.join(", ")}`,
    ),
  noSuchField: (type: string, name: string, known: readonly string[], proposed?: string) =>
    error(
      "GB5441",
      `a WhatsApp event of the type ${type} has no ${JSON.stringify(name)}`,
      proposal(proposed) ??
        (known.length === 0 ? "it has no fields" : `it has ${known.join(", ")}`),
    ),
  scriptFailed: (errors: readonly string[]) =>
    error(
      "GB5442",
      `the script ended with what the test does not expect: ${errors.join("; ")}`,
      "mend the script, or look at bed.takeErrors() before bed.close()",
    ),
  unusedFailure: (channels: readonly string[]) =>
    error(
      "GB5443",
      `failNext(${channels.map((one) => JSON.stringify(one)).join(", ")}): nothing was ${channels[0] === "media" ? "fetched" : "sent"} there afterwards`,
      `call it before what makes the script ${channels[0] === "media" ? "fetch a file" : "send"}`,
    ),
  noSuchFailure: (channel: string, written: string, known: readonly string[]) =>
    error(
      "GB3563",
      `failNext(${JSON.stringify(channel)}): ${JSON.stringify(written)} cannot happen there`,
      `it is ${known.map((one) => JSON.stringify(one)).join(", ")}, a code of the far side, or nothing: it cannot be reached`,
    ),
  emptyBatch: () =>
    error("GB5444", "a batch holds at least one event", "give whatsappBatch a list of events"),
  unusedMock: (method: string, pattern: string) =>
    error(
      "GB5446",
      `mockHttp(${JSON.stringify(method)}, ${JSON.stringify(pattern)}, …, { once: true }): nothing called it afterwards`,
      "look at the address and the method, or remove it",
    ),
  unusedDouble: (shown: string) =>
    error(
      "GB5447",
      `what stands in for one call of ${shown} was not called afterwards`,
      "look at the arguments, or remove it",
    ),
  bedClosed: () =>
    error("GB5445", "the bed is closed", "make a new one for each test, and close it at the end"),
};
