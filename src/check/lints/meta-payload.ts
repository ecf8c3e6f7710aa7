import {
  any,
  fixed,
  growing,
  list,
  type ObjectShape,
  type Shape,
  text,
  texts,
} from "./payload-shape.ts";

/*
 * The payload of the WhatsApp Cloud API as Meta's webhook reference has it, pages of September 2026:
 * developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */

const error = growing({
  ...texts("code title message href"),
  error_data: growing(texts("messaging_product details")),
});
const media = texts("id mime_type sha256 url");

/** A message that somebody sent. */
export const message = growing({
  ...texts("from from_user_id from_parent_user_id id timestamp type group_id"),
  text: fixed({ body: text }),
  image: growing({ ...media, caption: text }),
  video: growing({ ...media, caption: text }),
  audio: growing({ ...media, voice: text }),
  document: growing({ ...media, filename: text, caption: text }),
  sticker: growing({ ...media, animated: text }),
  location: fixed(texts("latitude longitude name address url")),
  contacts: list(any),
  interactive: growing({
    type: text,
    button_reply: fixed(texts("id title")),
    list_reply: fixed(texts("id title description")),
    nfm_reply: growing(texts("name body response_json")),
    call_permission_reply: any,
  }),
  button: fixed(texts("payload text")),
  reaction: fixed(texts("message_id emoji")),
  order: growing({
    ...texts("catalog_id text"),
    product_items: list(growing(texts("product_retailer_id quantity item_price currency"))),
  }),
  system: any,
  edit: growing({ original_message_id: text, message: any }),
  revoke: growing({ original_message_id: text }),
  unsupported: growing({ type: text }),
  errors: list(error),
  context: growing({
    ...texts("from id forwarded frequently_forwarded"),
    referred_product: growing(texts("catalog_id product_retailer_id")),
  }),
  referral: growing({
    ...texts("source_url source_id source_type headline body media_type image_url video_url"),
    ...texts("thumbnail_url ctwa_clid"),
    welcome_message: any,
  }),
  identity: any,
});

const status = growing({
  ...texts("id status timestamp recipient_id recipient_type recipient_participant_id"),
  ...texts("recipient_user_id recipient_parent_user_id biz_opaque_callback_data"),
  conversation: growing({
    ...texts("id expiration_timestamp"),
    origin: growing({ type: text }),
  }),
  pricing: growing(texts("billable pricing_model type category")),
  errors: list(error),
  payment: any,
});

const contact = growing({
  ...texts("wa_id user_id parent_user_id"),
  profile: growing(texts("name username")),
});

/** The value of a change; other fields than `messages` have others, which a plain handler never gets. */
export const changeValue: ObjectShape = growing({
  messaging_product: text,
  metadata: growing(texts("display_phone_number phone_number_id")),
  contacts: list(contact),
  messages: list(message),
  statuses: list(status),
  errors: list(error),
});

/** A whole delivery. */
export const metaPayload: ObjectShape = delivery(changeValue);

/** A delivery of another field than `messages`, which has a value of its own kind. */
export const fieldPayload: ObjectShape = delivery(any);

function delivery(value: Shape): ObjectShape {
  const changes = list(fixed({ field: text, value }));
  return fixed({ object: text, entry: list(fixed({ ...texts("id time"), changes })) });
}
