import { compile } from '@merit/dsl'
import type { CompiledScheme } from '@merit/engine/scheme'
import type { Model } from './model.js'
import { schemeText, type Language } from './write.js'

/** A model's scheme. Throws where the compiler finds an error in the text: models are schemes without any. */
export function compiled(model: Model, language: Language): CompiledScheme {
  const text = schemeText(model, language)
  const { scheme, problems } = compile(text)
  if (scheme === undefined) {
    const found = problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`)
    throw new Error(`the model does not compile\n${found.join('\n')}\n\n${text}`)
  }
  return scheme
}

/** What a scheme says without the words in which it says it: the same for a scheme and its translation. */
export function meaningOf(scheme: CompiledScheme): unknown {
  const { sentences, sourceHash: _hash, language: _language, ...rest } = scheme
  return { ...rest, sentences: sentences.length }
}
