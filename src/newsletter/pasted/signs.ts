/**
 * A text as it is worked on: whole signs, one kind of blank, no sign that shows nothing. Joiners stay, since emoji
 * and some scripts need them.
 */
export function plainSigns(typed: string): string {
  return (
    typed
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      .replace(/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g, '')
      // Joiners hold scripts and emoji together, and do nothing beside Latin letters, signs and blanks.
      .replace(/(?<=[\x20-\x7e])[\u200c\u200d]|[\u200c\u200d](?=[\x20-\x7e])/g, '')
      .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      // A quoted mail has its sign before every line.
      .replace(/^(?:> )+/gm, '')
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
  )
}

const bullets = '•◦▪▫■□●○‣⁃·∙➢➤►▶➡✓✔✅☑☐👉🔹🔸◆◇★*+-–—'

/** A line without the bullet or number before it, and whether it had one. */
export function withoutBullet(line: string): { readonly text: string; readonly bulleted: boolean } {
  const text = line.trimStart().replace(/^(.)\ufe0f(?=\s)/u, '$1')
  const first = [...text.slice(0, 2)][0] ?? ''
  // Word's own bullets stand where no sign is defined.
  const bullet = first !== '' && (bullets.includes(first) || /[\ue000-\uf8ff]/.test(first))
  if (bullet && (text[first.length] === ' ' || /[\ue000-\uf8ff•▪●]/.test(first))) {
    const rest = text.slice(first.length).trimStart()
    return { text: rest.replace(/^\[[ x]\] +/i, ''), bulleted: true }
  }
  const numbered =
    /^(?:\d\ufe0f?\u20e3|\d{1,2}(?:\.\d{1,2}){1,3}[.)]|\(?\d{1,2}[.)]|\(?[a-z]\)|[ivx]{1,4}[.)]|o) +(?=\S)/i.exec(
      text.slice(0, 14),
    )?.[0]
  // `o` is Word's second bullet only where its tab has become blanks, or before a capital.
  if (numbered !== undefined && (!/^o/i.test(numbered) || numbered.length > 2 || /^o \p{Lu}/u.test(text))) {
    return { text: text.slice(numbered.length), bulleted: true }
  }
  const heading = /^#{1,6} +/.exec(text.slice(0, 12))?.[0]
  return { text: heading === undefined ? text : text.slice(heading.length), bulleted: false }
}
