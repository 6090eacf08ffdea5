import { withoutBullet } from '../signs.ts'
import { shortestItem } from './subBullets.ts'

/**
 * Lines without bullets. The bullets of a list that is one item are parted by the signs of a sentence and follow what leads
 * to them: `UNODC met` above `• judges` and `• police` is `UNODC met: judges, police`.
 */
export function listAsSentence(lines: readonly string[]): readonly string[] {
  const read = lines.map((line) => ({ ...withoutBullet(line), isEmpty: line.trim() === '' }))
  const isListLast = read.findLast(({ isEmpty }) => !isEmpty)?.bulleted === true
  const result: string[] = []
  read.forEach(({ text, bulleted, isEmpty }, at) => {
    const next = read.slice(at + 1, at + 3).find((line) => !line.isEmpty)
    const ends = /[\p{L}\p{Nd})]$/u.test(text.trimEnd())
    const isParted = bulleted && next?.bulleted === true && ends
    const written = isParted ? `${text.trimEnd()}${text.length < shortestItem ? ',' : ';'}` : text
    const before = result.at(-1) ?? ''
    const isFirst = bulleted && at > 0 && !read[at - 1]?.bulleted && before.trim() !== ''
    if (!isFirst || isEmpty) result.push(written)
    else
      result[result.length - 1] =
        `${before.trimEnd()}${isListLast && /[\p{L}\p{Nd})]$/u.test(before.trimEnd()) ? ':' : ''} ${written.trim()}`
  })
  return result
}
