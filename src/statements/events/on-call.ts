import { phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { TwilioDeclaration, TwilioEvent } from "../../host/handler.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import { callObject, givenByCaller, readCall, recordedFile } from "../calls/get-call.ts";
import type { HandlerValues } from "../../host/handler-values.ts";
import { defineDeclaration } from "../define.ts";
import { checkWebhookPath } from "./webhook-path.ts";
import { WEBHOOK_CLAUSES_ELSEWHERE } from "./webhook-clauses.ts";

const CALL: HandlerValues = { object: callObject, readObject: readCall };

/** `ON CALL … END ON`: a handler for phone calls that Twilio takes. */
export const onCall = defineDeclaration({
  pattern: "ON CALL [TO <path?:constant>] [DO]",
  summary:
    'Runs the block for each phone call that comes to TWILIO_CALL_PATH, or to the path that is given: the address that a number at Twilio has under "A call comes in". What the block says with SAY, GATHER, PLAY, DIAL, RECORD and the like is what the caller hears; nothing ends the call.',
  example: `ON CALL DO
  SAY "Hello, " + CALL.from
END ON`,
  request: "/twilio/voice -d CallSid=CA1 -d From=%2B5511999999999",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Hello, +5511999999999</Say></Response>`,
  raises: [
    "GB1105",
    "GB2230",
    "GB2282",
    "GB2422",
    "GB2423",
    "GB2424",
    "GB2425",
    "GB2426",
    "GB4684",
  ],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: CALL,
  declare: ({ path }, spans) => {
    errorsAt(spans.get("path"), () => {
      if (path !== undefined) checkWebhookPath(path);
    });
    return declaration("call", path, undefined);
  },
});

/** `ON ANSWER "reminder" … END ON`: where a call goes on that SEND CALL made. */
export const onAnswer = defineDeclaration({
  pattern: "ON ANSWER <block:constant> [DO]",
  summary:
    "Runs the block when a call is answered that a SEND CALL of the same file made and that names it. What it says with SAY, GATHER and the like is what whoever answers hears; CALL.to is the number that was called, CALL.kept what KEEPING handed on, and CALL.answerer who answers, where DETECT found out.",
  example: `ON WEBHOOK POST TO "/orders" OPEN DO
  SEND CALL TO "+5511999999999" THEN "ready" KEEPING { "order": 7 }
END ON

ON ANSWER "ready" DO
  SAY "Your order is ready."
END ON`,
  request: "/twilio/voice/script/ready -d CallSid=CA1 -d To=%2B5511999999999",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Your order is ready.</Say></Response>`,
  raises: ["GB1105", "GB2230", "GB2282", "GB2662"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: CALL,
  declare: ({ block }, spans) => blockDeclaration("answer", block, spans.get("block")),
});

const KEYS = `ON CALL DO
  GATHER DIGITS 1 INTO CHOICE$ SAYING "Press 1 for sales."
END ON
`;

/** `ON DIGITS "choice" … END ON`: where a call goes on behind GATHER DIGITS. */
export const onDigits = defineDeclaration({
  pattern: "ON DIGITS <block:constant> [DO]",
  summary:
    "Runs the block with the keys that the caller pressed for a GATHER DIGITS of the same file that names it. The variable behind INTO has them.",
  example: `${KEYS}
ON DIGITS "choice" DO
  IF CHOICE$ = "1" THEN SAY "Sales."
END ON`,
  request: "/twilio/voice/script/choice -d CallSid=CA1 -d Digits=1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Sales.</Say></Response>`,
  raises: ["GB1105", "GB2230", "GB2282", "GB2662"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: { ...CALL, readGiven: givenByCaller },
  declare: ({ block }, spans) => blockDeclaration("digits", block, spans.get("block")),
});

/** `ON SPEECH "reason" … END ON`: where a call goes on behind GATHER SPEECH. */
export const onSpeech = defineDeclaration({
  pattern: "ON SPEECH <block:constant> [DO]",
  summary:
    "Runs the block with the words that the caller said for a GATHER SPEECH of the same file that names it. The variable behind INTO has them.",
  example: `ON CALL DO
  GATHER SPEECH INTO REASON$ SAYING "How can I help?"
END ON

ON SPEECH "reason" DO
  SAY "You said: " + REASON$
END ON`,
  request: "/twilio/voice/script/reason -d CallSid=CA1 -d SpeechResult=hello",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>You said: hello</Say></Response>`,
  raises: ["GB1105", "GB2230", "GB2282", "GB2662"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: { ...CALL, readGiven: givenByCaller },
  declare: ({ block }, spans) => blockDeclaration("speech", block, spans.get("block")),
});

/** `ON DIGITS OR SPEECH "choice" … END ON`: where a call goes on behind any GATHER. */
export const onDigitsOrSpeech = defineDeclaration({
  pattern: "ON DIGITS OR SPEECH <block:constant> [DO]",
  summary:
    "Runs the block with the keys or the words that the caller gave to any GATHER of the same file that names it.",
  example: `ON CALL DO
  GATHER DIGITS OR SPEECH INTO CHOICE$ SAYING "Press 1 or say sales."
END ON

ON DIGITS OR SPEECH "choice" DO
  SAY "You chose " + CHOICE$
END ON`,
  request: "/twilio/voice/script/choice -d CallSid=CA1 -d SpeechResult=sales",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>You chose sales</Say></Response>`,
  raises: ["GB1105", "GB2230", "GB2282", "GB2662"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: { ...CALL, readGiven: givenByCaller },
  declare: ({ block }, spans) => blockDeclaration("digits or speech", block, spans.get("block")),
});

/** `ON RECORDING "file" … END ON`: where a call goes on behind RECORD. */
export const onRecording = defineDeclaration({
  pattern: "ON RECORDING <block:constant> [DO]",
  summary:
    "Runs the block when the caller is done with a RECORD of the same file that names it. The variable behind INTO has the address of the recording, GET CALL DURATION its seconds.",
  example: `ON CALL DO
  RECORD INTO FILE$
END ON

ON RECORDING "file" DO
  SAY "Thank you."
END ON`,
  request: "/twilio/voice/script/file -d CallSid=CA1 -d RecordingUrl=https://example.com/RE1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Thank you.</Say></Response>`,
  raises: ["GB1105", "GB2230", "GB2282", "GB2662"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: { ...CALL, readGiven: recordedFile },
  declare: ({ block }, spans) => blockDeclaration("recording", block, spans.get("block")),
});

/** `ON TRANSCRIPTION "file" … END ON`: gets what was said in a recording, once it is written down. */
export const onTranscription = defineDeclaration({
  pattern: "ON TRANSCRIPTION <block:constant> [DO]",
  summary:
    "Runs the block when Twilio has written down what was said for a RECORD TRANSCRIBED of the same file that names it, mostly after the call: CALL.transcription is the text, empty where nothing was understood, CALL.recording the address of the recording. Nobody hears what it says.",
  example: `ON CALL DO
  RECORD INTO FILE$ LIMIT 60 TRANSCRIBED
END ON

ON RECORDING "file" DO
  SAY "Thank you."
END ON

ON TRANSCRIPTION "file" DO
  SEND MAIL TO "shop@example.com" WITH SUBJECT "A message" AND BODY CALL.transcription
END ON`,
  raises: ["GB1105", "GB2230", "GB2282", "GB2662"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: CALL,
  declare: ({ block }, spans) => blockDeclaration("transcription", block, spans.get("block")),
});

/** `ON DIAL RESULT "sales" … END ON`: where a call goes on behind DIAL. */
export const onDialResult = defineDeclaration({
  pattern: "ON DIAL RESULT <block:constant> [DO]",
  summary:
    "Runs the block when a DIAL of the same file that names it is over. GET CALL RESULT says how: completed, busy, no-answer, failed or canceled.",
  example: `ON CALL DO
  DIAL "+5511999999999" THEN "sales"
END ON

ON DIAL RESULT "sales" DO
  IF CALL.result = "completed" THEN HANGUP ELSE SAY "Nobody is there."
END ON`,
  request: "/twilio/voice/script/sales -d CallSid=CA1 -d DialCallStatus=busy",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Nobody is there.</Say></Response>`,
  raises: ["GB1105", "GB2230", "GB2282", "GB2662"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: CALL,
  declare: ({ block }, spans) => blockDeclaration("dial", block, spans.get("block")),
});

function blockDeclaration(
  event: TwilioEvent,
  block: string,
  span: Parameters<typeof errorsAt>[0],
): TwilioDeclaration {
  if (block.trim() !== "") return declaration(event, undefined, block);
  return errorsAt(span, () => {
    throw new BasicError(phoneCheckMessages.emptyBlockName());
  });
}

function declaration(
  event: TwilioEvent,
  path: string | undefined,
  block: string | undefined,
): TwilioDeclaration {
  return { kind: "twilio", event, path, block, verification: "twilio" };
}
