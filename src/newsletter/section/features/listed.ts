/** Single words separated by spaces, and phrases of several words after a semicolon. */
export function listed(list: string): readonly string[] {
  return list.split(';').flatMap((part, at) => {
    const phrase = part.trim().replace(/\s+/g, ' ')
    return (at === 0 || !phrase.includes(' ') ? phrase.split(' ') : [phrase]).filter((one) => one !== '')
  })
}
