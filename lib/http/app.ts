import { OpenAPIHono } from '@hono/zod-openapi'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { addAnswerRoutes } from './api/answers.ts'
import { addManyArticlesRoutes, addViewRoutes } from './api/article-lists.ts'
import { addArticleRoutes } from './api/articles.ts'
import { addAnsweringSettingsRoutes, addAskRoutes } from './api/asking.ts'
import { addAuditRoutes } from './api/audit.ts'
import { addCategoryRoutes } from './api/categories.ts'
import { addChangeRoutes } from './api/changes.ts'
import { addDeskRoutes } from './api/desk.ts'
import { addEmbeddingRoutes } from './api/embeddings.ts'
import { addExplanationRoutes } from './api/explanations.ts'
import { addFactRoutes } from './api/facts.ts'
import { addHealthRoutes } from './api/health.ts'
import { addImpactRoutes } from './api/impact.ts'
import { addImportRoutes } from './api/imports.ts'
import { addKeyRoutes } from './api/keys.ts'
import { addGapRoutes, addWordingRoutes } from './api/learning.ts'
import { addLookUpRoutes } from './api/look-up.ts'
import { addMediaRoutes } from './api/media.ts'
import { addOrganisationRoutes } from './api/organisation.ts'
import { addPendingRoutes } from './api/pending.ts'
import { addPlaceImpactRoutes } from './api/place-impact.ts'
import { addPresenceRoutes } from './api/presence.ts'
import { addReleasePreviewRoutes } from './api/release-previews.ts'
import { addReleaseRoutes } from './api/releases.ts'
import { addRenditionRoutes } from './api/renditions.ts'
import { addCommentRoutes, addReviewRoutes } from './api/reviews.ts'
import { addRevisionRoutes } from './api/revisions.ts'
import { addScheduleRoutes } from './api/schedules.ts'
import { addOpeningRoutes, addSearchRoutes } from './api/search.ts'
import { addSessionRoutes } from './api/sessions.ts'
import { addSnippetRoutes } from './api/snippets.ts'
import { addSynonymRoutes } from './api/synonyms.ts'
import { addTagRoutes } from './api/tags.ts'
import { addTranslationMatchRoutes } from './api/translation-match.ts'
import { addTranslationRoutes } from './api/translations.ts'
import { addUserRoutes } from './api/users.ts'
import { addWorkflowSettingsRoutes } from './api/workflow-settings.ts'
import { allowOtherSites } from './cors.ts'
import { addDevelopers } from './developers.ts'
import { addMediaFiles } from './media-files.ts'
import { admit, observe, replyToError } from './observe.ts'
import { addOpenApi } from './openapi.ts'
import { openRateLimit } from './rate-limit.ts'
import { openRequestLog } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'
import { refuseCrowd } from './site/refuse-crowd.ts'
import { siteRoutes } from './site/routes.ts'
import type { Api, Env, ServerState, Wire } from './wire.ts'

/** What the handlers of a server on `istok` share. `state` is the process's own; tests need none. */
export function openWire(istok: Istok, state: ServerState = { stopping: new AbortController(), studio: 'off' }): Wire {
  return {
    istok,
    state,
    log: openRequestLog(istok.log),
    limit: openRateLimit(istok.env.rateLimit),
    always: securityHeaders(istok.env.publicUrl),
  }
}

/** The one app of the wire: REST, operations, developers' page, media; the public site answers every other path. */
export function buildApp(wire: Wire): Api {
  const app: Api = new OpenAPIHono<Env>()
  app.use('*', observe(wire))
  app.onError(
    async (error, context) =>
      (await refuseCrowd(wire.istok, context.req.raw, error)) ?? replyToError(wire, error, context.get('requestId')),
  )
  app.use('*', allowOtherSites())
  app.use('*', admit(wire))
  addHealthRoutes(app, wire)
  addAnswerRoutes(app, wire)
  addSearchRoutes(app, wire)
  addOpeningRoutes(app, wire)
  addExplanationRoutes(app, wire)
  addAskRoutes(app, wire)
  addAnsweringSettingsRoutes(app, wire)
  addChangeRoutes(app, wire)
  addLookUpRoutes(app, wire)
  addReleasePreviewRoutes(app, wire)
  addPendingRoutes(app, wire)
  addWordingRoutes(app, wire)
  addGapRoutes(app, wire)
  addReleaseRoutes(app, wire)
  addScheduleRoutes(app, wire)
  addRenditionRoutes(app, wire)
  addArticleRoutes(app, wire)
  addTranslationRoutes(app, wire)
  addTranslationMatchRoutes(app, wire)
  addPresenceRoutes(app, wire)
  addRevisionRoutes(app, wire)
  addReviewRoutes(app, wire)
  addManyArticlesRoutes(app, wire)
  addViewRoutes(app, wire)
  addCommentRoutes(app, wire)
  addWorkflowSettingsRoutes(app, wire)
  addOrganisationRoutes(app, wire)
  addFactRoutes(app, wire)
  addSnippetRoutes(app, wire)
  addImpactRoutes(app, wire)
  addPlaceImpactRoutes(app, wire)
  addCategoryRoutes(app, wire)
  addTagRoutes(app, wire)
  addSynonymRoutes(app, wire)
  addMediaRoutes(app, wire)
  addImportRoutes(app, wire)
  addKeyRoutes(app, wire)
  addUserRoutes(app, wire)
  addSessionRoutes(app, wire)
  addAuditRoutes(app, wire)
  addDeskRoutes(app, wire)
  addEmbeddingRoutes(app, wire)
  addOpenApi(app, wire)
  addMediaFiles(app, wire)
  addDevelopers(app, wire)
  const site = siteRoutes(wire.istok)
  const methodsOf = knownMethods(app)
  app.notFound(context => {
    const { path, method, raw } = context.req
    const methods = methodsOf(path)
    if (methods.length > 0) return answerOtherMethod(wire, method, methods, context.get('requestId'))
    if (!path.startsWith('/api/')) return site.fetch(raw, { ...context.env, caller: context.get('caller') })
    throw new IstokError('not_found', 'There is nothing at this address')
  })
  return app
}

function answerOtherMethod(wire: Wire, method: string, methods: string[], requestId: string): Response {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: allow } })
  const refusal = new IstokError('invalid', `This address takes ${allow}`, { status: 405, headers: { Allow: allow } })
  return replyToError(wire, refusal, requestId)
}

/** Finds the methods of a path in the routes that the OpenAPI document lists. */
function knownMethods(app: Api): (path: string) => string[] {
  const routes = app.openAPIRegistry.definitions.flatMap(definition =>
    definition.type === 'route'
      ? [
          {
            method: definition.route.method.toUpperCase(),
            pattern: new RegExp(`^${definition.route.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
          },
        ]
      : [],
  )
  return path => [...new Set(routes.filter(route => route.pattern.test(path)).map(route => route.method))]
}
