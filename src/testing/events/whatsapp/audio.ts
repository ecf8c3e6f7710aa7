import { defineMessage } from "../define-message.ts";
import { standardField } from "../event-field.ts";
import { yesOrNo } from "../field-forms.ts";
import { mediaFields } from "./media.ts";

const voice = standardField("voice", "yes for a voice message, no for a file", "yes", yesOrNo);
const media = mediaFields("audio/ogg; codecs=opus");

/** `audio`: `id`, `mime_type`, `sha256`, `voice`. */
export const audioEvent = defineMessage({
  name: "audio",
  summary: "Somebody sends a voice message or a sound file.",
  fields: [voice, ...media.fields],
  body: (values) => ({
    type: "audio",
    audio: { ...media.members(values), voice: values.get(voice) },
  }),
});
