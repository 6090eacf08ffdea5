/** What was set apart from a pasted text. */
export interface Aside {
  /** `lead` stands for words that only pointed to an address, `chat` for what a chat wrote around a message. */
  readonly kind:
    | 'source'
    | 'credit'
    | 'signature'
    | 'greeting'
    | 'heading'
    | 'dateline'
    | 'mail header'
    | 'chat'
    | 'page'
    | 'decoration'
    | 'lead'
    | 'lost link'
    | 'answered'
    | 'hashtag'
    | 'attachment'
    | 'footnote'
    | 'request'
    | 'about'
  readonly text: string
}
