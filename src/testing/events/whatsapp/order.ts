import type { JsonObject } from "../json.ts";
import { defineMessage } from "../define-message.ts";
import { optionalField, standardField } from "../event-field.ts";
import { aNumber, anyText, jsonListText, someText, wholeNumber } from "../field-forms.ts";

const product = standardField("product", "id of the product", "SKU-1", someText);
const quantity = standardField("quantity", "how many of it", "1", wholeNumber);
const price = standardField("item price", "price of one", "10", aNumber);
const currency = standardField("currency", "currency of the price", "USD", someText);
const text = standardField("text", "what the person writes to it", "", anyText);
const catalog = standardField("catalog id", "id of the catalog", "354160437058781", someText);
const items = optionalField("items", "all products as JSON, where there are several", {
  expected:
    'a list of objects with product, quantity, price and currency such as [{"product": "tea", "quantity": 2}]',
  read: (written: string) => {
    const list = jsonListText.read(written);
    const isKnown = list?.every((item) => Object.keys(item).every((name) => NAMES.has(name)));
    return isKnown === true ? list : undefined;
  },
});

/** What a member of an item may be called, as scripts read it and as Meta has it, and what Meta calls it. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["product", "product_retailer_id"],
  ["price", "item_price"],
  ...["product_retailer_id", "quantity", "item_price", "currency"].map(
    (name) => [name, name] as const,
  ),
]);

/** `order`: `catalog_id`, `text`, `product_items` with id, quantity, price and currency each, which stand for what an item lacks. */
export const orderEvent = defineMessage({
  name: "order",
  summary: "Somebody orders from the catalog.",
  around: "bare",
  fields: [product, quantity, price, currency, text, catalog, items],
  body: (values) => {
    const one = {
      product_retailer_id: values.get(product),
      quantity: values.get(quantity),
      item_price: values.get(price),
      currency: values.get(currency),
    };
    return {
      type: "order",
      order: {
        catalog_id: values.get(catalog),
        text: values.get(text),
        product_items: values.find(items)?.map((item) => ({ ...one, ...ofMeta(item) })) ?? [one],
      },
    };
  },
});

function ofMeta(item: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [NAMES.get(name) ?? name, value]),
  );
}
