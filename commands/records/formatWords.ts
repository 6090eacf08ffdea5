/** What else people call the formats in which something is exported. */
export const formatWords = {
  docx: ['word', 'as word', 'in word', 'as docx', 'doc', 'ms word'],
  markdown: ['md', 'as markdown'],
  html: ['web', 'web page', 'page', 'as html'],
  eml: ['mail', 'e-mail', 'email', 'letter'],
}
