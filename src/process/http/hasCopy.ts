/**
 * Whether somebody who asks has a page as it stands, by the tags that they name: several, any, or one that a server
 * before this has marked as weak since it compresses.
 */
export function hasCopy(named: string | undefined, tag: string): boolean {
  if (named === undefined) return false
  return named
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === tag || one === '*')
}
