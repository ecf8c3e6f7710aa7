import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const BOT = `ON WHATSAPP ORDER DO
  FOR EACH ITEM IN WHATSAPP.order.items
    LOG ITEM.product + " " + ITEM.quantity + " " + ITEM.price + " " + ITEM.currency
  NEXT ITEM
END ON
`;

test("the items of an order are written as scripts read them, or as Meta has them", async () => {
  const bodies = [
    `RECEIVE WHATSAPP ORDER ITEMS [{ "product": "tea", "quantity": 2, "price": 3.5 }, { "product_retailer_id": "mate" }] CURRENCY "EUR"
EXPECT LOG "tea 2 3.5 EUR"
EXPECT LOG "mate 1 10 EUR"`,
    `RECEIVE WHATSAPP ORDER ITEMS [{ "sku": "tea" }]\nEXPECT NO ERROR`,
    `RECEIVE WHATSAPP ORDER ITEMS "tea"\nEXPECT NO ERROR`,
  ];
  const found = await outcomes(BOT, bodies);
  expect([...found.values()]).toEqual([[], ["GB4244"], ["GB4244"]]);
});
