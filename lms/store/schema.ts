/**
 * Tables of the embedded LMS. An attempt is one person on one activity (route and standard); a launch carries the
 * token; a session is one load of the player. Times are milliseconds since 1970.
 */
export const schema = `
create table if not exists attempts (
  id integer primary key,
  username text not null,
  activity text not null,
  number integer not null,
  started_at integer not null,
  last_at integer not null,
  passed_at integer,
  unique (username, activity, number)
) strict;

create table if not exists record (
  attempt_id integer not null references attempts (id) on delete cascade,
  element text not null,
  value text not null,
  session_id integer not null,
  sequence integer not null,
  primary key (attempt_id, element)
) strict, without rowid;

create table if not exists launches (
  token text primary key,
  attempt_id integer not null references attempts (id) on delete cascade,
  created_at integer not null
) strict, without rowid;

create table if not exists sessions (
  id integer primary key,
  token text not null references launches (token) on delete cascade,
  attempt_id integer not null references attempts (id) on delete cascade,
  package text not null,
  mode text not null,
  entry text not null,
  begun_at integer not null,
  finished_at integer,
  finish_sequence integer,
  session_time text,
  calls text not null default '{}'
) strict;

create table if not exists commits (
  id integer primary key,
  session_id integer not null references sessions (id) on delete cascade,
  sequence integer not null,
  at integer not null,
  finish integer not null,
  elements integer not null,
  bytes integer not null
) strict;

create table if not exists flags (
  id integer primary key,
  attempt_id integer not null references attempts (id) on delete cascade,
  session_id integer not null,
  at integer not null,
  kind text not null,
  element text not null,
  was text not null,
  became text not null
) strict;

create index if not exists launches_by_attempt on launches (attempt_id);
create index if not exists sessions_by_attempt on sessions (attempt_id);
create index if not exists commits_by_session on commits (session_id);
create index if not exists flags_by_attempt on flags (attempt_id);
`;
