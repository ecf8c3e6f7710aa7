import { productsProblem } from "../../host/whatsapp/check-choices.ts";
import { catalogIdProblem, productIdProblem } from "../../host/whatsapp/problem.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { readProducts } from "./choices.ts";
import { withFooter, withHeader } from "./media-source.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { bodyCheck, frameChecks, addressingChecks } from "./slot-checks.ts";

const { footer: footerCheck } = frameChecks;
const idChecks = {
  product: (value: Value) => productIdProblem(toText(value)),
  catalog: (value: Value) => catalogIdProblem(toText(value)),
};

/** `SEND WHATSAPP TO number WITH PRODUCT id CATALOG id`. */
export const sendProduct = defineStatement({
  title: "SEND WHATSAPP WITH PRODUCT",
  pattern: `SEND WHATSAPP TO <to:text> WITH PRODUCT <product:text> { CATALOG <catalog:text> | TEXT <text?:text> | FOOTER <footer?:text> | ${ADDRESSING} }`,
  summary: "Sends one product of a catalog of Meta's Commerce Manager, by its id there.",
  example: `SEND WHATSAPP TO "5511999999999" WITH PRODUCT "SKU-1" CATALOG "194836987003835" TEXT "This one?"`,
  output: "simulated whatsapp to 5511999999999, product SKU-1: This one?",
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    ...idChecks,
    ...(footerCheck === undefined ? {} : { footer: footerCheck }),
  },
  run: ({ product, catalog, text = "", footer, ...addressing }, { host, place }) => {
    const content = {
      kind: "product",
      catalog: catalog.trim(),
      product: product.trim(),
      ...withFooter(footer),
    } as const;
    sendOrSkip(messageOf(addressing, text, content), host.whatsapp, place);
  },
});

/** `SEND WHATSAPP TO number WITH PRODUCTS list CATALOG id HEADER text TEXT text`. */
export const sendProducts = defineStatement({
  title: "SEND WHATSAPP WITH PRODUCTS",
  pattern: `SEND WHATSAPP TO <to:text> WITH PRODUCTS <products:any> { CATALOG <catalog:text> | HEADER <header:text> | TEXT <text:text> | FOOTER <footer?:text> | ${ADDRESSING} }`,
  summary:
    "Sends up to 30 products of a catalog: their ids with commas between, a list, or an object of lists by the titles of their sections. An order comes back as an order.",
  example: `SEND WHATSAPP TO "5511999999999" WITH PRODUCTS "SKU-1, SKU-2" CATALOG "194836987003835" HEADER "Teas" TEXT "Our best"`,
  output: "simulated whatsapp to 5511999999999, products SKU-1 | SKU-2 under Teas: Our best",
  raises: ["GB4660", "GB4730"],
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    text: bodyCheck,
    catalog: idChecks.catalog,
    products: (value) => productsProblem(readProducts(value)),
    ...frameChecks,
  },
  run: ({ products, catalog, header, text, footer, ...addressing }, { host, place }) => {
    const content = {
      kind: "products",
      catalog: catalog.trim(),
      sections: readProducts(products),
      ...withHeader({ kind: "text", text: header.trim() }),
      ...withFooter(footer),
    } as const;
    sendOrSkip(messageOf(addressing, text, content), host.whatsapp, place);
  },
});

/** `SEND WHATSAPP TO number WITH CATALOG text PRODUCT id`. */
export const sendCatalog = defineStatement({
  title: "SEND WHATSAPP WITH CATALOG",
  pattern: `SEND WHATSAPP TO <to:text> WITH CATALOG <text:text> { PRODUCT <product:text> | FOOTER <footer?:text> | ${ADDRESSING} }`,
  summary:
    "Sends a text with a button that opens the catalog of the number. PRODUCT is the id of the product whose picture stands above.",
  example: `SEND WHATSAPP TO "5511999999999" WITH CATALOG "Everything that we have" PRODUCT "SKU-1"`,
  output: "simulated whatsapp to 5511999999999, catalog with SKU-1: Everything that we have",
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    text: bodyCheck,
    product: idChecks.product,
    ...(footerCheck === undefined ? {} : { footer: footerCheck }),
  },
  run: ({ text, product, footer, ...addressing }, { host, place }) => {
    const content = { kind: "catalog", product: product.trim(), ...withFooter(footer) } as const;
    sendOrSkip(messageOf(addressing, text, content), host.whatsapp, place);
  },
});
