const segment = /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*$/;

/** File names that survive every LMS, file system and web server: ASCII, lower case, short, unique, no `.mjs`. */
export function checkNames(paths: readonly string[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    if (!path.split('/').every((s) => segment.test(s)))
      problems.push(`${path}: use only a-z, 0-9, "-", "_" and "." in file names, starting with a letter or digit.`);
    if (path.length > 120) problems.push(`${path}: the path is longer than 120 characters; shorten it.`);
    if (path.endsWith('.mjs')) problems.push(`${path}: Moodle serves .mjs as plain text; name it .js.`);
    if (seen.has(path.toLowerCase())) problems.push(`${path}: another file has the same name but for capitals.`);
    seen.add(path.toLowerCase());
  }
  return problems;
}
