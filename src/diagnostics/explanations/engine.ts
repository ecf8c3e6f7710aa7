import type { engineMessages } from "../codes/engine.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/engine.ts`. */
export const engineExplanations: ExplanationsOf<typeof engineMessages> = {
  GB4201: {
    title: "A run that took too long",
    means:
      "A handler may take 10 seconds and a SUB that SPAWN started 60, so that callers are not kept waiting and work does not pile up.",
    example: {
      kind: "request",
      settings: "GBASIC_TIMEOUT=0.2\nGBASIC_MAX_STEPS=off",
      script: `ON WEBHOOK GET TO "/hello" DO
  WHILE TRUE
  WEND
END ON`,
      request: "/hello",
    },
    mend: "Do slow work in a SUB that SPAWN starts. GBASIC_TIMEOUT and GBASIC_JOB_TIMEOUT set the limits.",
  },
  GB4202: {
    title: "A run that the end of the server stopped",
    means:
      "The server was told to stop, and this run had not ended when the time for that was over. What was stored is done again after the next start.",
    example: {
      kind: "situation",
      text: "The machine is restarted while a handler is waiting for a language model.",
    },
    mend: "Nothing, as a rule. Look at the log where it happens often.",
  },
  GB4203: {
    title: "A run whose caller hung up",
    means:
      "The connection of the request was closed before the handler had an answer, so nobody waits for it any more.",
    example: {
      kind: "situation",
      text: "A caller with a time limit of its own, such as Twilio with 15 seconds, gives up.",
    },
    mend: "Answer earlier: do slow work in a SUB that SPAWN starts.",
  },
  GB4211: {
    title: "A handler that is gone",
    means:
      "A request was stored to be worked on, and the script that is served now has no handler for it any more.",
    example: {
      kind: "situation",
      text: "A script is changed and loaded again while messages for its old path are waiting.",
    },
    mend: "Put the handler back, and run the event again.",
  },
  GB4212: {
    title: "A spawned SUB that is gone",
    means:
      "SPAWN stored the work for a SUB, and the script that is served now has no SUB of that name any more.",
    example: {
      kind: "situation",
      text: "A SUB is renamed and the script loaded again while jobs for its old name are waiting.",
    },
    mend: "Put the SUB back, and run the job again.",
  },
  GB4213: {
    title: "Work that was given up",
    means:
      "What failed because of the outside was tried several times, with longer and longer pauses between, and never succeeded.",
    example: {
      kind: "situation",
      text: "The service of the language model was down for longer than all attempts took.",
    },
    mend: "Look in the log at why the attempts failed, and run it again when that is mended.",
  },
  GB4214: {
    title: "An argument of SPAWN that holds too much",
    means:
      "What is passed to a spawned SUB is stored, and this value holds itself, or has too many objects and lists inside each other.",
    example: {
      kind: "run",
      script: `LET LIST = [1]
PUSH(LIST, LIST)
SPAWN SHOW LATER LIST
SUB SHOW LATER(ITEMS)
  LOG UBOUND(ITEMS)
END SUB`,
      mended: `LET LIST = [1]
SPAWN SHOW LATER LIST
SUB SHOW LATER(ITEMS)
  LOG UBOUND(ITEMS)
END SUB`,
    },
    mend: "Pass only the members that the SUB needs.",
  },
  GB4215: {
    title: "A server that is too busy",
    means:
      "More requests are waiting than the server takes, or it is about to stop. The caller gets the status 503 and may try again.",
    example: {
      kind: "situation",
      text: "Requests come faster than their handlers end, until as many are waiting as the server keeps.",
    },
    mend: "Answer earlier, with SPAWN for slow work. GBASIC_MAX_RUNS sets how many runs go on side by side.",
  },
  GB4216: {
    title: "More messages and jobs than one run may cause",
    means:
      "One run may send and spawn 10,000 times, all together. A loop that sends without end would fill the memory, and cost money.",
    example: {
      kind: "request",
      settings: "GBASIC_MAX_EFFECTS=2",
      script: `ON WEBHOOK GET TO "/hello" DO
  FOR I = 1 TO 3
    SEND WHATSAPP TO "5511999990000" WITH "Hello"
  NEXT I
END ON`,
      request: "/hello",
    },
    mend: "Look for a loop that sends more than it should. GBASIC_MAX_EFFECTS sets the limit.",
  },
  GB4217: {
    title: "Jobs that spawn jobs without end",
    means:
      "A SUB that SPAWN started may spawn others, and these again, 15 times in a row. A SUB that spawns two of itself would double its jobs each time and fill the store.",
    example: {
      kind: "situation",
      text: "SUB WORK has the line SPAWN WORK and nothing that ends this.",
    },
    mend: "Stop at a condition, do the steps in a loop, or spawn AFTER 1 MINUTE or later, which begins a new count. GBASIC_MAX_GENERATIONS sets the limit.",
  },
  GB4221: {
    title: "A message that was not sent",
    severity: "warning",
    means: "The message has no recipient or no text, so there is nothing to send. The run goes on.",
    example: {
      kind: "run",
      script: `LET PHONE$ = ""
SEND SMS TO PHONE$ WITH "It works."`,
      mended: `LET PHONE$ = ""
IF PHONE$ <> "" THEN SEND SMS TO PHONE$ WITH "It works."`,
    },
    mend: "Test the recipient and the text with IF before the SEND.",
  },
  GB4240: {
    title: "A request that is no delivery of WhatsApp",
    severity: "warning",
    means:
      "Only ON WHATSAPP handlers listen on this path, and they take what WhatsApp delivers: JSON with object: whatsapp_business_account, sent as application/json. The request was refused and is not stored. One that Meta signed is read whatever its Content-Type says, and kept where it cannot be read (GB4870).",
    example: {
      kind: "request",
      script: `ON WHATSAPP STATUS DO
  LOG GET REQUEST BODY
END ON`,
      request: "/webhooks/whatsapp -d hello=world",
    },
    mend: "Look at who sends it. To take other requests too, write an ON WEBHOOK for the path.",
  },
  GB4250: {
    title: "An event of WhatsApp on a path where its handler does not listen",
    severity: "warning",
    means:
      "Meta delivers to one path, where an ON WEBHOOK takes the messages, and ON WHATSAPP handlers listen on another, WHATSAPP_PATH. So nothing runs for the statuses, errors and other events that come with the messages. They are recorded as unhandled.",
    example: {
      kind: "situation",
      text: 'The script has ON WEBHOOK POST TO "/whatsapp" and ON WHATSAPP STATUS, and WHATSAPP_PATH is not set.',
    },
    mend: "Set WHATSAPP_PATH to the path of the ON WEBHOOK, so that both get what is theirs.",
  },
  GB4251: {
    title: "A message that WhatsApp took and did not deliver",
    means:
      "WhatsApp said yes to the message at first, and reported later that it failed, with a code and a reason. It is a dead letter now.",
    example: {
      kind: "situation",
      text: "The recipient has no WhatsApp (131026), or last wrote more than 24 hours ago (131047).",
    },
    mend: "Look at the reason, and at `gbasic jobs show` for the message. After 24 hours without a word of the recipient only a template can be sent.",
  },
  GB4222: {
    title: "A message that may have been sent or not",
    means:
      "The message was handed over, and the server ended or the connection broke before an answer came. Where WhatsApp reports a status of the message later, it counts as sent or as failed.",
    example: {
      kind: "situation",
      text: "The server is killed between the request to WhatsApp and its answer.",
    },
    mend: "Look for the message on the other side, and send it again if it is not there.",
  },
  GB4223: {
    title: "A message that came too late",
    means:
      "The service could not be reached for so long that the message would be of no use any more, so it is not sent.",
    example: {
      kind: "situation",
      text: "The mail server was down for longer than the message may wait.",
    },
    mend: "Look in the log at why the attempts failed. Send it again if it still makes sense.",
  },
  GB4231: {
    title: "A file outside the folder of the scripts",
    means:
      "A script may attach files from its own folder and the folders below. This path leads elsewhere.",
    example: {
      kind: "run",
      script: `SEND MAIL "ana@example.com", "News", "See the list.", "../prices.pdf"`,
    },
    mend: "Put the file into the folder of the script, and write its path from there.",
  },
  GB4234: {
    title: "A file that scripts do not read",
    means:
      "Names that begin with a dot are for settings and secrets, such as `.env`, and for the data folder `.gbasic`. No script reads them, nor the data folder where it has another name, nor the key in TLS_KEY, also not by another name of such a file (a hard link): a path may be made from what somebody sent. Tests refuse the same files.",
    example: {
      kind: "run",
      script: `SEND MAIL "ana@example.com", "Settings", "See the file.", ".env"`,
    },
    mend: "Put what is meant to be sent into a file with another name. What `DOWNLOAD` fetched is read with `media/` before its name.",
  },
  GB4232: {
    title: "A file that cannot be read",
    means: "There is no such file, it is a folder, or the system does not let gbasic read it.",
    example: {
      kind: "run",
      script: `SEND MAIL "ana@example.com", "News", "See the list.", "prices.pdf"`,
    },
    mend: "Look at the spelling of the path, which starts from the folder of the script.",
  },
  GB4233: {
    title: "A file that is too large",
    means:
      "The file is larger than what can go there: a mail, a call over HTTP and the answer of a mock take files of 25 MB. WhatsApp has limits of its own, which GB4645 tells of.",
    example: {
      kind: "situation",
      text: "A script attaches a video of a hundred megabytes to a mail.",
    },
    mend: "Make it smaller, or send the address of a place to get it from.",
  },
};
