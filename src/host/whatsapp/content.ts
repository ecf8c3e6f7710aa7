import type { MediaSource } from "./media.ts";

/** A value as JSON has it. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** A picture, film, sound, file or sticker; its caption is the text of the message. */
export interface MediaContent {
  readonly kind: "image" | "video" | "audio" | "document" | "sticker";
  readonly source: MediaSource;
  /** What a document is called on the phone. */
  readonly filename?: string;
  /** True for a sound that shows as a voice message. */
  readonly voice?: true;
}

/** A place on the map, in degrees. */
export interface LocationContent {
  readonly kind: "location";
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

/** People or companies, each as the Cloud API wants a contact. */
export interface ContactsContent {
  readonly kind: "contacts";
  readonly contacts: readonly JsonValue[];
}

/** An emoji on a message; an empty one takes it back. */
export interface ReactionContent {
  readonly kind: "reaction";
  readonly messageId: string;
  readonly emoji: string;
}

/** A message that Meta has approved before, with what fills its places. */
export interface TemplateContent {
  readonly kind: "template";
  readonly name: string;
  /** `pt_BR`; undefined for that of the settings. */
  readonly language?: string;
  readonly header?: Header;
  /** The places of its text, in their order or by their names. */
  readonly values?: readonly TemplateValue[];
  /** What its buttons take, in their order. */
  readonly buttons?: readonly TemplateButton[];
  /** Components as the Cloud API wants them, in place of all of these. */
  readonly components?: readonly JsonValue[];
}

/** What fills a place of a template. */
export interface TemplateValue {
  /** Undefined where places have numbers. */
  readonly name?: string;
  readonly text: string;
}

/**
 * What a button of a template takes: its payload, the end of its address, the code to copy, the token of
 * its flow, or the product that shows above its catalog.
 */
export interface TemplateButton {
  readonly subType: "quick_reply" | "url" | "copy_code" | "flow" | "catalog";
  readonly value: string;
  /** What a flow is given. */
  readonly data?: JsonValue;
  /** Its place among the buttons of the template, from 0; undefined for that in the list. */
  readonly index?: number;
}

/** What stands above the text of a message with buttons. */
export type Header =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Of the place in the header of a template; undefined where it has a number. */
      readonly name?: string;
    }
  | {
      readonly kind: "image" | "video" | "document";
      readonly source: MediaSource;
      /** What a document is called on the phone. */
      readonly filename?: string;
    };

/** What may stand around the text of a message that is more than text. */
export interface Frame {
  readonly header?: Header;
  readonly footer?: string;
}

/** A button or a row: what comes back when it is picked, and what is seen of it. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** A row of a list. */
export interface Row extends Choice {
  readonly description?: string;
}

/** Rows under a title. */
export interface Section {
  readonly title?: string;
  readonly rows: readonly Row[];
}

/** Up to three buttons under a text. */
export interface ButtonsContent extends Frame {
  readonly kind: "buttons";
  readonly buttons: readonly Choice[];
}

/** A list that opens when its button is pressed. */
export interface ListContent extends Frame {
  readonly kind: "list";
  readonly button: string;
  readonly sections: readonly Section[];
}

/** A button that opens a page. */
export interface LinkContent extends Frame {
  readonly kind: "link";
  readonly button: string;
  readonly url: string;
}

/** A button with which somebody sends a place or the own number, or allows calls. */
export interface RequestContent {
  readonly kind: "location request" | "contact request" | "call request";
}

/** A button that opens a form. */
export interface FlowContent extends Frame {
  readonly kind: "flow";
  /** Its id, which are digits, or its name. */
  readonly flow: string;
  readonly button: string;
  /** The first screen; undefined where the flow asks its own endpoint. */
  readonly screen?: string;
  readonly data?: JsonValue;
  readonly token?: string;
  readonly draft?: true;
}

/** One product of a catalog. */
export interface ProductContent extends Frame {
  readonly kind: "product";
  readonly catalog: string;
  readonly product: string;
}

/** Products under a title. */
export interface ProductSection {
  readonly title?: string;
  readonly products: readonly string[];
}

/** Several products of a catalog. */
export interface ProductsContent extends Frame {
  readonly kind: "products";
  readonly catalog: string;
  readonly sections: readonly ProductSection[];
}

/** A button that opens the catalog. */
export interface CatalogContent {
  readonly kind: "catalog";
  /** The product whose picture stands above the text. */
  readonly product: string;
  readonly footer?: string;
}

/** A picture or film with a text and something to press. */
export interface Card {
  readonly file: {
    readonly kind: "image" | "video";
    /** Its address on the web. */
    readonly link: string;
  };
  readonly text?: string;
  /** A button that opens a page. */
  readonly page?: { readonly button: string; readonly url: string };
  /** Buttons that answer. */
  readonly buttons?: readonly Choice[];
}

/** Cards side by side under a text. */
export interface CarouselContent {
  readonly kind: "carousel";
  readonly cards: readonly Card[];
}

/** Texts by the names of the fields of the form for addresses. */
export type AddressFields = Readonly<Record<string, string>>;

/** An address that is known. */
export interface SavedAddress {
  readonly id: string;
  readonly fields: AddressFields;
}

/** A button that opens a form for an address. */
export interface AddressRequestContent {
  readonly kind: "address request";
  /** What the form is filled in with. */
  readonly values?: AddressFields;
  /** What people may choose in place of filling it in. */
  readonly saved?: readonly SavedAddress[];
  /** What is wrong with fields that somebody filled in. */
  readonly errors?: AddressFields;
}

/** No message: tells the sender of one that it was read, and perhaps that an answer is written. */
export interface ReadContent {
  readonly kind: "read";
  readonly messageId: string;
  readonly typing: boolean;
}

/** What a WhatsApp message is beside its text. */
export type WhatsAppContent =
  | MediaContent
  | LocationContent
  | ContactsContent
  | ReactionContent
  | TemplateContent
  | ButtonsContent
  | ListContent
  | LinkContent
  | RequestContent
  | FlowContent
  | ProductContent
  | ProductsContent
  | CatalogContent
  | CarouselContent
  | AddressRequestContent
  | ReadContent;
