import { defineKnownPhrases } from "../define.ts";

/** Conversations with people: a webhook has none. */
export const conversationPhrases = defineKnownPhrases([
  { does: "waits for what a person answers", phrases: ["HEAR"], sets: true },
  {
    does: "shows buttons beside an answer",
    phrases: [
      "ADD SUGGESTION",
      "ADD SUGGESTION TOOL",
      "ADD SUGGESTION TEXT",
      "ADD SUGGESTIONS",
      "CLEAR SUGGESTIONS",
      "ADD SWITCHER",
      "CLEAR SWITCHERS",
      "SHOW MENU",
      "SHOW BUTTONS",
    ],
    values: 3,
  },
  {
    does: "sends a file into a running conversation",
    phrases: ["SEND FILE"],
    instead: "SEND FILE TO recipient, file",
    values: 2,
  },
  {
    does: "writes to people on other networks",
    phrases: [
      "SEND INSTAGRAM",
      "SEND FACEBOOK",
      "SEND MESSENGER",
      "SEND TELEGRAM",
      "SEND TEAMS",
      "SEND SLACK",
      "SEND DISCORD",
    ],
    values: 3,
  },
  { does: "makes the draft of a mail", phrases: ["CREATE DRAFT"], values: 3 },
  {
    does: "hands a conversation over to a person",
    phrases: [
      "TRANSFER TO HUMAN",
      "TRANSFER TO",
      "TRANSFER CONVERSATION",
      "ESCALATE",
      "ESCALATE TO",
      "ESCALATE TO HUMAN",
      "ESCALATE TO SUPERVISOR",
    ],
    values: 3,
  },
  {
    does: "changes how a bot answers",
    phrases: [
      "SET ANSWER MODE",
      "SET LANGUAGE",
      "SET VOICE",
      "SET THEME",
      "SET WELCOME",
      "CHANGE THEME",
    ],
  },
  { does: "shows a card with a picture", phrases: ["CARD", "SHOW CARD"], values: 4 },
  {
    does: "plays or shows something on a screen",
    phrases: [
      "PLAY FULLSCREEN",
      "STOP",
      "PRESENT",
      "SHOW",
      "SHOW IMAGE",
      "DISPLAY",
      "OPEN",
      "CLOSE",
    ],
  },
  {
    does: "writes into a running conversation",
    phrases: ["SEND MESSAGE", "SEND TO"],
    values: 2,
  },
  {
    does: "keeps the templates of messages",
    phrases: ["CREATE TEMPLATE", "GET TEMPLATE"],
    values: 4,
  },
  {
    does: "sends a picture, a place, a card or the like",
    phrases: [
      "SEND CARD",
      "SEND IMAGE",
      "SEND VIDEO",
      "SEND AUDIO",
      "SEND LOCATION",
      "SEND REACTION",
      "SEND STICKER",
    ],
    values: 3,
  },
  {
    does: "writes to many people at once",
    phrases: ["BROADCAST"],
    values: 3,
  },
  {
    does: "tells people of something, such as the staff",
    phrases: ["NOTIFY", "NOTIFY AGENT", "NOTIFY ADMIN", "ALERT", "SEND NOTIFICATION", "SEND PUSH"],
    values: 3,
  },
  {
    does: "sends a text to a phone",
    phrases: ["SMS"],
    instead: "SEND SMS TO number WITH text",
    values: 3,
  },
  {
    does: "waits until a person agrees",
    phrases: ["APPROVE", "HUMAN APPROVAL", "HUMAN APPROVAL FROM", "REQUEST APPROVAL"],
    values: 3,
  },
]);
