/** The programs of `programs/` in plain JavaScript, each giving the same result. */
export const PLAIN_PROGRAMS: ReadonlyMap<string, () => number> = new Map([
  ["calls", () => fib(27)],
  ["loop", loop],
  ["strings", strings],
  ["appends", appends],
  ["payload", () => walk(parsePayload())],
  ["paths", () => walk(parsePayload())],
]);

function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function loop(): number {
  let total = 0;
  let text = "";
  for (let i = 1; i <= 3_000_000; i++) {
    total = total + i * 2 - i / 3;
    text += "x";
    if (text.length > 100) text = "";
  }
  return total + text.length;
}

function strings(): number {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  let count = 0;
  for (let i = 1; i <= 200_000; i++) {
    const start = i % 20;
    const word = letters.slice(start, start + 5).toUpperCase();
    if (word.includes("E")) count += `${word}-${i}`.length;
    if (word.slice(0, 1) === "K") count += word.replaceAll("L", "ll").length;
  }
  return count;
}

function appends(): number {
  let text = "";
  let count = 0;
  for (let i = 1; i <= 40_000; i++) {
    const line = `line ${i};`;
    text += line;
    // Not of the whole text, which JavaScript would copy for it each time.
    if (line.slice(0, 4) !== "line") count += 1_000_000;
    if (line.endsWith(";")) count += 1;
  }
  return count + text.length;
}

interface Payload {
  readonly entry?: readonly {
    readonly changes?: readonly {
      readonly value?: {
        readonly messages?: readonly {
          readonly from?: string;
          readonly type?: string;
          readonly text?: { readonly body?: string };
        }[];
      };
    }[];
  }[];
}

function parsePayload(): Payload {
  const message = { from: "5511999999999", type: "text", text: { body: "Hello" } };
  const value = { messages: [message] };
  return { entry: [{ changes: [{ value }] }] };
}

function walk(payload: Payload): number {
  let count = 0;
  for (let i = 1; i <= 200_000; i++) {
    const message = payload.entry?.[0]?.changes?.[0]?.value?.messages?.[0];
    if (message?.type === "text") {
      count += (message.from?.length ?? 0) + (message.text?.body?.length ?? 0);
    }
  }
  return count;
}
