import { beforeAll, expect, test } from "vitest";
import { whatsAppEvents } from "../../src/testing/events/whatsapp/index.ts";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  LET MESSAGE = GET JSON PATH OBJ, "entry[0].changes[0].value.messages[0]"
  LOG "message " + MESSAGE.type + " from " + MESSAGE.from + MESSAGE.from_user_id
  SEND WHATSAPP TO MESSAGE.from WITH "taken " + MESSAGE.id
END ON
ON WHATSAPP STATUS DO
  LOG "status"
END ON
ON WHATSAPP ERROR DO
  LOG "error"
END ON
`;

/** What each type needs, as a test writes it. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ["text", '"hello"'],
  ["location", "-23.5, -46.6"],
  ["contacts", '"Bia", "+5511988887777"'],
  ["button reply", '"yes"'],
  ["list reply", '"morning"'],
  ["flow reply", '"{}"'],
  ["call permission", '"accept"'],
  ["button", '"Yes"'],
  ["reaction", '"wamid.1"'],
  ["edit", '"wamid.1", "hello again"'],
  ["revoke", '"wamid.1"'],
  ["status", '"delivered" FOR "wamid.1"'],
]);

test.each(whatsAppEvents.map(({ name }) => name))("RECEIVE WHATSAPP %s", async (name) => {
  const folder = await folderWith({
    "bot.bas": SCRIPT,
    "bot.test.bas": `TEST "it is handled"
  RECEIVE WHATSAPP ${name.toUpperCase()} ${WRITTEN.get(name) ?? ""}
  EXPECT STATUS 200
  EXPECT LOG "${name === "status" ? "status" : name === "error" ? "error" : "message"}"
END TEST
`,
  });
  const { code, stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("1 passed");
  expect(code).toBe(0);
});

test("each error is another one, and RECEIVE AGAIN delivers the same one", async () => {
  const folder = await folderWith({
    "bot.bas": `ON WHATSAPP ERROR DO
  SEND SMS TO "+15550001111" WITH "error " + WHATSAPP.error.code
END ON
`,
    "bot.test.bas": `TEST "two and a repeat"
  RECEIVE WHATSAPP ERROR CODE 131000
  RECEIVE WHATSAPP ERROR CODE 131000
  EXPECT LEN(SENT MESSAGES) = 2
  RECEIVE AGAIN
  EXPECT LEN(SENT MESSAGES) = 2
  HOLD EVENTS
  RECEIVE WHATSAPP ERROR CODE 131000
  RECEIVE WHATSAPP TEXT "hello"
  RECEIVE WHATSAPP ERROR CODE 131000
  RELEASE EVENTS
  EXPECT LEN(SENT MESSAGES) = 4
END TEST
`,
  });
  const { stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("1 passed");
});

test("batches, repeats, another order, hidden numbers and names", async () => {
  const folder = await folderWith({
    "bot.bas": SCRIPT,
    "bot.test.bas": `TEST "a batch"
  HOLD EVENTS
  RECEIVE WHATSAPP TEXT "one" FROM "+15550001111"
  RECEIVE WHATSAPP TEXT "two" FROM "+15550002222", NAMED "Bia"
  RELEASE EVENTS REVERSED
  EXPECT LEN(SENT MESSAGES) = 2
  EXPECT SENT WHATSAPP TO "+1 555 000 2222" SAYING "taken wamid.IN2"
  RECEIVE AGAIN
  EXPECT STATUS 200
  EXPECT NOTHING SENT
END TEST

TEST "no number"
  RECEIVE WHATSAPP TEXT "hello" USER ID "BR.15", ID "wamid.X"
  EXPECT LOG "from BR.15"
  EXPECT NOTHING SENT
END TEST

TEST "an id that is none"
  RECEIVE WHATSAPP TEXT "hello" USER ID "nobody"
END TEST
`,
  });
  const { stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("✓ a batch");
  expect(stdout).toContain("✓ no number");
  expect(stdout).toContain("GB4247");
});
