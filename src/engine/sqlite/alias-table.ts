import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { Person } from "../person.ts";

/** Pairs of which it is remembered that they are stored, so that a message costs no statement. */
const MOST_REMEMBERED = 10_000;

const nameSchema = z.object({ name: z.string() });

/** By which other names people are known whose messages named several: their number and their ids. */
export class AliasTable {
  readonly #add: StatementSync;
  readonly #names: StatementSync;
  readonly #delete: StatementSync;
  readonly #purge: StatementSync;
  readonly #stored = new Set<string>();

  constructor(database: DatabaseSync) {
    this.#add = database.prepare(
      "INSERT OR REPLACE INTO person_alias (alias, person) VALUES (?, ?)",
    );
    // The other ids of a person come by way of the number, the number's ids by way of itself.
    this.#names = database.prepare(`WITH whose (person) AS
        (SELECT ?1 UNION SELECT person FROM person_alias WHERE alias = ?1)
      SELECT person AS name FROM whose
      UNION SELECT alias FROM person_alias JOIN whose USING (person)`);
    this.#delete = database.prepare("DELETE FROM person_alias WHERE alias = ?1 OR person = ?1");
    this.#purge = database.prepare(`DELETE FROM person_alias WHERE alias IN
      (SELECT alias FROM person_alias
        WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.person IN (alias, person_alias.person))
          AND NOT EXISTS
            (SELECT 1 FROM past_message WHERE past_message.person IN (alias, person_alias.person))
        LIMIT ?)`);
  }

  /** Notes that somebody is known by further names; both in any form. */
  note(written: string, aliases: readonly string[]): void {
    const person = Person.nameOf(written);
    for (const alias of aliases.map((one) => Person.nameOf(one))) {
      const pair = JSON.stringify([alias, person]);
      if (alias === person || this.#stored.has(pair)) continue;
      if (this.#stored.size >= MOST_REMEMBERED) this.#stored.clear();
      this.#add.run(alias, person);
      this.#stored.add(pair);
    }
  }

  /** Gives all names of a person of whom one is known. @param person `Person.nameOf` */
  namesOf(person: string): string[] {
    return this.#names.all(person).map((row) => nameSchema.parse(row).name);
  }

  /** Deletes what is known of a name. */
  delete(name: string): void {
    this.#delete.run(name);
    this.#stored.clear();
  }

  /** Deletes names of people of whom no message is kept. @param most at most. @returns how many */
  purge(most: number): number {
    const purged = Number(this.#purge.run(most).changes);
    if (purged > 0) this.#stored.clear();
    return purged;
  }
}
