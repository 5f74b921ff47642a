/** Date formats by name; the order is the order of trial, the commonest in large files first. Moodle's are those of its English packs. */
export const dateFormats = {
  words: ['%A, %d %B %Y, %I:%M %p', '%A, %d %B %Y, %H:%M', '%A, %d %B %Y', '%d %B %Y, %I:%M %p', '%d %B %Y'],
  'words, month first': ['%A, %B %d, %Y, %I:%M %p', '%A, %B %d, %Y', '%B %d, %Y'],
  // Two digits of a year come first: %Y would read 28 as the year 28.
  'day/month/year': [
    '%d/%m/%y',
    '%d/%m/%Y',
    '%d/%m/%y %H:%M',
    '%d/%m/%Y %H:%M',
    '%d/%m/%Y %H:%M:%S',
    '%d.%m.%y',
    '%d.%m.%Y',
    '%d-%m-%Y',
  ],
  iso: ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M:%SZ', '%Y/%m/%d'],
  'short words': ['%d %b %Y', '%d-%b-%Y', '%d-%b-%y'],
} as const;

/** Only tried for a file in which no day-first reading is possible. */
export const monthFirst = ['%m/%d/%y', '%m/%d/%Y', '%m/%d/%y %H:%M', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S'] as const;

const list = (formats: readonly string[]) => `[${formats.map((f) => `'${f}'`).join(', ')}]`;
/**
 * tidy: one space, no odd spaces (newer PHP puts a narrow one before AM), empty and "-" as null.
 * plain: Moodle's HTML escaping of text turned back.
 * when_said: a date or time of any known format, from 1950 on. format_of: which family of formats, without reading it.
 * Both take a tidied text. A macro is copied wherever its argument stands in another: each stands as seldom as can be.
 * safe: a text that no spreadsheet takes for a formula (OWASP, CSV injection).
 */
export const macros = `
create macro one_space(t) as trim(case when regexp_matches(t, '  |[\\t\\n\\r\\x{00a0}\\x{202f}\\x{feff}]')
  then regexp_replace(t, '[\\s\\x{00a0}\\x{202f}\\x{feff}]+', ' ', 'g') else t end);
create macro tidy(t) as case when one_space(t) not in ('', '-') then one_space(t) end;
create macro plain(t) as case when contains(t, '&') then replace(replace(replace(replace(replace(replace(t,
  '&quot;', '"'), '&#039;', ''''), '&#39;', ''''), '&lt;', '<'), '&gt;', '>'), '&amp;', '&') else t end;
create macro sane(d) as case when year(d) >= 1950 then d end;
create macro when_said(t) as sane(try_strptime(t, ${list(Object.values(dateFormats).flat())}));
create macro when_us(t) as sane(try_strptime(t, ${list(monthFirst)}));
create macro format_of(t) as case when t is null then null
  when regexp_matches(t, '^\\d{4}-') then 'year-month-day' when contains(t, '/') then 'with slashes'
  when regexp_matches(t, '^\\d+\\.') then 'with dots' when regexp_matches(t, '^\\d+$') then 'as numbers' else 'in words' end;
create macro is_formula(t) as regexp_matches(t, '^[\\s\\x{00a0}\\x{202f}]*[=+@\\x{2212}\\-\\t\\r\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}]');
create macro safe(t) as case when is_formula(t) then '''' || regexp_replace(t, '[\\r\\n\\t]+', ' ', 'g')
  else regexp_replace(t, '[\\r\\n\\t]+', ' ', 'g') end;
`;
