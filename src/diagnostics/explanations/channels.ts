import type { channelMessages } from "../codes/channels.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/channels.ts`. */
export const channelExplanations: ExplanationsOf<typeof channelMessages> = {
  GB4001: {
    title: "A message that was refused",
    means:
      "The mail server, WhatsApp or Twilio took the request and said no. The message has their reason. What is refused once is refused again, so gbasic does not repeat it unless the reason says that it may pass.",
    example: {
      kind: "situation",
      text: "WhatsApp refuses a free text to somebody who has not written for 24 hours, and any message after its access token has expired. Twilio refuses a number that cannot get SMS, a mail server a mailbox that does not exist.",
    },
    mend: "Mend what the reason says: the number, the address, or the credentials in `.env`.",
  },
  GB4871: {
    title: "A mail server that refuses the user and password",
    means:
      "The mail server did not let gbasic in, so no mail leaves, whatever is in it. The mails are no dead letters yet: each is tried again for 24 hours, so that they leave once the setting is mended. So that the server does not lock the account, all mails of the account wait after a refusal, first for 5 to 10 minutes, longer once each of them was refused, up to an hour, and again one tries it first.",
    example: {
      kind: "situation",
      text: "The password of the mail account was changed, or holds a sign that is not written as in an address: `smtp://bot%40example.com:p%2Fw@mail.example.com:587`.",
    },
    mend: "Mend the user and the password in the setting that the message names, and start the server again. `npx gbasic doctor --online` asks the mail server whether it takes them.",
  },
  GB4888: {
    title: "A mail server that wants an encrypted connection",
    means:
      "The mail server takes nothing over a connection in the clear. gbasic goes over to encryption where a server offers it (STARTTLS), and this one did not offer it at this port. The mails are no dead letters yet: each is tried again for 24 hours.",
    example: {
      kind: "situation",
      text: "`SMTP_URL=smtp://mail.example.com:25`, and the server answers `530 5.7.0 Must issue a STARTTLS command first`.",
    },
    mend: "Write `smtps://` with the port for it, mostly 465, or `smtp://` with the port where the server offers STARTTLS, mostly 587, and start the server again.",
  },
  GB4889: {
    title: "A mail server that wants a user and a password",
    means:
      "The setting names a mail server without a user, and the server takes mails only from those that log in. The mails are no dead letters yet: each is tried again for 24 hours.",
    example: {
      kind: "situation",
      text: "`SMTP_URL=smtp://mail.example.com:587`, and the server answers `530 5.7.0 Authentication required`.",
    },
    mend: "Write the user and the password into the setting, `smtps://bot%40example.com:password@mail.example.com`, and start the server again.",
  },
  GB4002: {
    title: "A service that could not be reached",
    means:
      "No connection came about, so nothing was sent. The server tries again later by itself; `gbasic run` does not.",
    example: {
      kind: "run",
      settings: "SMTP_URL=smtp://127.0.0.1:9\nMAIL_FROM=bot@example.com",
      script: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" AND BODY "It works."`,
    },
    mend: "Look whether the address in the settings is right, and whether the machine has a way to it.",
  },
  GB4003: {
    title: "A message of which nobody knows whether it was sent",
    means:
      "The message went out and no answer came, so it may have been taken or not. gbasic does not send it again by itself, since people would get it twice.",
    example: {
      kind: "situation",
      text: "The connection to WhatsApp or Twilio breaks between the request and its answer.",
    },
    mend: "Look for the message on the other side, and send it again if it is not there.",
  },
  GB4004: {
    title: "A recipient that the channel cannot send to",
    means:
      "WhatsApp and SMS send to telephone numbers with their country code, WhatsApp also to user ids, mail to addresses. This is none of them.",
    example: {
      kind: "run",
      script: `SEND SMS TO "Ana" WITH "It works."`,
      mended: `SEND SMS TO "+15550001111" WITH "It works."`,
    },
    mend: "Look at where the recipient comes from, and write the number with its country code.",
  },
  GB4723: {
    severity: "warning",
    title: "A recipient in the script that cannot be sent to",
    means:
      "The recipient stands in the script, and is neither a number with its country code, nor a user id of WhatsApp, nor a mail address. The script runs, but what it sends there fails each time.",
    example: {
      kind: "check",
      script: `SEND WHATSAPP TO "Ana" WITH "It works."`,
      mended: `SEND WHATSAPP TO "5511999999999" WITH "It works."`,
    },
    mend: "Write the number with its country code, or the mail address.",
  },
  GB4005: {
    title: "A text that is too long for the channel",
    means: "WhatsApp takes texts of up to 4,096 characters, Twilio SMS of up to 1,600.",
    example: {
      kind: "run",
      script: `SEND SMS TO "+15550001111" WITH REPEAT("news ", 500)`,
      mended: `SEND SMS TO "+15550001111" WITH LEFT$(REPEAT("news ", 500), 1600)`,
    },
    mend: "Shorten it with LEFT$, or send it in parts.",
  },
  GB4006: {
    title: "A mail address with a line break",
    means:
      "A line break in an address would begin a new header of the mail. Somebody may have put it into a form to send mail to others.",
    example: {
      kind: "situation",
      text: "MAIL_FROM or an address that a program hands to the mail channel holds a line break. In a script, SEND MAIL refuses such an address before, with GB3330.",
    },
    mend: "Look at where the address comes from.",
  },
  GB4007: {
    title: "An empty text",
    means: "The channel takes no message without a text.",
    example: {
      kind: "situation",
      text: "A program that uses gbasic as a library hands an empty text to a channel. In a script, SEND skips such a message before, with GB4221.",
    },
    mend: "Test the text before.",
  },
  GB4008: {
    title: "A mail that did not go to everybody",
    means:
      "The mail server refused some of the recipients of a mail, each for the reason that stands behind it. The others have the mail, or get it later.",
    example: {
      kind: "situation",
      text: "One of several addresses does not exist at the mail server that sends the mail.",
    },
    mend: "Where an address is wrong, send the mail to the right one alone. Where it is right, `gbasic jobs retry` sends the mail to those who do not have it.",
  },
  GB4009: {
    title: "A language model that refused",
    means: "The service of the language model answered with an error. The message has its reason.",
    example: {
      kind: "situation",
      text: "LLM_API_KEY is wrong or its credit is used up, LLM_MODEL names a model that the service does not have, or the prompt is longer than the model takes.",
    },
    mend: "Mend what the reason says. `curl` with the same address and key helps to find out.",
  },
  GB4010: {
    title: "A language model that gave no answer",
    means: "No connection to the service came about, or its answer took too long.",
    example: {
      kind: "run",
      settings: "LLM_URL=http://127.0.0.1:9/v1\nLLM_MODEL=small",
      script: `PRINT GENERATE RESPONSE "Say hello"`,
    },
    mend: "Look whether LLM_URL is right, and whether the service runs.",
  },
  GB4011: {
    title: "A language model that answered without a text",
    means:
      "What came back is not what an OpenAI-compatible service answers, so most likely LLM_URL points to something else.",
    example: {
      kind: "situation",
      text: "LLM_URL is the address of a web page, or lacks its /v1.",
    },
    mend: "Set LLM_URL to the base of the service, such as https://api.openai.com/v1.",
  },
  GB4012: {
    title: "A mail account that is not in the settings",
    means:
      'USING names an account whose address stands in MAIL_FROM_ and its name, such as MAIL_FROM_SALES for USING "sales". There is none with this name, so the mail was not sent, and not from another address either.',
    example: {
      kind: "run",
      settings:
        "SMTP_URL=smtp://127.0.0.1:9\nMAIL_FROM=bot@example.com\nMAIL_FROM_SALES=sales@example.com",
      script: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" AND BODY "It works." USING "sails"`,
    },
    mend: "Set the variable, or write the name of an account that is there. A server keeps the mail as a dead letter, which `gbasic jobs retry` sends once the setting is there.",
  },
  GB4013: {
    title: "A mail that did not go to everybody yet",
    means:
      "The mail server said of some of the recipients that they may get the mail later, as servers do that do not know the sender yet. The mail is tried again for 24 hours, and goes to those alone who do not have it. Who was refused for good beside them is a dead letter of its own (GB4008).",
    example: {
      kind: "situation",
      text: "One of several addresses is at a server that takes a mail from strangers at the second attempt.",
    },
    mend: "Nothing is to be done, unless it fails for good: then the mail is a dead letter for these addresses.",
  },
};
