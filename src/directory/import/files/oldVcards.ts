/** Whether contacts are of the old kind, vCard 2.1, as Outlook and many telephones save them. */
export function areOldVcards(text: string): boolean {
  return /^version:2\.1\s*$/im.test(text)
}

/** Contacts in vCard 2.1 as vCard 3.0: letters written as `=C3=A9` are letters again, pictures are left out. */
export function renewedVcards(text: string): string {
  const lines: string[] = []
  let inPicture = false
  for (const line of wholeLines(text)) {
    if (inPicture && !/^(?:end:vcard|$)/i.test(line)) continue
    inPicture = /^[^:]*;(?:encoding=)?base64[;:]/i.test(line)
    if (!inPicture && line !== '') lines.push(renewed(line))
  }
  return lines.join('\r\n')
}

/** A line that goes on ends with `=` where its letters are encoded so, or the next one begins with a space. */
function wholeLines(text: string): readonly string[] {
  const lines: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const before = lines.at(-1)
    if (before !== undefined && isEncoded(before) && before.endsWith('=')) {
      lines[lines.length - 1] = before.slice(0, -1) + line
    } else if (before !== undefined && /^[ \t]/.test(line))
      lines[lines.length - 1] = before + line.trimStart()
    else lines.push(line.trimEnd())
  }
  return lines
}

function isEncoded(line: string): boolean {
  return /^[^:]*quoted-printable/i.test(line)
}

function renewed(line: string): string {
  const colon = line.indexOf(':')
  const [name = '', ...parameters] = line.slice(0, colon).split(';')
  const value = line.slice(colon + 1)
  if (/^version$/i.test(name)) return 'VERSION:3.0'
  const charset = parameters.find((one) => /^charset=/i.test(one))?.slice('charset='.length)
  const types = parameters.filter((one) => !/^(?:charset=|encoding=|quoted-printable$)/i.test(one))
  const typed = types.map((one) => (one.includes('=') ? one : `TYPE=${one}`))
  const plain = isEncoded(line) ? decoded(value, charset) : value
  return `${[name, ...typed].join(';')}:${plain.replaceAll(/(?<!\\),/g, '\\,').replaceAll(/\r?\n/g, '\\n')}`
}

function decoded(value: string, charset = 'utf-8'): string {
  const bytes = value.replaceAll(/=([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  try {
    return new TextDecoder(charset).decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return new TextDecoder('windows-1252').decode(Buffer.from(bytes, 'latin1'))
  }
}
