import { ENVELOPE, type MetaSample, TO } from "./sample.ts";

const templateOf = (name: string, components: readonly unknown[]) => ({
  ...ENVELOPE,
  type: "template",
  template: { name, language: { code: "en_US" }, components },
});

const LIMITED_TIME_OFFER = [
  { type: "header", parameters: [{ type: "image", image: { id: "1602186516975000" } }] },
  {
    type: "limited_time_offer",
    parameters: [
      { type: "limited_time_offer", limited_time_offer: { expiration_time_ms: 1698562800000 } },
    ],
  },
  {
    type: "button",
    sub_type: "copy_code",
    index: 0,
    parameters: [{ type: "coupon_code", coupon_code: "CARIBE25" }],
  },
];

const CAROUSEL = [
  { type: "body", parameters: [{ type: "text", text: "20OFF" }] },
  {
    type: "carousel",
    cards: [
      {
        card_index: 0,
        components: [
          { type: "header", parameters: [{ type: "image", image: { id: "24230790383178626" } }] },
          {
            type: "button",
            sub_type: "quick_reply",
            index: "0",
            parameters: [{ type: "payload", payload: "more-aloes" }],
          },
        ],
      },
    ],
  },
];

/** Templates, with each kind of header, value and button. */
export const TEMPLATES: readonly MetaSample[] = [
  [
    "messages/template-messages",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "order_confirmation" LANGUAGE "en_US" VALUES { "first_name": "Jessica", "order_number": "SKBUP2-4CPIG9" } DOCUMENT "https://www.luckyshrub.com/42.pdf" BUTTONS ["track", { "url": "42" }, { "code": "25OFF" }]`,
    {
      ...ENVELOPE,
      type: "template",
      template: {
        name: "order_confirmation",
        language: { code: "en_US" },
        components: [
          {
            type: "header",
            parameters: [
              { type: "document", document: { link: "https://www.luckyshrub.com/42.pdf" } },
            ],
          },
          {
            type: "body",
            parameters: [
              { type: "text", parameter_name: "first_name", text: "Jessica" },
              { type: "text", parameter_name: "order_number", text: "SKBUP2-4CPIG9" },
            ],
          },
          {
            type: "button",
            sub_type: "quick_reply",
            index: "0",
            parameters: [{ type: "payload", payload: "track" }],
          },
          {
            type: "button",
            sub_type: "url",
            index: "1",
            parameters: [{ type: "text", text: "42" }],
          },
          {
            type: "button",
            sub_type: "copy_code",
            index: "2",
            parameters: [{ type: "coupon_code", coupon_code: "25OFF" }],
          },
        ],
      },
    },
  ],
  [
    "messages/template-messages",
    `SEND TEMPLATE "hello_world", "whatsapp", ${TO}`,
    {
      ...ENVELOPE,
      type: "template",
      template: { name: "hello_world", language: { code: "en_US" } },
    },
  ],
  [
    "messages/template-messages",
    `SEND TEMPLATE TO ${TO}, "order_shipped", ["Ana", 42]`,
    {
      ...ENVELOPE,
      type: "template",
      template: {
        name: "order_shipped",
        language: { code: "en_US" },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: "Ana" },
              { type: "text", text: "42" },
            ],
          },
        ],
      },
    },
  ],
  [
    "templates/components",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "seasonal_promotion" HEADER "Our new sale"`,
    templateOf("seasonal_promotion", [
      { type: "header", parameters: [{ type: "text", text: "Our new sale" }] },
    ]),
  ],
  [
    "templates/components",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "seasonal_sale" HEADER { "sale_start_date": "December 1st" } VALUES { "discount": "25%" }`,
    templateOf("seasonal_sale", [
      {
        type: "header",
        parameters: [{ type: "text", parameter_name: "sale_start_date", text: "December 1st" }],
      },
      { type: "body", parameters: [{ type: "text", parameter_name: "discount", text: "25%" }] },
    ]),
  ],
  [
    "templates/template-media",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "tuscan_getaway" IMAGE "2871834006348767"`,
    templateOf("tuscan_getaway", [
      { type: "header", parameters: [{ type: "image", image: { id: "2871834006348767" } }] },
    ]),
  ],
  [
    "templates/template-media",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "garden_tour" VIDEO "https://www.luckyshrub.com/tour.mp4"`,
    templateOf("garden_tour", [
      {
        type: "header",
        parameters: [{ type: "video", video: { link: "https://www.luckyshrub.com/tour.mp4" } }],
      },
    ]),
  ],
  [
    "templates/template-media",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "receipt" DOCUMENT "https://www.luckyshrub.com/42" NAMED "receipt.pdf"`,
    templateOf("receipt", [
      {
        type: "header",
        parameters: [
          {
            type: "document",
            document: { link: "https://www.luckyshrub.com/42", filename: "receipt.pdf" },
          },
        ],
      },
    ]),
  ],
  [
    "templates/marketing-templates/coupon-templates",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "coupon_code_fall2023_25off" VALUES { "coupon_code": "25OFF", "discount": "25%" } BUTTONS [null, { "code": "25OFF" }]`,
    templateOf("coupon_code_fall2023_25off", [
      {
        type: "body",
        parameters: [
          { type: "text", parameter_name: "coupon_code", text: "25OFF" },
          { type: "text", parameter_name: "discount", text: "25%" },
        ],
      },
      {
        type: "button",
        sub_type: "copy_code",
        index: "1",
        parameters: [{ type: "coupon_code", coupon_code: "25OFF" }],
      },
    ]),
  ],
  [
    "templates/authentication-templates/copy-code-button-authentication-templates",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "verification_code" VALUES ["J$FpnYnP"] BUTTONS [{ "url": "J$FpnYnP" }]`,
    templateOf("verification_code", [
      { type: "body", parameters: [{ type: "text", text: "J$FpnYnP" }] },
      {
        type: "button",
        sub_type: "url",
        index: "0",
        parameters: [{ type: "text", text: "J$FpnYnP" }],
      },
    ]),
  ],
  [
    "flows/guides/flows-templates",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "book_a_table" BUTTONS [{ "flow": "unused", "data": { "name": "Pablo" } }]`,
    templateOf("book_a_table", [
      {
        type: "button",
        sub_type: "flow",
        index: "0",
        parameters: [
          { type: "action", action: { flow_token: "unused", flow_action_data: { name: "Pablo" } } },
        ],
      },
    ]),
  ],
  [
    "catalogs/catalog-template-messages",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "intro_catalog_offer" VALUES ["100", "400", "3"] BUTTONS { "catalog": "2lc20305pt" }`,
    templateOf("intro_catalog_offer", [
      {
        type: "body",
        parameters: [
          { type: "text", text: "100" },
          { type: "text", text: "400" },
          { type: "text", text: "3" },
        ],
      },
      {
        type: "button",
        sub_type: "CATALOG",
        index: "0",
        parameters: [{ type: "action", action: { thumbnail_product_retailer_id: "2lc20305pt" } }],
      },
    ]),
  ],
  [
    "templates/marketing-templates/limited-time-offer-templates",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "limited_time_offer" COMPONENTS ${JSON.stringify(LIMITED_TIME_OFFER)}`,
    templateOf("limited_time_offer", LIMITED_TIME_OFFER),
  ],
  [
    "templates/marketing-templates/media-card-carousel-templates",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "summer_carousel" COMPONENTS ${JSON.stringify(CAROUSEL)}`,
    templateOf("summer_carousel", CAROUSEL),
  ],
];
