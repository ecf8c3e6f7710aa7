import type { WhatsAppEventType } from "../define-event.ts";
import { audioEvent } from "./audio.ts";
import { buttonEvent } from "./button.ts";
import { buttonReplyEvent } from "./button-reply.ts";
import { callPermissionEvent } from "./call-permission.ts";
import { contactsEvent } from "./contacts.ts";
import { documentEvent } from "./document.ts";
import { editEvent } from "./edit.ts";
import { errorEvent } from "./error.ts";
import { flowReplyEvent } from "./flow-reply.ts";
import { imageEvent } from "./image.ts";
import { listReplyEvent } from "./list-reply.ts";
import { locationEvent } from "./location.ts";
import { orderEvent } from "./order.ts";
import { reactionEvent } from "./reaction.ts";
import { revokeEvent } from "./revoke.ts";
import { statusEvent } from "./status.ts";
import { stickerEvent } from "./sticker.ts";
import { systemEvent } from "./system.ts";
import { textEvent } from "./text.ts";
import { unsupportedEvent } from "./unsupported.ts";
import { videoEvent } from "./video.ts";

/** Every type of event that can be made, in the order in which they are listed. */
export const whatsAppEvents: readonly WhatsAppEventType[] = [
  textEvent,
  imageEvent,
  audioEvent,
  videoEvent,
  documentEvent,
  stickerEvent,
  locationEvent,
  contactsEvent,
  buttonReplyEvent,
  listReplyEvent,
  flowReplyEvent,
  callPermissionEvent,
  buttonEvent,
  reactionEvent,
  orderEvent,
  systemEvent,
  unsupportedEvent,
  editEvent,
  revokeEvent,
  statusEvent,
  errorEvent,
];
