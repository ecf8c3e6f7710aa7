import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WHATSAPP IMAGE DO
  DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "kept"
END ON
WEBHOOK "list"
  result = [1, 2]
END WEBHOOK
`;
const image = (failure: string) => `FAIL NEXT MEDIA ${failure}\nRECEIVE WHATSAPP IMAGE`;
const LATER = `EXPECT NOTHING SENT\nADVANCE 1 HOUR\nEXPECT SENT WHATSAPP SAYING "kept"`;

const HOLDING = [
  `${image("EXPIRED")}\nEXPECT ERROR "GB4672"\nEXPECT NOTHING SENT`,
  `${image("WITH 404")}\nEXPECT ERROR "GB4672"`,
  `${image("OVERSIZED")}\nEXPECT ERROR "GB4673"`,
  `${image("DAMAGED")}\n${LATER}`,
  `${image("WITH 503")}\n${LATER}`,
  `${image("")}\n${LATER}`,
  `${image("EXPIRED")}\nEXPECT ERROR\nRECEIVE WHATSAPP IMAGE\nEXPECT SENT WHATSAPP SAYING "kept"`,
  `RECEIVE POST "/webhook/list" WITH JSON {}\nEXPECT BODY "[1,2]"\nEXPECT HEADER "Content-Type" CONTAINS "json"`,
];

test("files that cannot be fetched, and a list as the answer of a webhook", async () => {
  const found = await outcomes(SCRIPT, HOLDING);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(HOLDING.map((one) => [one, []])));
});

test("a failure that nothing meets and a number that no server says fail the test", async () => {
  const unused = `FAIL NEXT MEDIA EXPIRED\nRECEIVE WHATSAPP TEXT "x"\nEXPECT NOTHING SENT`;
  const wrong = `FAIL NEXT MEDIA WITH 131052\nEXPECT NO ERROR`;
  const found = await outcomes(SCRIPT, [unused, wrong]);
  expect(found.get(unused)).toContain("GB3508");
  expect(found.get(wrong)).toContain("GB3524");
});
