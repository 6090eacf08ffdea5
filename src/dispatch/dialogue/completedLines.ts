/** What may join a record to the sentence before it. */
const joints = [' of ', ' to ', ' for ', ' on ', ' ']

/**
 * Completes a sentence with the record that it leaves out, in each way in which people name it: `who said no` becomes
 * `who said no to M1`. Undefined for a slash command, a single word, and a sentence that names a record.
 */
export function completedLines(text: string): ((record: string) => readonly string[]) | undefined {
  const sentence = text
    .trim()
    .replace(/[.!?]{1,3}$/, '')
    .replace(/ (?:so far|yet|already|now|please|pls)$/i, '')
  const named = /(?<![\p{L}\p{Nd}])\p{L}{1,3}\p{Nd}{1,9}(?![\p{L}\p{Nd}])/u
  // What is sent to a meeting is a colleague.
  if (/^(?:[/\\]|send )/i.test(sentence) || !/\S\s\S/.test(sentence) || named.test(sentence)) return undefined
  return (record) => joints.map((joint) => `${sentence}${joint}${record}`)
}
