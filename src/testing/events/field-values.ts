import { testEventMessages } from "../../diagnostics/codes/test-events.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { EventError } from "./event-error.ts";
import type { EventField, OptionalField, SettledField } from "./event-field.ts";

/** What an event is told, field by field. */
export class FieldValues {
  readonly #type: string;
  readonly #given: ReadonlyMap<string, string>;

  /**
   * @param type the name of the event type
   * @param fields those that the type has
   * @param given texts by the names of the fields
   * @throws EventError GB4243 for a name that is no field
   */
  constructor(type: string, fields: readonly EventField[], given: ReadonlyMap<string, string>) {
    const names = fields.map(({ name }) => name);
    for (const name of given.keys()) {
      if (!names.includes(name)) {
        throw new EventError(testEventMessages.unknownField(type, name, suggest(name, names)));
      }
    }
    this.#type = type;
    this.#given = given;
  }

  /** @throws EventError GB4242 where it is not given, GB4244 where it has another form */
  get<T>(field: SettledField<T>): T {
    const text = this.#given.get(field.name) ?? field.standard;
    if (text === undefined) {
      const { name, meaning } = field;
      throw new EventError(testEventMessages.missingField(this.#type, name, meaning));
    }
    return this.#read(field, text);
  }

  /**
   * @returns undefined where it is not given
   * @throws EventError GB4244 where it has another form
   */
  find<T>(field: OptionalField<T>): T | undefined {
    const text = this.#given.get(field.name);
    return text === undefined ? undefined : this.#read(field, text);
  }

  #read<T>({ name, form }: SettledField<T> | OptionalField<T>, text: string): T {
    const value = form.read(text);
    if (value !== undefined) return value;
    throw new EventError(testEventMessages.wrongField(this.#type, name, text, form.expected));
  }
}
