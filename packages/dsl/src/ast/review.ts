import type { Name, Num, SentenceBase } from './common.js'

/** `review "district review"` · `复核 “区委复审”` */
export interface ReviewSentence extends SentenceBase {
  readonly kind: 'review'
  readonly name: Name
}

/** `of units graded "four stars" or better` · `of 20% of the rest, drawn by lot` · `of all units` */
export interface ReviewLineSentence extends SentenceBase {
  readonly kind: 'review-line'
  readonly who:
    | { readonly kind: 'graded'; readonly grade: Name; readonly reach: 'exactly' | 'or-better' | 'or-worse' }
    | { readonly kind: 'rest' }
    | { readonly kind: 'all' }
  /** The share drawn by lot; left out: all of them. */
  readonly share?: Num
}
