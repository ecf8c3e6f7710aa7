/** A member of an object that gbasic gives to scripts. */
export interface ObjectMember {
  readonly name: string;
  /** As a person reads it in the manual; left out where its name says it. */
  readonly holds?: string;
  /** What is in it, or in each of its items; undefined for a text, a number or a date. */
  readonly members?: readonly ObjectMember[];
  readonly isList?: true;
  /** True where more may be in it: the far side adds to it, or the script's author made it. */
  readonly isOpen?: true;
}

/** An object that gbasic gives to scripts, such as SMS: for the checker and the manual. */
export interface KnownObject {
  /** As a script writes it. */
  readonly name: string;
  /** True for a list of such objects. */
  readonly isList?: true;
  readonly members: readonly ObjectMember[];
  /** What `gbasic help` is asked for to show them. */
  readonly help: string;
  /** Where stands what people look for under other names: `sender.name` for `name`. */
  readonly meant?: Readonly<Record<string, string>>;
}
