import { UserError } from '../../errors.ts'
import { respelt } from '../words/vocabulary.ts'
import { type Token, tokenize } from './token.ts'

/** A typed text with one space between words and without invisible signs. Raises `UserError` past 200 characters. */
export function tidy(text: string): string {
  if (text.length > 1000) throw tooLong(text.length)
  const plain = text
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= 200) return oneWord(plain)
  throw tooLong(plain.length)
}

/** Sayings of several words as the one word or number that says the same. */
function oneWord(text: string): string {
  return text
    .replace(/\b(?:close|end) of (?:business|play)\b/gi, 'COB')
    .replace(/\bend of (?:the )?day\b/gi, 'EOD')
    .replace(/\b(?:a )?quarter of an hour\b/gi, '15 minutes')
    .replace(/\bthree quarters of an hour\b/gi, '45 minutes')
    .replace(/(?:^|\s)(?:in )?my (?:own )?time(?:zone)?$/i, '')
    .replace(/ @ ?(?=\d)/g, ' at ')
    .replace(/(?:^|\s)(?:a las?|às) (?=\d)/giu, ' at ')
    .replace(/(?<=\p{L}\.? )['’](?=\d\d(?:\D|$))/gu, '20')
    .replace(/(?:^|\s)(?:sharp|around|about|approximately|roughly|~)(?=\s|$|\d)/gi, ' ')
    .replace(/~(?=\d)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
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
