import type { Explanation, Explanations } from "../explanation.ts";
import { channelExplanations } from "./channels.ts";
import { commandExplanations } from "./commands.ts";
import { commandLineExplanations } from "./command-line.ts";
import { configurationExplanations } from "./configuration.ts";
import { coverageExplanations } from "./coverage.ts";
import { doctorExplanations, doctorWebhookExplanations } from "./doctor.ts";
import { constantExplanations } from "./constants.ts";
import { doubleExplanations } from "./doubles.ts";
import { engineExplanations } from "./engine.ts";
import { formattingExplanations } from "./formatting.ts";
import { eventExplanations } from "./events.ts";
import { functionExplanations } from "./functions.ts";
import { errorExplanations } from "./errors.ts";
import { historyExplanations } from "./history.ts";
import { twilioPathExplanations } from "./twilio-paths.ts";
import { twilioAnswerExplanations } from "./twilio-answers.ts";
import { twimlAttributeExplanations } from "./twiml-attributes.ts";
import { uploadExplanations } from "./upload.ts";
import { httpExplanations } from "./http.ts";
import { ignoreExplanations } from "./ignores.ts";
import { includeExplanations } from "./includes.ts";
import { jumpExplanations } from "./jumps.ts";
import { lintExplanations } from "./lints.ts";
import { mailTemplateExplanations } from "./mail-templates.ts";
import { knownObjectExplanations } from "./known-objects.ts";
import { mediaExplanations } from "./media.ts";
import { lostPartExplanations } from "./lost-parts.ts";
import { sentFileExplanations } from "./sent-files.ts";
import { nameExplanations } from "./names.ts";
import { newProjectExplanations } from "./new-project.ts";
import { phraseExplanations } from "./phrases.ts";
import { phoneCallExplanations } from "./phone-calls.ts";
import { phoneCheckExplanations } from "./phone-checks.ts";
import { recordingExplanations } from "./recording.ts";
import { providerSettingExplanations } from "./provider-settings.ts";
import { providerExplanations } from "./providers.ts";
import { riskySettingExplanations } from "./risky-settings.ts";
import { responseExplanations } from "./response.ts";
import { runExplanations } from "./run.ts";
import { sendExplanations } from "./send.ts";
import { serverExplanations } from "./server.ts";
import { statementExplanations } from "./statements.ts";
import { storeExplanations } from "./store.ts";
import { syntaxExplanations } from "./syntax.ts";
import { testCallExplanations } from "./test-calls.ts";
import { testDialExplanations } from "./test-dials.ts";
import { testRecordingExplanations } from "./test-recordings.ts";
import { testSettingExplanations } from "./test-settings.ts";
import { testEventExplanations } from "./test-events.ts";
import { testLanguageExplanations } from "./test-language.ts";
import { bedExplanations } from "./test-library.ts";
import { testingExplanations } from "./testing.ts";
import { textBlockExplanations } from "./text-blocks.ts";
import { whatsAppExplanations } from "./whatsapp.ts";
import { webhooksExplanations } from "./webhooks.ts";
import { oncePerExplanations } from "./once-per.ts";
import { signingExplanations } from "./signing.ts";
import { admissionExplanations } from "./admission.ts";
import { signatureSettingExplanations } from "./signature-settings.ts";
import { addressExplanations } from "./address-requests.ts";
import { carouselExplanations } from "./carousel.ts";
import { twilioCheckExplanations, twilioWhatsAppExplanations } from "./twilio-whatsapp.ts";
import { valueExplanations } from "./values.ts";

/** The explanations of one table of codes, which are one page of the manual. */
export interface ExplanationArea {
  /** The name of the table's file and of the page: `lints`. */
  readonly name: string;
  readonly title: string;
  readonly explanations: Explanations;
}

/** Every diagnostic that the manual explains, in the order of the codes. */
export const explanationAreas: readonly ExplanationArea[] = [
  { name: "syntax", title: "How something is written", explanations: syntaxExplanations },
  { name: "text-blocks", title: "Blocks of text", explanations: textBlockExplanations },
  { name: "names", title: "Names, calls and flow", explanations: nameExplanations },
  { name: "phrases", title: "How a phrase goes on", explanations: phraseExplanations },
  { name: "constants", title: "CONST", explanations: constantExplanations },
  { name: "includes", title: "INCLUDE", explanations: includeExplanations },
  {
    name: "commands",
    title: "Statements that gbasic does not provide",
    explanations: commandExplanations,
  },
  { name: "errors", title: "Errors that scripts raise and catch", explanations: errorExplanations },
  { name: "jumps", title: "Labels and jumps", explanations: jumpExplanations },
  { name: "events", title: "Handlers of WhatsApp events", explanations: eventExplanations },
  { name: "signing", title: "Who may call a handler", explanations: signingExplanations },
  { name: "once-per", title: "Deliveries that come again", explanations: oncePerExplanations },
  { name: "webhooks", title: "Webhooks by name", explanations: webhooksExplanations },
  { name: "lints", title: "What is most likely not meant", explanations: lintExplanations },
  { name: "ignores", title: "Comments that ignore warnings", explanations: ignoreExplanations },
  { name: "values", title: "Values while running", explanations: valueExplanations },
  { name: "functions", title: "Arguments of functions", explanations: functionExplanations },
  { name: "run", title: "Limits, loops and lists", explanations: runExplanations },
  { name: "history", title: "Message histories", explanations: historyExplanations },
  { name: "response", title: "Requests and responses", explanations: responseExplanations },
  {
    name: "phone-calls",
    title: "Phone calls and SMS through Twilio",
    explanations: {
      ...phoneCheckExplanations,
      ...phoneCallExplanations,
      ...twilioAnswerExplanations,
      ...twimlAttributeExplanations,
      ...twilioPathExplanations,
    },
  },
  {
    name: "statements",
    title: "Handlers, paths and messages",
    explanations: statementExplanations,
  },
  { name: "mail-templates", title: "Templates of mails", explanations: mailTemplateExplanations },
  { name: "command-line", title: "The command line", explanations: commandLineExplanations },
  { name: "channels", title: "Channels and the language model", explanations: channelExplanations },
  {
    name: "whatsapp",
    title: "WhatsApp messages",
    explanations: { ...whatsAppExplanations, ...carouselExplanations, ...addressExplanations },
  },
  {
    name: "known-objects",
    title: "Objects that gbasic gives to scripts",
    explanations: knownObjectExplanations,
  },
  { name: "media", title: "Files that people send", explanations: mediaExplanations },
  {
    name: "sent-files",
    title: "Files that messages take along",
    explanations: sentFileExplanations,
  },
  {
    name: "lost-parts",
    title: "Messages and parts of them that would get lost",
    explanations: lostPartExplanations,
  },
  {
    name: "http",
    title: "Calls over HTTP",
    explanations: { ...httpExplanations, ...uploadExplanations },
  },
  { name: "server", title: "The server", explanations: serverExplanations },
  {
    name: "admission",
    title: "Requests that are turned away",
    explanations: admissionExplanations,
  },
  { name: "testing", title: "Tests of scripts", explanations: testingExplanations },
  {
    name: "test-language",
    title: "Tests that prove nothing",
    explanations: testLanguageExplanations,
  },
  {
    name: "test-calls",
    title: "Calls of tests",
    explanations: {
      ...testCallExplanations,
      ...testRecordingExplanations,
      ...testDialExplanations,
    },
  },
  {
    name: "test-settings",
    title: "Settings of tests",
    explanations: testSettingExplanations,
  },
  {
    name: "test-events",
    title: "Events that are made for tests",
    explanations: testEventExplanations,
  },
  { name: "engine", title: "Runs, jobs and the outbox", explanations: engineExplanations },
  { name: "store", title: "The data folder", explanations: storeExplanations },
  { name: "send", title: "gbasic send and gbasic call", explanations: sendExplanations },
  { name: "configuration", title: "Settings", explanations: configurationExplanations },
  {
    name: "signature-settings",
    title: "Secrets that scripts name",
    explanations: signatureSettingExplanations,
  },
  {
    name: "providers",
    title: "What services that pass WhatsApp on cannot send",
    explanations: providerExplanations,
  },
  {
    name: "twilio-whatsapp",
    title: "WhatsApp through Twilio",
    explanations: { ...twilioCheckExplanations, ...twilioWhatsAppExplanations },
  },
  {
    name: "provider-settings",
    title: "Services that pass WhatsApp on",
    explanations: providerSettingExplanations,
  },
  {
    name: "risky-settings",
    title: "Settings that open more than is meant",
    explanations: riskySettingExplanations,
  },
  {
    name: "doctor",
    title: "gbasic doctor",
    explanations: { ...doctorExplanations, ...doctorWebhookExplanations },
  },
  { name: "formatting", title: "gbasic fmt", explanations: formattingExplanations },
  { name: "test-library", title: "Tests in TypeScript", explanations: bedExplanations },
  {
    name: "doubles",
    title: "SUBs and FUNCTIONs that tests replace",
    explanations: doubleExplanations,
  },
  { name: "recording", title: "Recorded calls", explanations: recordingExplanations },
  { name: "coverage", title: "Coverage of tests", explanations: coverageExplanations },
  { name: "new-project", title: "gbasic new", explanations: newProjectExplanations },
];

const byCode = new Map<
  string,
  { readonly area: ExplanationArea; readonly explanation: Explanation }
>(
  explanationAreas.flatMap((area) =>
    Object.entries(area.explanations).map(([code, explanation]) => [code, { area, explanation }]),
  ),
);

/** Every code that has an explanation. */
export const explainedCodes: readonly string[] = [...byCode.keys()];

/**
 * Finds what the manual says of a code.
 * @param code upper case: `GB2101`
 */
export function findExplanation(code: string): Explanation | undefined {
  return byCode.get(code)?.explanation;
}

/** Names in a few words what a code is about. */
export function explanationTitle(code: string): string | undefined {
  return findExplanation(code)?.title;
}

/** Names the page of a code, from the folder of the manual: `names.md#gb2101`. */
export function pageOf(code: string): string | undefined {
  const area = byCode.get(code)?.area;
  return area === undefined ? undefined : `${area.name}.md#${code.toLowerCase()}`;
}
