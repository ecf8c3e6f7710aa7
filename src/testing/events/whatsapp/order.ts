import { defineMessage } from "../define-message.ts";
import { optionalField, standardField } from "../event-field.ts";
import { aNumber, anyText, jsonListText, someText, wholeNumber } from "../field-forms.ts";

const product = standardField("product", "id of the product", "SKU-1", someText);
const quantity = standardField("quantity", "how many of it", "1", wholeNumber);
const price = standardField("item price", "price of one", "10", aNumber);
const currency = standardField("currency", "currency of the price", "USD", someText);
const text = standardField("text", "what the person writes to it", "", anyText);
const catalog = standardField("catalog id", "id of the catalog", "354160437058781", someText);
const items = optionalField("items", "all products as JSON, where there are several", jsonListText);

/** `order`: `catalog_id`, `text`, `product_items` with id, quantity, price and currency each. */
export const orderEvent = defineMessage({
  name: "order",
  summary: "Somebody orders from the catalog.",
  around: "bare",
  fields: [product, quantity, price, currency, text, catalog, items],
  body: (values) => ({
    type: "order",
    order: {
      catalog_id: values.get(catalog),
      text: values.get(text),
      product_items: values.find(items) ?? [
        {
          product_retailer_id: values.get(product),
          quantity: values.get(quantity),
          item_price: values.get(price),
          currency: values.get(currency),
        },
      ],
    },
  }),
});
