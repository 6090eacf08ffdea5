/**
 * A spreadsheet's links as Markdown has them: `=HYPERLINK("https://…","words")`, in the languages of spreadsheets, with a
 * semicolon, typographic quotes or the doubled ones of a CSV file. What leads nowhere on the web keeps its words alone.
 */
export function withoutFormulas(text: string): string {
  return text.replace(formula, (_, address: string, quoted: string | undefined) => {
    const words = (quoted ?? '').replace(/""/g, '"').trim()
    if (!/^https?:\/\//i.test(address)) return words === '' ? address : words
    if (words === '') return address
    const href = address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
    return `[${words.replace(/[\\[\]]/g, '\\$&')}](${href})`
  })
}

const name = '(?:HYPERLINK|LIEN_HYPERTEXTE|HIPERV[IÍ]NCULO|HIPERLINK|ГИПЕРССЫЛКА)'
const quote = '(?:""|["“”„«»])'
const formula = new RegExp(
  `=\\s?${name}\\(\\s?${quote}([^"“”«»\\s]{1,900})${quote}(?:\\s?[,;]\\s?${quote}((?:[^"“”„«»\\n]|""(?!\\s?\\))){1,200})${quote})?\\s?\\)`,
  'giu',
)
