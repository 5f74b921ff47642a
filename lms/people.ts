/** A sample learner. All are invented. */
export interface Person {
  /** Staff number. */
  readonly id: string;
  /** What a module is given as learner id, as Moodle does. */
  readonly username: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly department: string;
  readonly staffType: string;
}

const person = (id: string, username: string, first: string, last: string, department: string, staffType: string) => ({
  id,
  username,
  first,
  last,
  email: `${username}@staff.example`,
  department,
  staffType,
});

/** The people in whose name the module can be launched: several kinds of staff, and names that test a record. */
export const people: readonly Person[] = [
  person('10001', 'pnair', 'Priya', 'Nair', 'Library', 'Professional services'),
  person('10002', 'tzielinski', 'Tomasz', 'Zieliński', 'Natural Sciences', 'Lecturer'),
  person('10003', 'coneill', 'Chloë', 'O’Neill-Müller', 'School of Art', 'Technician'),
  person('10004', 'kboateng', 'Kwame', 'Boateng', 'Student Recruitment', 'Student ambassador'),
  person('10005', 'falhassan', 'Fatima', 'al-Hassan', 'Estates', 'Agency worker'),
  person('10006', 'sprys', 'Siân', 'Prys-Jones', 'Outreach', 'Volunteer'),
  person('10007', 'wli', 'Wěi', 'Lǐ', 'Computing', 'Visiting researcher'),
  person('10008', 'mokafor', 'Margaret', 'Okafor', 'Student Services', 'Head of department'),
];

/** The sample learner of that username, or undefined. */
export const findPerson = (username: string) => people.find((p) => p.username === username);

/** "First Last", as Moodle gives it to a module (the standards say "Last, First"). */
export const fullName = (p: Person) => `${p.first} ${p.last}`;
