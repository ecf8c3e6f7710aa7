import { defineMessage } from "../define-message.ts";
import { jsonObject } from "../json.ts";
import { caption, mediaFields } from "./media.ts";

const media = mediaFields("video/mp4");

/** `video`: `id`, `mime_type`, `sha256` and, where they are given, `caption` and `url`. */
export const videoEvent = defineMessage({
  name: "video",
  summary: "Somebody sends a video.",
  fields: [caption, ...media.fields],
  body: (values) => ({
    type: "video",
    video: jsonObject({ caption: values.find(caption), ...media.members(values) }),
  }),
});
