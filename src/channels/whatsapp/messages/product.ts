import type {
  CatalogContent,
  ProductContent,
  ProductsContent,
} from "../../../host/whatsapp/content.ts";
import { interactiveBody } from "./frame.ts";
import { present } from "./json.ts";

/** Source: Meta, "Single-product messages" (…/whatsapp/catalogs/single-product-messages). */
export function productBody(content: ProductContent, text: string) {
  const action = { catalog_id: content.catalog, product_retailer_id: content.product };
  return interactiveBody(text, content, { type: "product", action });
}

/** Source: Meta, "Multi-product messages" (…/whatsapp/catalogs/multi-product-messages). */
export function productsBody(content: ProductsContent, text: string) {
  const sections = content.sections.map(({ title, products }) =>
    present({
      title,
      product_items: products.map((id) => ({ product_retailer_id: id })),
    }),
  );
  const action = { catalog_id: content.catalog, sections };
  return interactiveBody(text, content, { type: "product_list", action });
}

/** Source: Meta, "Catalog messages" (…/whatsapp/catalogs/share-products, catalog messages). */
export function catalogBody(content: CatalogContent, text: string) {
  const parameters = { thumbnail_product_retailer_id: content.product };
  const action = { name: "catalog_message", parameters };
  return interactiveBody(text, content, { type: "catalog_message", action });
}
