import type { KnownObject, ObjectMember } from "../../host/known-object.ts";
import { any, type Owner, type Shape } from "./payload-shape.ts";

/** Says of an object that gbasic gives to scripts what can be read of it. */
export function shapeOfKnownObject(object: KnownObject): Shape {
  const { name, help, meant = {}, ...about } = object;
  return shapeOf({ name, ...about }, { path: name, help, meant: new Map(Object.entries(meant)) });
}

function shapeOf({ members, isList, isOpen }: ObjectMember, owner: Owner): Shape {
  const grows = isOpen === true;
  if (isList === true) {
    const item = { members: members ?? [], name: "", ...(grows ? { isOpen: true as const } : {}) };
    const inside =
      members === undefined ? any : shapeOf(item, { ...owner, path: `${owner.path}[0]` });
    return { kind: "list", item: inside, owner };
  }
  if (members === undefined) return grows ? any : { kind: "text", owner };
  const shapes = members.map((member): [string, Shape] => [
    member.name,
    shapeOf(member, within(owner, `.${member.name}`)),
  ]);
  return { kind: "object", members: new Map(shapes), grows, owner };
}

function within({ path, help }: Owner, step: string): Owner {
  return { path: path + step, help, meant: new Map() };
}
