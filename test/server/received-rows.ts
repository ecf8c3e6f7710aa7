/**
 * What Meta delivers, row by row of its webhook reference
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages),
 * with what a script reads of it by name.
 */
export interface ReceivedRow {
  readonly title: string;
  /** A message, without `id` and `timestamp`; `from` unless it names its own. */
  readonly item: Readonly<Record<string, unknown>>;
  /** Members of the change's value beside it, in place of those that are there by default. */
  readonly around?: Readonly<Record<string, unknown>>;
  /** Behind `WHATSAPP.`, each with what it reads as; null as "". */
  readonly reads: Readonly<Record<string, string>>;
}

const FILE = { id: "1003383421387256", sha256: "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=" };
const URL = "https://lookaside.fbsbx.com/1";
const BARBARA = {
  name: { formatted_name: "Barbara J. Johnson", first_name: "Barbara" },
  phones: [{ phone: "+1 650 555 9999", wa_id: "16505559999", type: "HOME" }],
  emails: [{ email: "b@example.com", type: "WORK" }],
};
const TEXT = { type: "text", text: { body: "hello" } };

/** One row for each type, and those that may come with any. */
export const MESSAGE_ROWS: readonly ReceivedRow[] = [
  {
    title: "text",
    item: TEXT,
    reads: {
      type: "text",
      text: "hello",
      timestamp: "2026-01-01T12:00:00Z",
      "sender.address": "5511999990001",
      "sender.number": "5511999990001",
      "sender.name": "Ana",
      "business.id": "115",
      "business.number": "15550001111",
      "business.account": "77",
    },
  },
  {
    title: "image",
    item: {
      type: "image",
      image: { ...FILE, mime_type: "image/jpeg", caption: "our house", url: URL },
    },
    reads: {
      type: "image",
      text: "our house",
      "media.kind": "image",
      "media.id": FILE.id,
      "media.type": "image/jpeg",
      "media.sha256": FILE.sha256,
      "media.caption": "our house",
      "media.url": URL,
    },
  },
  {
    title: "video",
    item: { type: "video", video: { ...FILE, mime_type: "video/mp4" } },
    reads: { type: "video", text: "", "media.kind": "video", "media.caption": "" },
  },
  {
    title: "audio",
    item: { type: "audio", audio: { ...FILE, mime_type: "audio/ogg; codecs=opus", voice: true } },
    reads: { type: "audio", "media.voice": "true", "media.type": "audio/ogg; codecs=opus" },
  },
  {
    title: "document",
    item: {
      type: "document",
      document: { ...FILE, mime_type: "application/pdf", filename: "a.pdf", caption: "read it" },
    },
    reads: { text: "read it", "media.filename": "a.pdf", "media.caption": "read it" },
  },
  {
    title: "sticker",
    item: { type: "sticker", sticker: { ...FILE, mime_type: "image/webp", animated: true } },
    reads: { type: "sticker", "media.animated": "true", "media.voice": "" },
  },
  {
    title: "location",
    item: {
      type: "location",
      location: {
        ...{ latitude: 37.44, longitude: -122.16 },
        ...{ name: "Philz", address: "101 Forest Ave", url: "https://philz.example" },
      },
    },
    reads: {
      text: "Philz, 101 Forest Ave",
      "location.latitude": "37.44",
      "location.longitude": "-122.16",
      "location.name": "Philz",
      "location.address": "101 Forest Ave",
      "location.url": "https://philz.example",
    },
  },
  {
    title: "contacts",
    item: { type: "contacts", contacts: [BARBARA, { name: { formatted_name: "Rui" } }] },
    reads: {
      text: "Barbara J. Johnson, Rui",
      "contacts[0].name.first_name": "Barbara",
      "contacts[0].phones[0].phone": "+1 650 555 9999",
      "contacts[0].phones[0].wa_id": "16505559999",
      "contacts[0].emails[0].email": "b@example.com",
      "contacts[1].phones[0].wa_id": "",
    },
  },
  {
    title: "interactive, button_reply",
    item: {
      type: "interactive",
      context: { id: "wamid.0", from: "15550001111" },
      interactive: { type: "button_reply", button_reply: { id: "yes", title: "Yes, please" } },
    },
    reads: {
      type: "button",
      text: "Yes, please",
      "button.id": "yes",
      "button.title": "Yes, please",
      "replyTo.id": "wamid.0",
      "replyTo.from": "15550001111",
    },
  },
  {
    title: "interactive, list_reply",
    item: {
      type: "interactive",
      interactive: {
        type: "list_reply",
        list_reply: { id: "tea", title: "Tea", description: "green" },
      },
    },
    reads: { type: "list", "list.id": "tea", "list.title": "Tea", "list.description": "green" },
  },
  {
    title: "interactive, nfm_reply",
    item: {
      type: "interactive",
      interactive: {
        type: "nfm_reply",
        nfm_reply: { name: "flow", body: "Sent", response_json: '{"size":"M","extras":["milk"]}' },
      },
    },
    reads: {
      type: "flow",
      text: "Sent",
      "flow.name": "flow",
      "flow.response.size": "M",
      "flow.response.extras[0]": "milk",
    },
  },
  {
    title: "interactive, call_permission_reply",
    item: {
      type: "interactive",
      interactive: {
        type: "call_permission_reply",
        call_permission_reply: {
          ...{ response: "accept", is_permanent: false },
          ...{ expiration_timestamp: "1767268800", response_source: "user_action" },
        },
      },
    },
    reads: {
      type: "call_permission_reply",
      "permission.response": "accept",
      "permission.permanent": "false",
      "permission.expires": "2026-01-01T12:00:00Z",
      "permission.source": "user_action",
    },
  },
  {
    title: "interactive without its body, with errors",
    item: { type: "interactive", errors: [{ code: 131051, title: "Unsupported" }] },
    reads: {
      type: "interactive",
      "error.code": "131051",
      "error.title": "Unsupported",
      "button.id": "",
    },
  },
  {
    title: "button of a template, without context",
    item: { type: "button", button: { payload: "STOP", text: "Stop promotions" } },
    reads: {
      type: "button",
      "button.id": "STOP",
      "button.title": "Stop promotions",
      "replyTo.id": "",
    },
  },
  {
    title: "reaction",
    item: { type: "reaction", reaction: { message_id: "wamid.0", emoji: "😀" } },
    reads: { type: "reaction", "reaction.message": "wamid.0", "reaction.emoji": "😀" },
  },
  {
    title: "reaction that was taken back, without emoji",
    item: { type: "reaction", reaction: { message_id: "wamid.0" } },
    reads: { "reaction.message": "wamid.0", "reaction.emoji": "", text: "" },
  },
  {
    title: "order",
    item: {
      type: "order",
      order: {
        ...{ catalog_id: "194836987003835", text: "By noon" },
        product_items: [
          { product_retailer_id: "di9oz", quantity: 2, item_price: 30.5, currency: "USD" },
          { product_retailer_id: "nqryix", quantity: 1, item_price: 25, currency: "USD" },
        ],
      },
    },
    reads: {
      text: "By noon",
      "order.catalog": "194836987003835",
      "order.items[0].product": "di9oz",
      "order.items[0].quantity": "2",
      "order.items[0].price": "30.5",
      "order.items[1].currency": "USD",
    },
  },
  ...(["user_changed_number", "customer_changed_number"] as const).map((type) => ({
    title: `system, ${type}, without contacts`,
    item: { type: "system", system: { type, body: "Ana changed", wa_id: "16505550000" } },
    around: { contacts: undefined },
    reads: {
      type: "system",
      text: "Ana changed",
      "system.type": type,
      "system.wa_id": "16505550000",
      "sender.number": "5511999990001",
      "sender.name": "",
    },
  })),
  {
    title: "system, user_changed_user_id",
    item: {
      type: "system",
      system: { type: "user_changed_user_id", body: "Ana changed", user_id: "BR.9" },
    },
    reads: { "system.type": "user_changed_user_id", "system.user_id": "BR.9" },
  },
  {
    title: "system, customer_identity_changed",
    item: { type: "system", system: { type: "customer_identity_changed", body: "changed" } },
    reads: { "system.type": "customer_identity_changed", "system.body": "changed" },
  },
  {
    title: "edit of a text",
    item: {
      type: "edit",
      edit: {
        original_message_id: "wamid.0",
        message: { type: "text", text: { body: "better" } },
      },
    },
    reads: { type: "edit", text: "better", "edit.id": "wamid.0", "edit.text": "better" },
  },
  {
    title: "edit of a caption",
    item: {
      type: "edit",
      edit: {
        original_message_id: "wamid.0",
        message: { type: "image", image: { ...FILE, caption: "our new house" } },
      },
    },
    reads: { "edit.text": "our new house", text: "our new house" },
  },
  {
    title: "revoke",
    item: { type: "revoke", revoke: { original_message_id: "wamid.0" } },
    reads: { type: "revoke", "revoke.id": "wamid.0", text: "" },
  },
  {
    title: "unsupported, as of old",
    item: {
      type: "unsupported",
      errors: [
        {
          ...{ code: 131051, title: "Message type unknown" },
          error_data: { details: "Message type is currently not supported." },
        },
      ],
    },
    reads: {
      type: "unsupported",
      "error.code": "131051",
      "error.title": "Message type unknown",
      "error.details": "Message type is currently not supported.",
      "unsupported.type": "",
    },
  },
  {
    title: "unsupported, as of late",
    item: { type: "unsupported", unsupported: { type: "poll_creation" } },
    reads: { type: "unsupported", "unsupported.type": "poll_creation", "error.code": "" },
  },
  {
    title: "unknown",
    item: { type: "unknown", errors: [{ code: 131051 }] },
    reads: { type: "unsupported", "error.code": "131051" },
  },
  {
    title: "a type that Meta invents",
    item: { type: "hologram", hologram: { depth: 3 } },
    reads: { type: "hologram", text: "", "raw.hologram.depth": "3" },
  },
  {
    title: "any, forwarded",
    item: { ...TEXT, context: { forwarded: true } },
    reads: { forwarded: "once", "replyTo.id": "" },
  },
  {
    title: "any, forwarded many times",
    item: { ...TEXT, context: { frequently_forwarded: true } },
    reads: { forwarded: "often" },
  },
  {
    title: "any, about a product",
    item: {
      ...TEXT,
      context: {
        ...{ id: "wamid.0", from: "15550001111" },
        referred_product: { catalog_id: "194836987003835", product_retailer_id: "di9oz" },
      },
    },
    reads: {
      "product.catalog_id": "194836987003835",
      "product.product_retailer_id": "di9oz",
      "replyTo.id": "wamid.0",
    },
  },
  {
    title: "any, led here by an ad",
    item: {
      ...TEXT,
      referral: {
        ...{ source_url: "https://fb.me/1", source_id: "1202", source_type: "ad" },
        ...{ headline: "Chat", body: "Ask us", media_type: "image", ctwa_clid: "ARAk" },
        ...{ image_url: "https://i.example", video_url: "https://v.example" },
        ...{ thumbnail_url: "https://t.example", welcome_message: { text: "Hi!" } },
      },
    },
    reads: {
      "referral.source_url": "https://fb.me/1",
      "referral.source_id": "1202",
      "referral.source_type": "ad",
      "referral.headline": "Chat",
      "referral.body": "Ask us",
      "referral.media_type": "image",
      "referral.image_url": "https://i.example",
      "referral.video_url": "https://v.example",
      "referral.thumbnail_url": "https://t.example",
      "referral.ctwa_clid": "ARAk",
      "referral.welcome_message.text": "Hi!",
    },
  },
  {
    title: "any, with the check of identities",
    item: {
      ...TEXT,
      identity: { acknowledged: true, created_timestamp: "1767268800", hash: "ha/sh" },
    },
    reads: {
      "identity.acknowledged": "true",
      "identity.created": "2026-01-01T12:00:00Z",
      "identity.hash": "ha/sh",
    },
  },
  { title: "any, in a group", item: { ...TEXT, group_id: "g-1" }, reads: { group: "g-1" } },
  {
    title: "any, of somebody who hides the number",
    item: { ...TEXT, from: undefined, from_user_id: "BR.15", from_parent_user_id: "US.ENT.7" },
    around: {
      contacts: [
        {
          ...{ user_id: "BR.15", parent_user_id: "US.ENT.7" },
          profile: { name: "João", username: "joao" },
        },
      ],
    },
    reads: {
      "sender.address": "US.ENT.7",
      "sender.number": "",
      "sender.id": "BR.15",
      "sender.parent": "US.ENT.7",
      "sender.name": "João",
      "sender.username": "joao",
    },
  },
];

/** What becomes of a message that was sent, with each field of a status. */
export const STATUS_ROWS: readonly ReceivedRow[] = [
  {
    title: "sent",
    item: {
      ...{ status: "sent", recipient_id: "5511999990001", recipient_user_id: "BR.15" },
      recipient_type: "individual",
      pricing: { billable: true, pricing_model: "PMP", type: "regular", category: "service" },
      conversation: {
        ...{ id: "c1", expiration_timestamp: "1767268800" },
        origin: { type: "referral_conversion" },
      },
      biz_opaque_callback_data: "order-42",
    },
    reads: {
      status: "sent",
      timestamp: "2026-01-01T12:00:00Z",
      "recipient.address": "5511999990001",
      "recipient.number": "5511999990001",
      "recipient.id": "BR.15",
      "recipient.type": "individual",
      "pricing.pricing_model": "PMP",
      "pricing.type": "regular",
      "pricing.category": "service",
      "pricing.billable": "true",
      "conversation.id": "c1",
      "conversation.origin.type": "referral_conversion",
      data: "order-42",
      "business.id": "115",
    },
  },
  {
    title: "delivered, in a group",
    item: {
      ...{ status: "delivered", recipient_id: "g-1", recipient_type: "group" },
      recipient_participant_id: "5511999990002",
    },
    reads: {
      status: "delivered",
      "recipient.type": "group",
      "recipient.participant": "5511999990002",
      "pricing.category": "",
    },
  },
  {
    title: "read, of somebody who hides the number",
    item: { status: "read", recipient_user_id: "BR.15", recipient_parent_user_id: "US.ENT.7" },
    reads: {
      status: "read",
      "recipient.address": "US.ENT.7",
      "recipient.number": "",
      "recipient.id": "BR.15",
      "recipient.parent": "US.ENT.7",
    },
  },
  {
    title: "played",
    item: { status: "played", recipient_id: "5511999990001" },
    reads: { status: "played", "error.code": "" },
  },
  {
    title: "failed, without contacts",
    item: {
      ...{ status: "failed", recipient_id: "5511999990001" },
      errors: [
        {
          ...{ code: 131047, title: "Re-engagement message" },
          error_data: { details: "More than 24 hours have passed" },
        },
      ],
    },
    around: { contacts: undefined },
    reads: {
      status: "failed",
      "error.code": "131047",
      "error.title": "Re-engagement message",
      "error.details": "More than 24 hours have passed",
    },
  },
];
