/** What a part of a payload is: text or a number, an object, a list, or something not looked into. */
export type Shape =
  | { readonly kind: "text"; readonly owner?: Owner }
  | { readonly kind: "any" }
  | { readonly kind: "list"; readonly item: Shape; readonly owner?: Owner }
  | ObjectShape;

/** The part of an object of gbasic's own that a shape is; undefined for a payload. */
export interface Owner {
  /** As a script writes it: `WHATSAPP.sender`. */
  readonly path: string;
  /** What `gbasic help` is asked for. */
  readonly help: string;
  /** Where stands what people look for here under other names. */
  readonly meant: ReadonlyMap<string, string>;
}

/** An object of a payload with the members that it can have. */
export interface ObjectShape {
  readonly kind: "object";
  readonly members: ReadonlyMap<string, Shape>;
  /** True where members may be added that the table does not have, as Meta does now and then. */
  readonly grows: boolean;
  readonly owner?: Owner;
}

export const text: Shape = { kind: "text" };
export const any: Shape = { kind: "any" };

/** Makes the shape of a list. */
export function list(item: Shape): Shape {
  return { kind: "list", item };
}

/** Makes the shape of an object that will have no other members. */
export function fixed(members: Readonly<Record<string, Shape>>): ObjectShape {
  return { kind: "object", members: new Map(Object.entries(members)), grows: false };
}

/** Makes the shape of an object to which members are added over time. */
export function growing(members: Readonly<Record<string, Shape>>): ObjectShape {
  return { kind: "object", members: new Map(Object.entries(members)), grows: true };
}

/** Makes a record of members that are all text or numbers. */
export function texts(names: string): Record<string, Shape> {
  return Object.fromEntries(names.split(" ").map((name) => [name, text]));
}
