import { beforeAll, expect, test, vi } from "vitest";
import { MESSAGE_ROWS, type ReceivedRow, STATUS_ROWS } from "./received-rows.ts";
import { serveBot, startApi } from "./served-providers.ts";

beforeAll(() => import("../../src/cli/serve.ts"), 60_000);

const SECRET = "secret-of-meta";
const PRODUCTION = {
  NODE_ENV: "production",
  WHATSAPP_APP_SECRET: SECRET,
  WHATSAPP_VERIFY_TOKEN: "token-of-meta",
  WHATSAPP_PAIR_RATE: "off",
};

/** What stands between the values that a script sends. */
const BETWEEN = " ¦ ";
const idOf = (row: ReceivedRow) => `wamid.${row.title}`;

/** A handler that sends what it reads of each row. */
function handler(statement: string, rows: readonly ReceivedRow[]): string {
  const cases = rows.map((row) => {
    const values = Object.keys(row.reads).map((path) => `WHATSAPP.${path}`);
    return `    CASE "${idOf(row)}"
      READ$ = ${values.join(` & "${BETWEEN}" & `)}`;
  });
  return `${statement}
  LET READ$ = ""
  SELECT CASE WHATSAPP.id
${cases.join("\n")}
  END SELECT
  SEND WHATSAPP TO "5511999990009" WITH WHATSAPP.id & "${BETWEEN}" & READ$
END ON
`;
}

function deliveryOf(list: "messages" | "statuses", row: ReceivedRow): string {
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550001111", phone_number_id: "115" },
    contacts: [{ profile: { name: "Ana" }, wa_id: "5511999990001" }],
    ...row.around,
    [list]: [
      {
        ...(list === "messages" ? { from: "5511999990001" } : {}),
        ...{ id: idOf(row), timestamp: "1767268800", ...row.item },
      },
    ],
  };
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "77", changes: [{ value, field: "messages" }] }],
  });
}

test("a script reads each field of each row of Meta's reference by its name", async () => {
  const { taken, settings } = await startApi();
  const script =
    handler("ON WHATSAPP MESSAGE RECEIVED DO", MESSAGE_ROWS) +
    handler("ON WHATSAPP STATUS DO", STATUS_ROWS);
  const { signed } = await serveBot(script, { ...PRODUCTION, ...settings });
  const deliveries = [
    ...MESSAGE_ROWS.map((row) => deliveryOf("messages", row)),
    ...STATUS_ROWS.map((row) => deliveryOf("statuses", row)),
  ];
  for (const body of deliveries) {
    expect(await signed("/webhooks/whatsapp", body, SECRET)).toBe(200);
  }
  const rows = [...MESSAGE_ROWS, ...STATUS_ROWS];
  await vi.waitFor(() => expect(taken).toHaveLength(rows.length), { timeout: 20_000 });
  const read = new Map(
    taken.map(({ text }) => {
      const [id = "", ...values] = text.split(BETWEEN);
      return [id, values];
    }),
  );
  const found = rows.map((row) => [
    row.title,
    Object.fromEntries(Object.keys(row.reads).map((path, at) => [path, read.get(idOf(row))?.[at]])),
  ]);
  expect(found).toEqual(rows.map(({ title, reads }) => [title, reads]));
});
