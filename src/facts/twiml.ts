import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  { address: "https://www.twilio.com/docs/voice/twiml", read: "2026-11-27" },
  { address: "https://www.twilio.com/docs/messaging/twiml", read: "2026-11-27" },
  { address: "https://www.npmjs.com/package/twilio/v/6.2.0", read: "2026-11-27" },
];

/** What may stand in an element of TwiML, and whether text may. */
export interface TwimlRule {
  readonly children: readonly string[];
  readonly text: boolean;
}

const SPOKEN = ["Say", "Play", "Pause"];
const STREAMS = ["Stream", "Siprec", "Transcription", "Recording"];
const CALLED = ["Number", "Client", "Conference", "Queue", "Sim", "Sip", "Application", "WhatsApp"];
const CONNECTED =
  "Stream VirtualAgent ConversationRelay ConversationRelaySession Room Conversation AiSession Assistant Autopilot";
const VOICE =
  "Say Play Pause Gather Record Dial Redirect Hangup Reject Enqueue Queue Leave Echo Sms Pay Prompt Refer Connect Start Stop";

const MESSAGING = ["Message", "Redirect"];

const text = (...children: string[]): TwimlRule => ({ children, text: true });
const only = (...children: string[]): TwimlRule => ({ children, text: false });

/** What may stand in the response to a phone call, in that to a message, and in one of either. */
export const VERBS = {
  call: VOICE.split(" "),
  message: MESSAGING,
  any: [...VOICE.split(" "), "Message"],
} as const;

/** The elements of TwiML by their names, which are told apart by capitals. */
export const TWIML_RULES: ReadonlyMap<string, TwimlRule> = new Map([
  ["Response", only(...VERBS.any)],
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
  ["Sip", text("Headers", "Uri")],
  ["Headers", only("Header")],
  ["Uri", text()],
  ["Application", text("ApplicationSid", "Parameter")],
  ["WhatsApp", text()],
  ["Redirect", text()],
  ["Hangup", only("Parameter")],
  ["Reject", only("Parameter")],
  ["Enqueue", text("Task")],
  ["Task", text()],
  ["Leave", only()],
  ["Echo", only()],
  ["Sms", text()],
  ["Pay", only("Prompt", "Parameter")],
  ["Refer", only("Sip")],
  ["Connect", only(...CONNECTED.split(" "))],
  ["Start", only(...STREAMS)],
  ["Stop", only(...STREAMS)],
  ["Message", text("Body", "Media")],
  ["Body", text()],
  ["Media", text()],
]);
