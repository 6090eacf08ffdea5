import { UserError } from '../../errors.ts'
import { withoutAbout } from '../phrases/vague/approximate.ts'
import { respelt } from '../words/vocabulary.ts'
import { clocksInDigits } from './clocks/spokenClocks.ts'
import { inOneWord } from './sayings.ts'
import { type Token, tokenize } from './token.ts'

/** A typed text with one space between words and without invisible signs. Raises `UserError` past 200 characters. */
export function tidy(text: string, kind: 'time' | 'length' = 'time'): string {
  if (text.length > 1000) throw tooLong(text.length)
  const plain = text
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= 200) {
    const exact = withoutAbout(plain)
    return inOneWord(kind === 'length' ? exact : clocksInDigits(exact))
  }
  throw tooLong(plain.length)
}

function tooLong(length: number): UserError {
  return new UserError(`That has ${length.toLocaleString('en')} characters; here at most 200 can be read.`)
}

/** A date has fewer words than these; each is compared with all that are known. */
const mostWords = 12

/** The tokens of a text with words put right that differ by one letter from the word meant; undefined where none does. */
export function respelled(text: string): readonly Token[] | undefined {
  const tokens = tokenize(text)
  const words = new Set(tokens.filter(({ kind }) => kind === 'word').map((token) => token.text))
  if (words.size > mostWords) return undefined
  const better = tokens.map((token) => {
    const word = token.kind === 'word' ? respelt(token.text) : undefined
    return word === undefined ? token : { ...token, text: word }
  })
  return better.some((token, at) => token !== tokens[at]) ? better : undefined
}
