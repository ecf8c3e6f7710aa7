import { functionPhrases } from "../functions/phrases.ts";
import type { RegistryEntry } from "./define.ts";
import { assert } from "./errors/assert.ts";
import { getFailedMessage } from "./events/get-failed-message.ts";
import {
  onAnswer,
  onCall,
  onDialResult,
  onDigits,
  onDigitsOrSpeech,
  onRecording,
  onTranscription,
  onSpeech,
} from "./events/on-call.ts";
import { onSendFailed } from "./events/on-send-failed.ts";
import { onSms } from "./events/on-sms.ts";
import { onWebhook } from "./events/on-webhook.ts";
import { onWhatsAppError, onWhatsAppEvent, onWhatsAppMessage } from "./events/on-whatsapp.ts";
import { onWhatsAppStatus } from "./events/on-whatsapp-status.ts";
import { dial } from "./calls/dial.ts";
import { gatherDigits, gatherEither, gatherSpeech } from "./calls/gather.ts";
import { getCall } from "./calls/get-call.ts";
import { hangup, redirect, reject } from "./calls/leave-call.ts";
import { pause } from "./calls/pause.ts";
import { play, playDigits } from "./calls/play.ts";
import { record } from "./calls/record.ts";
import { say } from "./calls/say.ts";
import { sendCall } from "./calls/send-call.ts";
import { webhook } from "./events/webhook.ts";
import { getMessageHistory } from "./history/get-message-history.ts";
import { onWhatsAppKinds } from "./events/on-whatsapp-message.ts";
import { httpDownload } from "./http/download.ts";
import { httpGet } from "./http/get.ts";
import { graphql } from "./http/graphql.ts";
import { httpDelete, httpPatch, httpPost, httpPut } from "./http/send-body.ts";
import { clearHeaders, setHeader } from "./http/set-header.ts";
import { soap } from "./http/soap.ts";
import { createGetJsonPath } from "./json/get-json-path.ts";
import { parseJsonPhrase } from "./json/parse-json.ts";
import { beginMail } from "./mail/begin-mail.ts";
import { sendMail } from "./mail/send-mail.ts";
import { generateResponse } from "./model/generate-response.ts";
import { llm } from "./model/llm.ts";
import { newArray } from "./objects/new-array.ts";
import { newObject } from "./objects/new-object.ts";
import { systemPrompt } from "./model/system-prompt.ts";
import { log } from "./output/log.ts";
import { beginTalk, talk } from "./output/talk.ts";
import { print } from "./output/print.ts";
import { randomize } from "./random/randomize.ts";
import { option } from "./settings/option.ts";
import { getFormValue } from "./request/get-form-value.ts";
import { getPathValue } from "./request/get-path-value.ts";
import { getQueryValue } from "./request/get-query-value.ts";
import { getRequestBody } from "./request/get-request-body.ts";
import { getRequestHeader } from "./request/get-request-header.ts";
import { getRequestMethod } from "./request/get-request-method.ts";
import { getRequestPath } from "./request/get-request-path.ts";
import { setResponseHeader } from "./response/set-response-header.ts";
import { setResponseStatus } from "./response/set-response-status.ts";
import { downloadSmsMedia } from "./sms/download-media.ts";
import { getSms } from "./sms/get-sms.ts";
import { onCallStatus, onSmsStatus } from "./events/on-twilio-status.ts";
import { sendSms } from "./sms/send-sms.ts";
import { sendFileTo } from "./messages/send-file-to.ts";
import { sendTemplate, sendTemplateTo } from "./messages/send-template.ts";
import { talkTo } from "./messages/talk-to.ts";
import { downloadWhatsAppMedia } from "./whatsapp/download-media.ts";
import { getWhatsAppParts } from "./whatsapp/get-whatsapp.ts";
import { markWhatsAppRead } from "./whatsapp/mark-read.ts";
import { sendButtons } from "./whatsapp/send-buttons.ts";
import { sendContact, sendContacts } from "./whatsapp/send-contacts.ts";
import { sendFlow } from "./whatsapp/send-flow.ts";
import { sendLink } from "./whatsapp/send-link.ts";
import { sendList } from "./whatsapp/send-list.ts";
import { sendLocation } from "./whatsapp/send-location.ts";
import {
  sendCallRequest,
  sendContactRequest,
  sendLocationRequest,
} from "./whatsapp/send-request.ts";
import {
  sendAudio,
  sendDocument,
  sendImage,
  sendSticker,
  sendVideo,
} from "./whatsapp/send-media.ts";
import { sendAddressRequest } from "./whatsapp/send-address-request.ts";
import { sendCarousel } from "./whatsapp/send-carousel.ts";
import { sendCatalog, sendProduct, sendProducts } from "./whatsapp/send-product.ts";
import { sendReaction } from "./whatsapp/send-reaction.ts";
import { sendWhatsApp } from "./whatsapp/send-whatsapp.ts";
import { sendWhatsAppTemplate } from "./whatsapp/send-whatsapp-template.ts";

/** Every phrase of the language, by area; the only list of them. */
export const statementAreas: ReadonlyMap<string, readonly RegistryEntry[]> = new Map<
  string,
  readonly RegistryEntry[]
>([
  [
    "handlers",
    [
      onWebhook,
      webhook,
      onWhatsAppMessage,
      ...onWhatsAppKinds,
      onWhatsAppStatus,
      onWhatsAppError,
      onWhatsAppEvent,
      onCall,
      onAnswer,
      onCallStatus,
      onSmsStatus,
      onDigits,
      onSpeech,
      onDigitsOrSpeech,
      onRecording,
      onTranscription,
      onDialResult,
      onSms,
      onSendFailed,
    ],
  ],
  [
    "request",
    [
      getRequestBody,
      getRequestHeader,
      getRequestMethod,
      getRequestPath,
      getQueryValue,
      getFormValue,
      getPathValue,
    ],
  ],
  ["response", [setResponseStatus, setResponseHeader]],
  ["objects", [newObject, newArray]],
  ["json", [parseJsonPhrase, createGetJsonPath()]],
  [
    "calls over HTTP",
    [
      httpGet,
      httpPost,
      httpPut,
      httpPatch,
      httpDelete,
      httpDownload,
      setHeader,
      clearHeaders,
      graphql,
      soap,
    ],
  ],
  ["output", [print, log, talk, beginTalk]],
  ["errors", [assert]],
  [
    "messages",
    [
      ...[sendMail, sendWhatsApp, sendSms, getSms, beginMail, talkTo, sendFileTo],
      ...[sendTemplate, sendTemplateTo, getMessageHistory, getFailedMessage],
    ],
  ],
  [
    "WhatsApp",
    [
      ...[sendImage, sendVideo, sendAudio, sendDocument, sendSticker],
      ...[
        sendLocation,
        sendLocationRequest,
        sendContactRequest,
        sendCallRequest,
        sendAddressRequest,
        sendContact,
        sendContacts,
        sendReaction,
      ],
      ...[
        sendButtons,
        sendList,
        sendLink,
        sendFlow,
        sendProduct,
        sendProducts,
        sendCatalog,
        sendCarousel,
      ],
      ...[sendWhatsAppTemplate, markWhatsAppRead],
      ...getWhatsAppParts,
      downloadWhatsAppMedia,
      downloadSmsMedia,
    ],
  ],
  [
    "phone calls",
    [
      ...[say, play, playDigits, pause, gatherDigits, gatherSpeech, gatherEither],
      ...[record, dial, redirect, hangup, reject, getCall, sendCall],
    ],
  ],
  ["language model", [generateResponse, llm, systemPrompt]],
  ["random numbers", [randomize]],
  ["settings of Visual Basic", [option]],
  ["functions without brackets", functionPhrases],
]);

/** Every phrase of the language. */
export const statements: readonly RegistryEntry[] = [...statementAreas.values()].flat();
