/** How a Word document of ours looks: type in half points, space in twentieths of a point; a heading stands on the page of what it heads. */
export const wordStyles = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 100, line: 264, lineRule: 'auto' } },
    },
    title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
    heading1: {
      run: { size: 30, bold: true, color: '1F5FA8' },
      paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { size: 25, bold: true, color: '1F5FA8' },
      paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    },
  },
} as const

/** Margins of two centimetres. */
export const wordPage = { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } } as const
