import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const PROVIDERS = { WHATSAPP_PROVIDERS: "meta, whatsable" };

async function tested(bot: string, tests: string): Promise<string> {
  const folder = await folderWith({ "bot.bas": bot, "bot.test.bas": tests });
  return (await gbasic(["test"], folder, PROVIDERS)).stdout;
}

describe("files of messages through WhatsAble", () => {
  const handler = (what: string) => `ON WHATSAPP IMAGE DO
  TRY
    LOG "path " + ${what}
  CATCH problem
    LOG problem.code + " " + problem.message
  END TRY
END ON
`;

  test("are fetched by their addresses, which gives a path", async () => {
    const said = await tested(
      handler("DOWNLOAD WHATSAPP.media.url"),
      `TEST "a picture"
  MOCK GET "https://files.example/cat.jpg" WITH BODY "cat"
  RECEIVE WHATSAPP IMAGE URL "https://files.example/cat.jpg" AS WHATSABLE
  EXPECT LOG "path media/1/cat.jpg"
END TEST
`,
    );
    expect(said).toContain("1 passed");
  });

  test.each([
    ["the id of Meta, which is null", "WHATSAPP.media.id", "GB4700"],
    ["nothing", '""', "WhatsAble knows no files by their ids"],
    ["an id from elsewhere", '"1234567"', "WhatsAble knows no files by their ids"],
    ["the address", "WHATSAPP.media.url", "GB4762"],
    ["an address in capitals", '"HTTPS://FILES.EXAMPLE/CAT.JPG"', "is the address of a file"],
  ])("not by %s", async (_, id, told) => {
    const said = await tested(
      handler(`DOWNLOAD WHATSAPP MEDIA ${id}`),
      `TEST "a picture"
  RECEIVE WHATSAPP IMAGE URL "https://files.example/cat.jpg" AS WHATSABLE
  EXPECT LOG "${told}"
END TEST
`,
    );
    expect(said).toContain("1 passed");
  });

  test("of Meta neither are fetched by their addresses", async () => {
    const said = await tested(
      handler("DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.url"),
      `TEST "a picture"
  RECEIVE WHATSAPP IMAGE URL "https://lookaside.fbsbx.com/cat" AS META
  EXPECT LOG "GB4762"
END TEST
`,
    );
    expect(said).toContain("1 passed");
  });
});

test("an answer through WhatsAble is refused in tests as by WhatsAble, and says why", async () => {
  const said = await tested(
    `ON WHATSAPP TEXT DO
  IF WHATSAPP.text = "careful" AND WHATSAPP.sender.number IS NULL THEN EXIT
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "hello"
END ON
ON WHATSAPP IMAGE DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH LOCATION AT "1, 2"
END ON
`,
    `TEST "somebody without a number"
  RECEIVE WHATSAPP TEXT "hi" USER ID "BR.123" AS WHATSABLE
  EXPECT ERROR "GB4761"
  EXPECT LEN(SENT MESSAGES) = 0
END TEST

TEST "a script can look first"
  RECEIVE WHATSAPP TEXT "careful" USER ID "BR.123" AS WHATSABLE
  ADVANCE 1 MINUTES
  RECEIVE WHATSAPP TEXT "careful" AS WHATSABLE
  EXPECT LEN(SENT MESSAGES) = 1
END TEST

TEST "what it cannot take"
  RECEIVE WHATSAPP IMAGE AS WHATSABLE
  EXPECT ERROR "GB4491"
  RECEIVE WHATSAPP IMAGE AS META
  EXPECT SENT WHATSAPP TYPE "location"
END TEST
`,
  );
  expect(said).toContain("3 passed");
});
