/** What Discord takes of us, in UTF-16 units unless told; the rules D20 and D22 say where each comes from. */
export const limits = {
  content: 2000,
  embeds: 10,
  /** No other text stands in embeds, which have room for 6000 in all. */
  description: 4096,
  imageUrl: 2048,
  /** Rows of buttons on a message. */
  rows: 5,
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  /** Of a link. */
  url: 512,
  /** Of what a masked link shows; a longer one is told beside its address. */
  linkLabel: 200,
  /** Of what a later page says that it is about. */
  opening: 150,
} as const
