import { ENVELOPE, type MetaSample, TO } from "./sample.ts";

/** Messages with something to press: buttons, lists, links, flows, products. */
export const INTERACTIVE: readonly MetaSample[] = [
  [
    "messages/interactive-reply-buttons-messages",
    `SEND WHATSAPP TO ${TO} WITH BUTTONS "Hi Pablo!" IMAGE "2762702990552401" FOOTER "Lucky Shrub" ITEMS { "change-button": "Change", "cancel-button": "Cancel" }`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "button",
        header: { type: "image", image: { id: "2762702990552401" } },
        body: { text: "Hi Pablo!" },
        footer: { text: "Lucky Shrub" },
        action: {
          buttons: [
            { type: "reply", reply: { id: "change-button", title: "Change" } },
            { type: "reply", reply: { id: "cancel-button", title: "Cancel" } },
          ],
        },
      },
    },
  ],
  [
    "messages/interactive-list-messages",
    `SEND WHATSAPP TO ${TO} WITH LIST "Which shipping option do you prefer?" WITH HEADER "Choose Shipping Option" AND FOOTER "Lucky Shrub" AND BUTTON "Shipping Options" AND ITEMS [{ "title": "I want it ASAP!", "rows": [{ "id": "priority_express", "title": "Priority Mail Express", "description": "Next Day to 2 Days" }] }, { "title": "I can wait a bit", "rows": ["Ground"] }]`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "list",
        header: { type: "text", text: "Choose Shipping Option" },
        body: { text: "Which shipping option do you prefer?" },
        footer: { text: "Lucky Shrub" },
        action: {
          button: "Shipping Options",
          sections: [
            {
              title: "I want it ASAP!",
              rows: [
                {
                  id: "priority_express",
                  title: "Priority Mail Express",
                  description: "Next Day to 2 Days",
                },
              ],
            },
            { title: "I can wait a bit", rows: [{ id: "Ground", title: "Ground" }] },
          ],
        },
      },
    },
  ],
  [
    "messages/interactive-cta-url-messages",
    `SEND WHATSAPP TO ${TO} WITH LINK "Tap the button below to see available dates." IMAGE "https://www.luckyshrub.com/banner.png" FOOTER "Dates subject to change." BUTTON "See Dates" URL "https://www.luckyshrub.com?clickID=kqDGWd24Q5TRwoEQTICY7W1JKoXvaZOXWAS7h1P76s0R7Paec4"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "cta_url",
        header: { type: "image", image: { link: "https://www.luckyshrub.com/banner.png" } },
        body: { text: "Tap the button below to see available dates." },
        footer: { text: "Dates subject to change." },
        action: {
          name: "cta_url",
          parameters: {
            display_text: "See Dates",
            url: "https://www.luckyshrub.com?clickID=kqDGWd24Q5TRwoEQTICY7W1JKoXvaZOXWAS7h1P76s0R7Paec4",
          },
        },
      },
    },
  ],
  [
    "business-scoped-user-ids",
    `SEND WHATSAPP TO "US.13491208655302741918" WITH CONTACT REQUEST "Please share your number."`,
    {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      recipient: "US.13491208655302741918",
      type: "interactive",
      interactive: {
        type: "request_contact_info",
        body: { text: "Please share your number." },
        action: { name: "request_contact_info" },
      },
    },
  ],
  [
    "calling/user-call-permissions",
    `SEND WHATSAPP TO ${TO} WITH CALL REQUEST "May we call you about your order?"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "call_permission_request",
        body: { text: "May we call you about your order?" },
        action: { name: "call_permission_request" },
      },
    },
  ],
  [
    "messages/location-request-messages",
    `SEND WHATSAPP TO ${TO} WITH LOCATION REQUEST "Let's start with your pickup."`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "location_request_message",
        body: { text: "Let's start with your pickup." },
        action: { name: "send_location" },
      },
    },
  ],
  [
    "flows/guides/sendingaflow",
    `SEND WHATSAPP TO ${TO} WITH FLOW "Flow message body" HEADER "Flow message header" FOOTER "Flow message footer" ID "1" BUTTON "Book!" TOKEN "AQAAAAACS5FpgQ_cAAAAAD0QI3s." SCREEN "DATE" DATA { "product_name": "name" }`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "flow",
        header: { type: "text", text: "Flow message header" },
        body: { text: "Flow message body" },
        footer: { text: "Flow message footer" },
        action: {
          name: "flow",
          parameters: {
            flow_message_version: "3",
            flow_token: "AQAAAAACS5FpgQ_cAAAAAD0QI3s.",
            flow_id: "1",
            flow_cta: "Book!",
            flow_action: "navigate",
            flow_action_payload: { screen: "DATE", data: { product_name: "name" } },
          },
        },
      },
    },
  ],
  [
    "flows/guides/sendingaflow",
    `SEND WHATSAPP TO ${TO} WITH FLOW "Book" ID "appointment_booking_v1" BUTTON "Book!" WITH DRAFT`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "flow",
        body: { text: "Book" },
        action: {
          name: "flow",
          parameters: {
            flow_message_version: "3",
            flow_name: "appointment_booking_v1",
            flow_cta: "Book!",
            mode: "draft",
            flow_action: "data_exchange",
          },
        },
      },
    },
  ],
  [
    "catalogs/single-product-messages",
    `SEND WHATSAPP TO ${TO} WITH PRODUCT "nqryix03ez" CATALOG "194836987003835" TEXT "optional body text" FOOTER "optional footer text"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "product",
        body: { text: "optional body text" },
        footer: { text: "optional footer text" },
        action: { catalog_id: "194836987003835", product_retailer_id: "nqryix03ez" },
      },
    },
  ],
  [
    "catalogs/multi-product-messages",
    `SEND WHATSAPP TO ${TO} WITH PRODUCTS { "Popular Bundles": ["wi98aq6xzr"], "Premium Packages": "n6k6x0y7oe, zz8sdqd7pp" } CATALOG "194836987003835" HEADER "Lucky Shrub" TEXT "Take a look"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "product_list",
        header: { type: "text", text: "Lucky Shrub" },
        body: { text: "Take a look" },
        action: {
          catalog_id: "194836987003835",
          sections: [
            {
              title: "Popular Bundles",
              product_items: [{ product_retailer_id: "wi98aq6xzr" }],
            },
            {
              title: "Premium Packages",
              product_items: [
                { product_retailer_id: "n6k6x0y7oe" },
                { product_retailer_id: "zz8sdqd7pp" },
              ],
            },
          ],
        },
      },
    },
  ],
  [
    "messages/interactive-reply-buttons-messages",
    `SEND WHATSAPP TO ${TO} WITH BUTTONS "Hi Pablo!" HEADER "Your garden" ITEMS "Yes"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "button",
        header: { type: "text", text: "Your garden" },
        body: { text: "Hi Pablo!" },
        action: { buttons: [{ type: "reply", reply: { id: "Yes", title: "Yes" } }] },
      },
    },
  ],
  [
    "messages/interactive-reply-buttons-messages",
    `SEND WHATSAPP TO ${TO} WITH BUTTONS "Hi Pablo!" IMAGE "https://www.luckyshrub.com/yard.png" ITEMS "Yes"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "button",
        header: { type: "image", image: { link: "https://www.luckyshrub.com/yard.png" } },
        body: { text: "Hi Pablo!" },
        action: { buttons: [{ type: "reply", reply: { id: "Yes", title: "Yes" } }] },
      },
    },
  ],
  [
    "messages/interactive-reply-buttons-messages",
    `SEND WHATSAPP TO ${TO} WITH BUTTONS "Hi Pablo!" VIDEO "1166846181421424" ITEMS "Yes"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "button",
        header: { type: "video", video: { id: "1166846181421424" } },
        body: { text: "Hi Pablo!" },
        action: { buttons: [{ type: "reply", reply: { id: "Yes", title: "Yes" } }] },
      },
    },
  ],
  [
    "messages/interactive-reply-buttons-messages",
    `SEND WHATSAPP TO ${TO} WITH BUTTONS "Hi Pablo!" DOCUMENT "1376223850470843" NAMED "plan.pdf" ITEMS "Yes"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "button",
        header: { type: "document", document: { id: "1376223850470843", filename: "plan.pdf" } },
        body: { text: "Hi Pablo!" },
        action: { buttons: [{ type: "reply", reply: { id: "Yes", title: "Yes" } }] },
      },
    },
  ],
  [
    "messages/interactive-cta-url-messages",
    `SEND WHATSAPP TO ${TO} WITH LINK "See the dates." HEADER "Dates" BUTTON "See Dates" URL "https://www.luckyshrub.com/dates"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "cta_url",
        header: { type: "text", text: "Dates" },
        body: { text: "See the dates." },
        action: {
          name: "cta_url",
          parameters: { display_text: "See Dates", url: "https://www.luckyshrub.com/dates" },
        },
      },
    },
  ],
  [
    "messages/interactive-list-messages",
    `SEND WHATSAPP TO ${TO} WITH LIST "Which tea?" AND ITEMS "Green, Black" IN REPLY TO "wamid.HBgLMTY0"`,
    {
      ...ENVELOPE,
      context: { message_id: "wamid.HBgLMTY0" },
      type: "interactive",
      interactive: {
        type: "list",
        body: { text: "Which tea?" },
        action: {
          button: "Options",
          sections: [
            {
              rows: [
                { id: "Green", title: "Green" },
                { id: "Black", title: "Black" },
              ],
            },
          ],
        },
      },
    },
  ],
  [
    "catalogs/single-product-messages",
    `SEND WHATSAPP TO ${TO} WITH PRODUCT "nqryix03ez" CATALOG "194836987003835"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "product",
        action: { catalog_id: "194836987003835", product_retailer_id: "nqryix03ez" },
      },
    },
  ],
  [
    "catalogs/multi-product-messages",
    `SEND WHATSAPP TO ${TO} WITH PRODUCTS { "Bundles": "wi98aq6xzr" } CATALOG "194836987003835" HEADER "Lucky Shrub" TEXT "Take a look" FOOTER "While they last"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "product_list",
        header: { type: "text", text: "Lucky Shrub" },
        body: { text: "Take a look" },
        footer: { text: "While they last" },
        action: {
          catalog_id: "194836987003835",
          sections: [{ title: "Bundles", product_items: [{ product_retailer_id: "wi98aq6xzr" }] }],
        },
      },
    },
  ],
  [
    "catalogs/share-products",
    `SEND WHATSAPP TO ${TO} WITH CATALOG "Hello! Ordering is easy." PRODUCT "2lc20305pt" FOOTER "Best grocery deals on WhatsApp!"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "catalog_message",
        body: { text: "Hello! Ordering is easy." },
        footer: { text: "Best grocery deals on WhatsApp!" },
        action: {
          name: "catalog_message",
          parameters: { thumbnail_product_retailer_id: "2lc20305pt" },
        },
      },
    },
  ],
];
