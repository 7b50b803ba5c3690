/** A column name or a word for comparing: lower case, full-width forms folded, no spaces, underscores or brackets. */
export function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s_\-.:/#]+/g, '');
}
