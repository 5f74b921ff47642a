-- @macros
-- A macro is copied wherever its argument stands in another: each argument stands as seldom as can be.

-- One space, no odd spaces (newer PHP puts a narrow one before AM).
create macro one_space(t) as trim(case when regexp_matches(t, '  |[\t\n\r\x{00a0}\x{202f}\x{feff}]')
  then regexp_replace(t, '[\s\x{00a0}\x{202f}\x{feff}]+', ' ', 'g') else t end);

-- Moodle's HTML escaping of text turned back.
create macro plain(t) as case when contains(t, '&') then replace(replace(replace(replace(replace(replace(t,
  '&quot;', '"'), '&#039;', ''''), '&#39;', ''''), '&lt;', '<'), '&gt;', '>'), '&amp;', '&') else t end;

-- Whether an answer is right. Of a post to write there may be several right ones, one after another, each of which begins
-- with its first place.
create macro fits(response, pattern) as case when starts_with(response, 'a.')
  then contains(concat(',', pattern, ',a.'), concat(',', response, ',a.')) and pattern is not null else response = pattern end;

create macro sane(d) as case when year(d) >= 1950 then d end;

-- A date or time of any known format, from 1950 on, of a tidied text. The order is the order of trial, the commonest in
-- large files first; Moodle's are those of its English packs.
create macro when_said(t) as sane(try_strptime(t, [
  -- in words
  '%A, %d %B %Y, %I:%M %p', '%A, %d %B %Y, %H:%M', '%A, %d %B %Y', '%d %B %Y, %I:%M %p', '%d %B %Y',
  -- in words, month first
  '%A, %B %d, %Y, %I:%M %p', '%A, %B %d, %Y', '%B %d, %Y',
  -- day/month/year; two digits of a year come first: %Y would read 28 as the year 28
  '%d/%m/%y', '%d/%m/%Y', '%d/%m/%y %H:%M', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d.%m.%y', '%d.%m.%Y', '%d-%m-%Y',
  -- ISO
  '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M:%SZ', '%Y/%m/%d',
  -- short words
  '%d %b %Y', '%d-%b-%Y', '%d-%b-%y'
]));

-- The same with the month first: only tried for a file in which no day-first reading is possible.
create macro when_us(t) as sane(try_strptime(t, [
  '%m/%d/%y', '%m/%d/%Y', '%m/%d/%y %H:%M', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S'
]));

-- Which family of formats a tidied text is of, without reading it.
create macro format_of(t) as case when t is null then null
  when regexp_matches(t, '^\d{4}-') then 'year-month-day' when contains(t, '/') then 'with slashes'
  when regexp_matches(t, '^\d+\.') then 'with dots' when regexp_matches(t, '^\d+$') then 'as numbers' else 'in words' end;

-- A text on one line. A look for three letters is cheaper than a pattern.
create macro one_line(t) as case when contains(t, chr(10)) or contains(t, chr(13)) or contains(t, chr(9))
  then regexp_replace(t, '[\r\n\t]+', ' ', 'g') else t end;

-- Whether a spreadsheet takes a text for a formula (OWASP, CSV injection), and the text made safe from that. Most begin
-- with a letter or a digit, which needs no pattern.
create macro is_formula(t) as case when (t >= '0' and t < ':') or (t >= 'A' and t < '[') or (t >= 'a' and t < '{') then false
  else regexp_matches(t, '^[\s\x{00a0}\x{202f}]*[=+@\x{2212}\-\t\r\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]') end;
create macro safe(t) as case when is_formula(t) then '''' || one_line(t) else one_line(t) end;
