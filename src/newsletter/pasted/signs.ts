/**
 * A text as it is worked on: whole characters, one kind of space, no sign that shows nothing. Joiners stay, since emoji
 * and some scripts need them.
 */
export function plainSigns(typed: string): string {
  return (
    typed
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      .replace(/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g, '')
      // Joiners hold scripts and emoji together, and do nothing beside Latin letters, signs and spaces.
      .replace(/(?<=[\x20-\x7e])[\u200c\u200d]|[\u200c\u200d](?=[\x20-\x7e])/g, '')
      .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
  )
}

const bullets = '•◦▪▫■□●○‣⁃·∙➢➤►▶➡✓✔✅☑☐👉🔹🔸◆◇★*+-–—'

/** `1.`, `(2)`, `3 -`, `#4`, `5/`, `1.2.`, `a)`, `a.`, `iv.`, `(ii)`, `Item 1:`, `1-UNODC`, `一、`, `1、` and a keycap; a capital before a dot is somebody's name. */
const numbers =
  /^(?:\d\ufe0f?\u20e3|\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){1,3}[.)]|\(?\p{Nd}{1,2}[.)]|\p{Nd}{1,2}(?:\/| ?[-–])(?= +[\p{Lu}\p{Lo}])|#\p{Nd}{1,2}[.:)]?(?= +[\p{Lu}\p{Lo}])|\(?[a-zA-Z]\)|[a-h]\.|\(?[ivxIVX]{1,4}[.)]|[oO]|(?:Item|ITEM|item) \p{Nd}{1,2} ?[:.)–-]) +(?=\S)|^\p{Nd}{1,2}[-–](?!(?:(?:JA|FE|MA|AP|JU|AU|SE|OC|NO|DE)[A-Z]|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPT(?:EMBER)?|OCTOBER|NOVEMBER|DECEMBER)\b)(?=\p{Lu}{2})|^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])|^\p{Nd}{1,2}、/u

/** A line without the bullet or number before it, and whether it had one. */
export function withoutBullet(line: string): { readonly text: string; readonly bulleted: boolean } {
  const text = line.trimStart().replace(/^(.)\ufe0f(?=\s)/u, '$1')
  const first = [...text.slice(0, 2)][0] ?? ''
  // Word's own bullets stand where no sign is defined.
  const bullet = first !== '' && (bullets.includes(first) || /[\ue000-\uf8ff]/.test(first))
  const [after = ''] = text.slice(first.length)
  const sticks = /[\ue000-\uf8ff•▪●]/.test(first) || (/[-–—]/.test(first) && /\p{Lu}/u.test(after))
  if ((bullet && (after === ' ' || sticks)) || /^§ +\P{Nd}/u.test(text)) {
    const rest = text.slice(first.length).trimStart()
    return { text: rest.replace(/^\[[ x]\] +/i, ''), bulleted: true }
  }
  const numbered = numbers.exec(text.slice(0, 14))?.[0]
  // `o` is Word's second bullet only where its tab has become spaces, or before a capital.
  if (numbered !== undefined && (!/^o/i.test(numbered) || numbered.length > 2 || /^o \p{Lu}/u.test(text))) {
    return { text: text.slice(numbered.length), bulleted: true }
  }
  const heading = /^#{1,6} +/.exec(text.slice(0, 12))?.[0]
  return { text: heading === undefined ? text : text.slice(heading.length), bulleted: false }
}
