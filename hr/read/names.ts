/** A column's name without case, spaces and punctuation: "E-mail address" and "Email Address" are one. */
export const bare = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

/** Names under which Moodle's reports, gradebooks and staff lists hold the same thing. */
export const synonyms = {
  name: [
    'name',
    'fullname',
    'firstnamelastname',
    'firstnamesurname',
    'displayname',
    'learner',
    'employeename',
    'staffname',
  ],
  firstName: ['firstname', 'forename', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  staffId: [
    'idnumber',
    'id',
    'staffid',
    'staffnumber',
    'employeeid',
    'employeenumber',
    'personid',
    'personnelnumber',
    'payrollnumber',
    'learnerid',
  ],
  username: ['username', 'userid', 'login', 'networkid', 'user'],
  email: ['emailaddress', 'email', 'workemail', 'mail'],
  department: ['department', 'dept', 'faculty', 'directorate', 'unit', 'orgunit'],
  staffType: ['stafftype', 'type', 'employmenttype', 'contracttype', 'category', 'staffcategory', 'role'],
  start: ['startdate', 'started', 'start', 'dateofstart', 'hiredate', 'joined', 'joiningdate'],
  leave: ['leavedate', 'leavingdate', 'enddate', 'left', 'leaver', 'terminationdate', 'dateleft'],
  standing: ['exemptorpaused', 'exemption', 'exempt', 'paused', 'standing', 'exemptpaused'],
  standingFrom: ['exemptorpausedfrom', 'from', 'exemptfrom', 'pausedfrom', 'exemptionfrom', 'standingfrom'],
  standingTo: ['exemptorpausedto', 'to', 'exemptto', 'pausedto', 'exemptionto', 'until', 'standingto'],
  edition: ['edition', 'policyedition', 'policyversion'],
  route: ['route', 'course', 'training'],
  method: ['method', 'how', 'format', 'type'],
  verifiedBy: ['verifiedby', 'verified', 'confirmedby', 'signedoffby', 'checkedby'],
  date: ['date', 'completed', 'completedon', 'dateofcompletion', 'completiondate'],
} as const;

/** A meaning a column may have. */
export type Meaning = keyof typeof synonyms;

/**
 * The column of a meaning, or null. A name the settings give comes first, then the order of the synonyms.
 */
export function columnOf(header: readonly string[], meaning: Meaning, named?: string): number | null {
  const names = header.map(bare);
  const wanted: readonly string[] = named === undefined ? synonyms[meaning] : [bare(named)];
  for (const name of wanted) {
    const at = names.indexOf(name);
    if (at >= 0) return at;
  }
  return null;
}
