/**
 * What WhatsApp tells of a message that was sent. Source: Meta, Cloud API, status reference; `played` is
 * of voice messages, since November 2025.
 */
export const MESSAGE_STATUSES = ["sent", "delivered", "read", "played", "failed"] as const;
