-- @tables
-- The tables the files are read into. `file` counts from 0 in the order of the command line; `ident` joins a row to
-- the person it names (`seen`). `worth` ranks files that show the same attempt: how many kinds of columns about answers
-- it has; -1: only an interaction says that there was one.
create table quality_rows (code varchar, file varchar, person varchar, detail varchar);
create table seen (file integer, ident ubigint, name varchar, staff_id varchar, username varchar, email varchar,
  department varchar, staff_type varchar);
create table completion_raw (file integer, ident ubigint, activity varchar, route varchar, edition varchar, state varchar,
  finished timestamp);
create table attempt_raw (file integer, ident ubigint, attempt integer, started timestamp, last timestamp, score double,
  sco varchar, route varchar, edition varchar, passed boolean, finished timestamp, worth integer);
-- Routes that the activities of completion reports, gradebooks and settings are named for.
create table named_route (route varchar);
create table grade_raw (file integer, ident ubigint, activity varchar, route varchar, grade double);
create table people_raw (n integer, staff_id varchar, username varchar, name varchar, email varchar, department varchar,
  staff_type varchar, starts date, leaves date, standing varchar, standing_from date, standing_to date);
create table manual_raw (n integer, staff_id varchar, username varchar, email varchar, name varchar, edition varchar,
  route varchar, method varchar, verified_by varchar, finished date, used boolean);
