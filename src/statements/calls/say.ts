import { defineStatement } from "../define.ts";
import { sayVerb } from "./verb.ts";

/** `SAY text [IN language] [WITH VOICE voice]`: reads a text out to the caller. */
export const say = defineStatement({
  pattern: "SAY <text:text> { IN <language?:text> | VOICE <voice?:text> }",
  summary:
    "Reads a text out to the caller: in a language such as pt-BR, with one of Twilio's voices. An empty text says nothing.",
  example: `ON CALL DO
  SAY "Welcome to Ana & Co."
  SAY "Bem-vindo!" IN "pt-BR" WITH VOICE "Polly.Camila"
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Welcome to Ana &amp; Co.</Say><Say voice="Polly.Camila" language="pt-BR">Bem-vindo!</Say></Response>`,
  raises: ["GB4687"],
  needs: ["call"],
  run: ({ text, language, voice }, { host, place }) => {
    const spoken = sayVerb("SAY", { text, language, voice });
    if (text.trim() !== "") host.call.add(spoken, place);
  },
});
