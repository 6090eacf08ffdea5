/** Any one of some words or forms, of which a comma stands between two. */
export function anyOf(words: string): string {
  return `(?:${words.split(', ').join('|')})`
}

/** How somebody is addressed. */
export const salutation = anyOf(
  'dear, hi, hello, hey, good (?:morning|afternoon|evening|day), greetings, chers?, chères?, bonjour, estimad[oa]s?, hola, buen(?:os|as) (?:días|tardes), (?:sehr geehrte|liebe)[rs]?, guten (?:tag|morgen), hallo, добрый день, здравствуйте, уважаем(?:ые|ый|ая), مرحبا, السلام عليكم, 您好, 大家好',
)

/** Those whom a message is for, where they are not named. */
export const everybody = anyOf(
  'colleagues, all, team, everyone, everybody, friends, folks, both, colegas, compañer[oa]s, chers collègues',
)

/** Politeness before an order. */
export const please = anyOf('please, pls, plz, kindly')

/** What somebody sends, as they announce it. */
export const input = anyOf(
  'inputs?, contributions?, updates?, items?, news, submissions?, entry, entries, texts?',
)

/** The same in French, Spanish and Portuguese. */
export const inputAbroad = anyOf(
  'contributions?, contribución, contribuciones, contribuição, contribuições, actualización, textos?, informações, información, notícias?, aportes?, texte, texto, apports?, notas?, notes?, informaci[oó]n, nouvelles?, novedad(?:es)?, noticias?',
)

/** Whose it is, or which one. */
export const whose = anyOf('our, the, my, a, an, some, their')

/** What is done with an item in the newsletter. */
export const printed = anyOf('add, include, insert, publish, print, post, share')

/** A number of items: “our 2 inputs”. */
export const few = '(?:\\d{1,2} )?'

/** Where an announcement ends. */
export const ends = '(?:[.:!;–—👇⬇]\\ufe0f? ?|$)'
