import { describe, expect, test } from "vitest";
import { createRegistry } from "../../../src/check/registry.ts";
import { loadProgram } from "../../../src/compile/program.ts";
import { functions } from "../../../src/functions/index.ts";
import { methods } from "../../../src/functions/methods.ts";
import { SourceFile } from "../../../src/source/source-file.ts";
import { statements } from "../../../src/statements/index.ts";
import { createParser } from "../../../src/syntax/parser.ts";
import { messagesOf } from "../run-source.ts";

const BODY = "\n  LOG GET REQUEST BODY\nEND ON\n";

describe("ON WHATSAPP", () => {
  test.each([
    "ON WHATSAPP MESSAGE RECEIVED",
    "on whatsapp message received do",
    "ON WHATSAPP MESSAGE DO",
    "ON WHATSAPP STATUS",
    "ON WHATSAPP ERROR DO",
    'ON WHATSAPP EVENT "account_update"',
    'ON WHATSAPP EVENT "a_field_of_next_year" DO',
  ])("%s", (opening) => {
    expect(messagesOf(opening + BODY)).toEqual([]);
  });

  test.each([
    ['ON WHATSAPP EVENT "messages" DO', "GB2280"],
    ['ON WHATSAPP EVENT "Status" DO', "GB2280"],
    ['ON WHATSAPP EVENT "Account Update" DO', "GB2281"],
    ['ON WHATSAPP EVENT "" DO', "GB2281"],
  ])("%s is refused", (opening, code) => {
    const said = messagesOf(opening + BODY);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(code);
  });

  test.each(["ON WHATSAPP EVENT DO", "ON WHATSAPP EVENT FIELD$ DO", "ON WHATSAPP STATUSES DO"])(
    "%s is one mistake",
    (opening) => {
      expect(messagesOf(opening + BODY)).toHaveLength(1);
    },
  );

  test("the same handler in two files names both places", () => {
    const load = (...texts: string[]) =>
      loadProgram(
        texts.map((text, index) => new SourceFile(`${String(index)}.bas`, text)),
        createRegistry(statements, functions, methods, []),
        createParser(statements, []),
      ).diagnostics;
    const event = (field: string) => `ON WHATSAPP EVENT "${field}" DO${BODY}`;
    expect(load(event("calls"), event("flows"))).toEqual([]);
    expect(load(event("calls"), event("calls"))).toMatchObject([
      {
        code: "GB2282",
        message: expect.stringContaining('ON WHATSAPP EVENT "calls"') as string,
        file: { path: "1.bas" },
        related: [{ file: { path: "0.bas" } }],
      },
    ]);
  });
});
