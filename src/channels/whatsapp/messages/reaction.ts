import type { ContactsContent, ReactionContent } from "../../../host/whatsapp/content.ts";
import type { JsonObject } from "./json.ts";

/** Source: Meta, "Reaction messages" (…/whatsapp/messages/reaction-messages). */
export function reactionBody({ messageId, emoji }: ReactionContent): JsonObject {
  return { type: "reaction", reaction: { message_id: messageId, emoji } };
}

/** Source: Meta, "Contacts messages" (…/whatsapp/messages/contacts-messages). */
export function contactsBody({ contacts }: ContactsContent): JsonObject {
  return { type: "contacts", contacts };
}
