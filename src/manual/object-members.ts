import type { KnownObject, ObjectMember } from "../host/known-object.ts";
import type { ManualMember, ManualObject } from "./entry.ts";

/** Says what members hold, with what is in them: `address`, `number`: who wrote. */
export function manualMembers(members: readonly ObjectMember[]): readonly ManualMember[] {
  return members.map(({ name, holds, members: inner = [] }) => {
    const names = inner.map((one) => `\`${one.name}\``).join(", ");
    const texts = [names, holds ?? ""].filter((text) => text !== "");
    return { name, holds: texts.join(": ") };
  });
}

/** Says what is in an object that comes with an entry. */
export function objectIn(object: KnownObject | undefined): ManualObject | undefined {
  return object && { name: object.name, members: manualMembers(object.members) };
}
