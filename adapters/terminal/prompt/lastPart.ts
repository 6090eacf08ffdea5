/** The word that a line ends with, empty behind a blank; a quote that is still open keeps its blanks. */
export function lastPart(line: string): string {
  let start = 0
  let open = ''
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    if (open !== '') {
      if (sign === open) open = ''
      continue
    }
    const opens = at === start || line[at - 1] === ':'
    if (opens && sign === '"') open = '"'
    else if (opens && sign === '“') open = '”'
    else if (/\s/.test(sign)) start = at + 1
  }
  return line.slice(start)
}
