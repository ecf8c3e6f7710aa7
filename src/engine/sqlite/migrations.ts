/**
 * The steps that bring a database to the newest form, oldest first; step n makes version n. A step
 * that was released is never changed. `dedupe_hash`, `entry_person` and `person_name`
 * are functions of ours.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- One row for each event, job, message and answered request. What waits has no finished_at.
  CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    lane TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    attempts INTEGER NOT NULL,
    -- 1 while a worker holds it.
    leased INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    first_failed_at INTEGER,
    -- Of a job that waits for the response of its run: until when it does.
    held_until INTEGER,
    parent_id TEXT,
    finished_at INTEGER,
    item TEXT
  ) STRICT;
  CREATE INDEX entry_waiting ON entry (seq) WHERE finished_at IS NULL;
  CREATE INDEX entry_finished ON entry (finished_at) WHERE finished_at IS NOT NULL;
  CREATE INDEX entry_noticed ON entry (state, finished_at)
    WHERE state IN ('dead', 'unknown', 'skipped', 'unhandled');

  CREATE TABLE dedupe_key (
    key TEXT PRIMARY KEY,
    added_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX dedupe_key_age ON dedupe_key (added_at);

  -- What a repeated synchronous request is answered with.
  CREATE TABLE response (
    id TEXT PRIMARY KEY,
    finished_at INTEGER NOT NULL,
    response TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX response_age ON response (finished_at);
  `,
  `
  -- When a person gave a failed entry a new start.
  ALTER TABLE entry ADD COLUMN retried_at INTEGER;
  -- Finds what a run made.
  CREATE INDEX entry_parent ON entry (parent_id) WHERE parent_id IS NOT NULL;

  -- What people ask of the process that uses the folder, and what it did.
  CREATE TABLE instruction (
    seq INTEGER PRIMARY KEY,
    asked_at INTEGER NOT NULL,
    instruction TEXT NOT NULL,
    outcome TEXT
  ) STRICT;
  `,
  `
  -- Ids of messages hold the numbers of people, so their hashes are kept instead.
  UPDATE dedupe_key SET key = dedupe_hash(key);
  `,
  `
  -- Of a message: what the far side reported of it last.
  ALTER TABLE entry ADD COLUMN report TEXT;
  `,
  `
  -- What runs were told from outside, so that a repeated run is told the same.
  CREATE TABLE journal (
    run_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    step INTEGER NOT NULL,
    asked TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (run_id, kind, step)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO setting (name, value) VALUES ('run_seed', lower(hex(randomblob(32))));
  `,
  `
  -- When an entry that failed was given its time to be due; from the clock of then.
  ALTER TABLE entry ADD COLUMN delayed_at INTEGER;
  `,
  `
  -- Of a message that somebody sent or was sent: in whose history it is, and the far side's id.
  ALTER TABLE entry ADD COLUMN person TEXT;
  ALTER TABLE entry ADD COLUMN message_id TEXT;
  UPDATE entry SET person = entry_person(kind, lane, item)
    WHERE kind IN ('event', 'send', 'request') AND item IS NOT NULL AND state <> 'skipped';
  CREATE INDEX entry_person ON entry (person) WHERE person IS NOT NULL;

  -- What messages said whose entries are kept no longer, or without their contents.
  CREATE TABLE past_message (
    id TEXT NOT NULL UNIQUE,
    -- That of the entry.
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    run_id TEXT,
    state TEXT NOT NULL,
    reason TEXT,
    report TEXT,
    message_id TEXT,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX past_message_person ON past_message (person, created_at);
  CREATE INDEX past_message_run ON past_message (run_id) WHERE run_id IS NOT NULL;
  CREATE INDEX past_message_age ON past_message (created_at);
  `,
  `
  -- Numbers that have two forms are known by the longer one.
  UPDATE entry SET person = person_name(person)
    WHERE person IS NOT NULL AND person <> person_name(person);
  UPDATE past_message SET person = person_name(person) WHERE person <> person_name(person);

  -- By which other names people are known, such as an id of WhatsApp beside the number.
  CREATE TABLE person_alias (alias TEXT PRIMARY KEY, person TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX person_alias_person ON person_alias (person);
  `,
  `
  -- What runs fetched and keep in the data folder, by its path there.
  CREATE TABLE kept_file (
    path TEXT PRIMARY KEY,
    run_id TEXT NOT NULL,
    -- Whose message the run was about.
    person TEXT,
    kept_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX kept_file_person ON kept_file (person) WHERE person IS NOT NULL;
  CREATE INDEX kept_file_run ON kept_file (run_id);
  CREATE INDEX kept_file_age ON kept_file (kept_at);
  `,
  `
  -- A report may name a message by the far side's id alone.
  CREATE INDEX entry_message ON entry (message_id) WHERE message_id IS NOT NULL;
  CREATE INDEX past_message_message ON past_message (message_id) WHERE message_id IS NOT NULL;
  `,
];
