import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type Attached, attachWordings } from './attach-wordings.ts'
import { readWording } from './read-wording.ts'

/**
 * Makes one wording, as it was heard or as `text` puts it, a question of an article's draft. Throws as attachWordings, and invalid where personal data was
 * masked in it and `text` does not say it otherwise.
 */
export async function attachWording(
  istok: Istok,
  actor: Actor,
  { id, articleId, text, publish = false }: { id: string; articleId: string; text?: string; publish?: boolean },
): Promise<Attached> {
  requireSomewhere(actor, 'write')
  const heard = readWording(istok, id)
  const said = (text ?? heard.text).trim()
  if (said === '')
    throw new IstokError('invalid', 'text must say something', {
      errors: [{ pointer: '/text', message: 'must say something', reason: 'empty' }],
    })
  if (heard.private && said === heard.text)
    throw new IstokError('invalid', 'Put the masked place in other words first', {
      errors: [{ pointer: '/text', message: 'must be without what stands for masked personal data', reason: 'masked' }],
    })
  return attachWordings(istok, actor, { articleId, locale: heard.locale, wordings: [{ id, text: said }], publish })
}
