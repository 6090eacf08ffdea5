/** Words for one deed, of which each feature has one. */
const verbs = [
  'add create new make open schedule post',
  'remove delete cancel withdraw retire drop erase stop',
  'accept approve ok',
  'return reject refuse decline',
  'edit change modify amend alter',
  'list all',
  'show view see display get read',
  'find search look lookup',
  'restore undelete uncancel reopen',
].map((words) => words.split(' '))

/** Those of the known words that say the same as a verb that is not among them: `delete` for `withdraw`. */
export function sameVerb(word: string, known: readonly string[]): readonly string[] {
  const same = verbs.find((words) => words.includes(word)) ?? []
  return same.filter((one) => one !== word && known.includes(one))
}
