import { defineMessage } from "../define-message.ts";
import { jsonObject } from "../json.ts";
import { caption, mediaFields } from "./media.ts";

const media = mediaFields("image/jpeg");

/** `image`: `id`, `mime_type`, `sha256` and, where they are given, `caption` and `url`. */
export const imageEvent = defineMessage({
  name: "image",
  summary: "Somebody sends a picture.",
  fields: [caption, ...media.fields],
  body: (values) => ({
    type: "image",
    image: jsonObject({ caption: values.find(caption), ...media.members(values) }),
  }),
});
