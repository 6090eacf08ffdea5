/** The words that stand before what a sentence is about; none of them where it stands alone. */
const joints = [' of ', ' to ', ' for ', ' on ', ' ']

/**
 * A sentence with the record that it leaves out, in each place where people name it: `who said no` of M1 is `who said no
 * to M1`. None for a slash command, for a single word, and for one that names a record.
 */
export function completedLines(text: string): ((record: string) => readonly string[]) | undefined {
  const sentence = text.trim().replace(/[.!?]{1,3}$/, '')
  const named = /(?<![\p{L}\p{Nd}])\p{L}{1,3}\p{Nd}{1,9}(?![\p{L}\p{Nd}])/u
  // What is sent to a meeting is a colleague.
  if (/^(?:[/\\]|send )/i.test(sentence) || !/\S\s\S/.test(sentence) || named.test(sentence)) return undefined
  return (record) => joints.map((joint) => `${sentence}${joint}${record}`)
}
