/** What may stand in each element of TwiML, and whether text may (Twilio, TwiML for voice and messaging). */
export interface TwimlRule {
  readonly children: readonly string[];
  readonly text: boolean;
}

const SPOKEN = ["Say", "Play", "Pause"];
const STREAMS = ["Stream", "Siprec", "Transcription"];
const CALLED = ["Number", "Client", "Conference", "Queue", "Sim", "Sip", "Application", "WhatsApp"];
const CONNECTED = [
  "Stream",
  "VirtualAgent",
  "ConversationRelay",
  "Room",
  "Conversation",
  "AiSession",
];
const VOICE =
  "Say Play Pause Gather Record Dial Redirect Hangup Reject Enqueue Leave Sms Pay Prompt Refer Connect Start Stop";

const MESSAGING = ["Message", "Redirect"];

const text = (...children: string[]): TwimlRule => ({ children, text: true });
const only = (...children: string[]): TwimlRule => ({ children, text: false });

/** What may stand in the response to a phone call, and in that to a message. */
export const VERBS = { call: VOICE.split(" "), message: MESSAGING } as const;

/** The elements of TwiML by their names, which are told apart by capitals. */
export const TWIML_RULES: ReadonlyMap<string, TwimlRule> = new Map([
  ["Response", only(...VOICE.split(" "), "Message")],
  ["Say", text()],
  ["Play", text()],
  ["Pause", only()],
  ["Gather", only(...SPOKEN)],
  ["Prompt", only(...SPOKEN)],
  ["Record", only()],
  ["Dial", text(...CALLED)],
  ["Number", text()],
  ["Client", text("Identity", "Parameter")],
  ["Conference", text()],
  ["Queue", text()],
  ["Sim", text()],
  ["Sip", text()],
  ["Application", text("ApplicationSid", "Parameter")],
  ["WhatsApp", text()],
  ["Redirect", text()],
  ["Hangup", only()],
  ["Reject", only("Parameter")],
  ["Enqueue", text("Task")],
  ["Task", text()],
  ["Leave", only()],
  ["Sms", text()],
  ["Pay", only("Prompt", "Parameter")],
  ["Refer", only("Sip")],
  ["Connect", only(...CONNECTED)],
  ["Start", only(...STREAMS)],
  ["Stop", only(...STREAMS)],
  ["Message", text("Body", "Media")],
  ["Body", text()],
  ["Media", text()],
]);
