/** What is written, without saying how: the renderers turn it into text, Markdown or HTML. */
export interface Document {
  readonly language: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'list'; readonly entries: readonly Entry[] }

/** A line of a list, with what stands below it. */
export interface Entry {
  readonly text: Inline
  readonly entries: readonly Entry[]
}

/** Running text; `quote` is a sentence of the scheme, `place` where it stands. */
export type Inline = readonly (
  string | { readonly strong: string } | { readonly quote: string } | { readonly place: string }
)[]

export function entry(text: Inline | string, entries: readonly Entry[] = []): Entry {
  return { text: typeof text === 'string' ? [text] : text, entries }
}
