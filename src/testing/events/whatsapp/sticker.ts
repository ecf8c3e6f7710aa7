import { defineMessage } from "../define-message.ts";
import { standardField } from "../event-field.ts";
import { yesOrNo } from "../field-forms.ts";
import { mediaFields } from "./media.ts";

const animated = standardField("animated", "yes for a sticker that moves", "no", yesOrNo);
const media = mediaFields("image/webp");

/** `sticker`: `id`, `mime_type`, `sha256`, `animated`. */
export const stickerEvent = defineMessage({
  name: "sticker",
  summary: "Somebody sends a sticker.",
  fields: [animated, ...media.fields],
  body: (values) => ({
    type: "sticker",
    sticker: { ...media.members(values), animated: values.get(animated) },
  }),
});
