import { ENVELOPE, type MetaSample, TO } from "./sample.ts";

/** A contact with everything that the page shows. */
const BARBARA = {
  addresses: [
    {
      street: "1 Lucky Shrub Way",
      city: "Menlo Park",
      state: "CA",
      zip: "94025",
      country: "United States",
      country_code: "US",
      type: "Office",
    },
  ],
  birthday: "1999-01-23",
  emails: [{ email: "bjohnson@luckyshrub.com", type: "Work" }],
  name: {
    formatted_name: "Dr. Barbara Joana Johnson Esq.",
    first_name: "Barbara",
    last_name: "Johnson",
    middle_name: "Joana",
    suffix: "Esq.",
    prefix: "Dr.",
  },
  org: { company: "Lucky Shrub", department: "Legal", title: "Lead Counsel" },
  phones: [{ phone: "+16505559999", type: "Mobile", wa_id: "16505559999" }],
  urls: [{ url: "https://www.luckyshrub.com", type: "Company" }],
};

/** Messages of one thing: texts, files, places, contacts, reactions. */
export const MESSAGES: readonly MetaSample[] = [
  [
    "messages/text-messages",
    `SEND WHATSAPP TO ${TO} WITH "As requested: https://www.meta.com/quest/quest-3/" WITH PREVIEW`,
    {
      ...ENVELOPE,
      type: "text",
      text: { preview_url: true, body: "As requested: https://www.meta.com/quest/quest-3/" },
    },
  ],
  [
    "messages/contextual-replies",
    `SEND WHATSAPP TO ${TO} WITH "You're welcome, Pablo!" IN REPLY TO "wamid.HBgLMTY0"`,
    {
      ...ENVELOPE,
      context: { message_id: "wamid.HBgLMTY0" },
      type: "text",
      text: { body: "You're welcome, Pablo!" },
    },
  ],
  [
    "messages/image-messages",
    `SEND WHATSAPP TO ${TO} WITH IMAGE FROM "1479537139650973" AND CAPTION "The best succulent ever?"`,
    {
      ...ENVELOPE,
      type: "image",
      image: { id: "1479537139650973", caption: "The best succulent ever?" },
    },
  ],
  [
    "messages/video-messages",
    `SEND WHATSAPP TO ${TO} WITH VIDEO FROM "https://www.luckyshrub.com/eclipse.mp4" WITH CAPTION "A succulent eclipse!"`,
    {
      ...ENVELOPE,
      type: "video",
      video: { link: "https://www.luckyshrub.com/eclipse.mp4", caption: "A succulent eclipse!" },
    },
  ],
  [
    "messages/audio-messages",
    `SEND WHATSAPP TO ${TO} WITH AUDIO FROM "1013859600285441" WITH VOICE`,
    { ...ENVELOPE, type: "audio", audio: { id: "1013859600285441", voice: true } },
  ],
  [
    "messages/document-messages",
    `SEND WHATSAPP TO ${TO} WITH DOCUMENT FROM "1376223850470843" NAMED "order_abc123.pdf" WITH CAPTION "Your order confirmation (PDF)"`,
    {
      ...ENVELOPE,
      type: "document",
      document: {
        id: "1376223850470843",
        caption: "Your order confirmation (PDF)",
        filename: "order_abc123.pdf",
      },
    },
  ],
  [
    "messages/sticker-messages",
    `SEND WHATSAPP TO ${TO} WITH STICKER FROM "798882015472548"`,
    { ...ENVELOPE, type: "sticker", sticker: { id: "798882015472548" } },
  ],
  [
    "messages/location-messages",
    `SEND WHATSAPP TO ${TO} WITH LOCATION AT "37.44216251868683, -122.16153582049394" NAMED "Philz Coffee" WITH ADDRESS "101 Forest Ave, Palo Alto, CA 94301"`,
    {
      ...ENVELOPE,
      type: "location",
      location: {
        latitude: "37.44216251868683",
        longitude: "-122.16153582049394",
        name: "Philz Coffee",
        address: "101 Forest Ave, Palo Alto, CA 94301",
      },
    },
  ],
  [
    "messages/contacts-messages",
    `SEND WHATSAPP TO ${TO} WITH CONTACTS [{ "name": { "formatted_name": "Barbara J. Johnson", "first_name": "Barbara" }, "phones": [{ "phone": "+16505559999", "type": "HOME" }] }]`,
    {
      ...ENVELOPE,
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Barbara J. Johnson", first_name: "Barbara" },
          phones: [{ phone: "+16505559999", type: "HOME" }],
        },
      ],
    },
  ],
  [
    "messages/contacts-messages",
    `SEND WHATSAPP TO ${TO} WITH CONTACT "Barbara Johnson" PHONE "+1 650 555-9999" EMAIL "bj@luckyshrub.com" COMPANY "Lucky Shrub"`,
    {
      ...ENVELOPE,
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Barbara Johnson", first_name: "Barbara" },
          phones: [{ phone: "+1 650 555-9999", type: "CELL", wa_id: "16505559999" }],
          emails: [{ email: "bj@luckyshrub.com", type: "WORK" }],
          org: { company: "Lucky Shrub" },
        },
      ],
    },
  ],
  [
    "messages/reaction-messages",
    `SEND WHATSAPP TO ${TO} WITH REACTION "😀" TO "wamid.HBgLMTY0"`,
    { ...ENVELOPE, type: "reaction", reaction: { message_id: "wamid.HBgLMTY0", emoji: "😀" } },
  ],
  [
    "messages/text-messages",
    `TALK TO "whatsapp:+1 650 555-1234", "Hello"`,
    { ...ENVELOPE, type: "text", text: { body: "Hello" } },
  ],
  [
    "messages/document-messages",
    `SEND FILE TO "whatsapp:+16505551234", "https://www.luckyshrub.com/invoice.pdf", "Your invoice"`,
    {
      ...ENVELOPE,
      type: "document",
      document: { link: "https://www.luckyshrub.com/invoice.pdf", caption: "Your invoice" },
    },
  ],
  [
    "messages/text-messages",
    `SEND WHATSAPP TO ${TO} WITH "Hello, Pablo"`,
    { ...ENVELOPE, type: "text", text: { body: "Hello, Pablo" } },
  ],
  [
    "messages/image-messages",
    `SEND WHATSAPP TO ${TO} WITH IMAGE FROM "https://www.luckyshrub.com/succulent.png" IN REPLY TO "wamid.HBgLMTY0"`,
    {
      ...ENVELOPE,
      context: { message_id: "wamid.HBgLMTY0" },
      type: "image",
      image: { link: "https://www.luckyshrub.com/succulent.png" },
    },
  ],
  [
    "messages/video-messages",
    `SEND WHATSAPP TO ${TO} WITH VIDEO FROM "1166846181421424"`,
    { ...ENVELOPE, type: "video", video: { id: "1166846181421424" } },
  ],
  [
    "messages/audio-messages",
    `SEND WHATSAPP TO ${TO} WITH AUDIO FROM "https://www.luckyshrub.com/hello.mp3"`,
    { ...ENVELOPE, type: "audio", audio: { link: "https://www.luckyshrub.com/hello.mp3" } },
  ],
  [
    "messages/document-messages",
    `SEND WHATSAPP TO ${TO} WITH DOCUMENT FROM "https://www.luckyshrub.com/order.pdf" NAMED "order.pdf"`,
    {
      ...ENVELOPE,
      type: "document",
      document: { link: "https://www.luckyshrub.com/order.pdf", filename: "order.pdf" },
    },
  ],
  [
    "messages/sticker-messages",
    `SEND WHATSAPP TO ${TO} WITH STICKER FROM "https://www.luckyshrub.com/cup.webp"`,
    { ...ENVELOPE, type: "sticker", sticker: { link: "https://www.luckyshrub.com/cup.webp" } },
  ],
  [
    "messages/location-messages",
    `SEND WHATSAPP TO ${TO} WITH LOCATION AT [37.44, -122.16]`,
    { ...ENVELOPE, type: "location", location: { latitude: "37.44", longitude: "-122.16" } },
  ],
  [
    "messages/contacts-messages",
    `SEND WHATSAPP TO ${TO} WITH CONTACTS [${JSON.stringify(BARBARA)}]`,
    { ...ENVELOPE, type: "contacts", contacts: [BARBARA] },
  ],
  [
    "messages/reaction-messages",
    `SEND WHATSAPP TO ${TO} WITH REACTION "" TO "wamid.HBgLMTY0"`,
    { ...ENVELOPE, type: "reaction", reaction: { message_id: "wamid.HBgLMTY0", emoji: "" } },
  ],
  [
    "business-scoped-user-ids",
    `SEND WHATSAPP TO "US.13491208655302741918" WITH "Hello, Pablo"`,
    {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      recipient: "US.13491208655302741918",
      type: "text",
      text: { body: "Hello, Pablo" },
    },
  ],
];
