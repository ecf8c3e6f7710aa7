import { GrowingTexts } from "../../src/runtime/value/growing-texts.ts";
import { createRegistry } from "../../src/check/registry.ts";
import { invokeFunction } from "../../src/functions/define.ts";
import type { FunctionEntry } from "../../src/functions/define.ts";
import { functions } from "../../src/functions/index.ts";
import { methods } from "../../src/functions/methods.ts";
import type { Host } from "../../src/host/host.ts";
import { convertArgument } from "../../src/runtime/value/convert.ts";
import { parseJson } from "../../src/runtime/value/json.ts";
import { objectFrom } from "../../src/runtime/value/member.ts";
import { toText } from "../../src/runtime/value/text.ts";
import type { Value } from "../../src/runtime/value/value.ts";

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|([A-Z][\w]*\$?)|([()[\]{},:]))/iy;
const WORDS = new Map<string, Value>([
  ["TRUE", true],
  ["FALSE", false],
  ["NULL", null],
]);
const registry = createRegistry([], functions, methods);

/** What tests set of the outside; the rest stands still. */
export interface Surroundings {
  readonly now?: string;
  readonly zone?: string;
  /** What the random source gives, one after another, then again from the start. */
  readonly random?: readonly number[];
  readonly textLength?: number;
  readonly listLength?: number;
}

/** Calls a library function as the compiler does: arguments are counted and converted. */
export function call(
  entry: FunctionEntry,
  args: readonly Value[],
  around: Surroundings = {},
): Value {
  const converted: unknown[] = entry.parameters.map(({ type, mode }, index) => {
    if (mode === "rest") return args.slice(index).map((each) => convertArgument(each, type));
    const given = args[index];
    if (given === undefined && mode === "required") {
      throw new Error(`${entry.name} needs its argument ${String(index + 1)}`);
    }
    return given === undefined ? undefined : convertArgument(given, type);
  });
  const { textLength = 1000, listLength = 100 } = around;
  return invokeFunction(entry, converted, {
    host: hostOf(around),
    limits: { textLength, listLength },
    texts: new GrowingTexts(),
  });
}

/** Evaluates a call written as in a script, of calls, texts, numbers, lists and objects. */
export function evaluate(source: string, around: Surroundings = {}): Value {
  const tokens = tokenize(source);
  const value = readValue(tokens, around);
  if (tokens.length > 0) throw new Error(`${source}: left over ${tokens.join(" ")}`);
  return value;
}

function tokenize(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const [whole] = TOKEN.exec(source) ?? [];
    if (whole === undefined) throw new Error(`cannot read ${source}`);
    tokens.push(whole.trim());
  }
  return tokens;
}

function readValue(tokens: string[], around: Surroundings): Value {
  const token = tokens.shift() ?? "";
  if (token.startsWith('"')) return parseJson(token);
  if (/^-?\d/.test(token)) return Number(token);
  if (token === "[") return readItems(tokens, "]", () => readValue(tokens, around));
  if (token === "{") return objectFrom(readItems(tokens, "}", () => readMember(tokens, around)));
  const word = WORDS.get(token.toUpperCase());
  if (word !== undefined) return word;
  const entry = registry.functions.get(token.toUpperCase().replace("$", ""));
  if (entry === undefined || tokens.shift() !== "(") throw new Error(`no function ${token}`);
  return call(
    entry,
    readItems(tokens, ")", () => readValue(tokens, around)),
    around,
  );
}

function readMember(tokens: string[], around: Surroundings): [string, Value] {
  const [name = "", colon] = tokens.splice(0, 2);
  if (colon !== ":") throw new Error(`expected : after ${name}`);
  return [toText(parseJson(name)), readValue(tokens, around)];
}

function readItems<T>(tokens: string[], closing: string, readItem: () => T): T[] {
  const items: T[] = [];
  while (tokens[0] !== closing) {
    if (items.length > 0 && tokens.shift() !== ",") throw new Error(`expected , or ${closing}`);
    items.push(readItem());
  }
  tokens.shift();
  return items;
}

function hostOf({
  now = "2026-11-21T13:20:22.500Z",
  zone = "UTC",
  random = [0.5],
}: Surroundings): Host {
  let drawn = 0;
  const sender = { send: absent, skip: absent };
  return {
    clock: { now: () => Date.parse(now), zone },
    random: {
      next: () => random[drawn++ % random.length] ?? 0,
      uuid: () => "11111111-2222-4333-8444-555555555555",
    },
    request: { current: absent },
    response: { setStatus: absent, setHeader: absent },
    output: { print: absent },
    log: { write: absent },
    files: { read: absent, find: absent },
    mail: sender,
    whatsapp: sender,
    sms: sender,
    phone: { ...sender, blockAddress: (block) => `/blocks/${block}` },
    model: { mode: "simulated", complete: absent },
    http: { call: absent, download: absent },
    sentHeaders: { set: absent, get: absent, clear: absent },
    systemPrompt: { set: absent },
    history: { of: absent },
    failure: { current: absent },
    received: { whatsapp: () => null },
    call: { add: absent, address: absent, blockAddress: absent },
    conversation: { say: absent },
    media: { save: absent, saveSms: absent },
  };
}

function absent(): never {
  throw new Error("a library function must not ask for this");
}
