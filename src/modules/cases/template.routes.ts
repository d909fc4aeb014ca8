import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  RenderedTemplate,
  Template,
  TemplateDraft,
  TemplateList,
  templateId,
} from '../../shared/contracts/templates.ts'
import { caseId } from '../../shared/contracts/values.ts'
import { addTemplate, changeTemplate, fillTemplate, removeTemplate } from './template.actions.ts'
import { listTemplates } from './template.store.ts'

const one = z.object({ templateId })

const getTemplates = route({
  method: 'GET',
  path: '/api/v1/templates',
  who: can('case:read'),
  summary: 'Reply templates in use',
  reply: TemplateList,
  run: async ({ db }) => ({ items: await listTemplates(db) }),
})

const postTemplate = route({
  method: 'POST',
  path: '/api/v1/templates',
  who: can('template:change'),
  summary: 'Add a reply template',
  body: TemplateDraft,
  reply: Template,
  status: 201,
  run: async ({ body, user, db, now, origin }) =>
    await addTemplate(db, body, { by: user.id, address: origin.address, now }),
})

const putTemplate = route({
  method: 'PUT',
  path: '/api/v1/templates/:templateId',
  who: can('template:change'),
  summary: 'Change a reply template',
  params: one,
  body: TemplateDraft,
  reply: Template,
  run: async ({ params, body, user, db, now, origin }) =>
    await changeTemplate(db, params.templateId, body, { by: user.id, address: origin.address, now }),
})

const deleteTemplate = route({
  method: 'DELETE',
  path: '/api/v1/templates/:templateId',
  who: can('template:change'),
  summary: 'Retire a reply template',
  params: one,
  run: async ({ params, user, db, now, origin }) =>
    await removeTemplate(db, params.templateId, { by: user.id, address: origin.address, now }),
})

const getFilled = route({
  method: 'GET',
  path: '/api/v1/cases/:caseId/templates/:templateId',
  who: can('case:answer'),
  summary: 'A template’s text filled for one case, with the places nothing is known for',
  params: z.object({ caseId, templateId }),
  reply: RenderedTemplate,
  run: async ({ params, user, db, now, tools }) =>
    await fillTemplate(db, { ...params, agent: user.name, publicUrl: tools.publicUrl, now }),
})

export const templateRoutes: readonly Route[] = [getTemplates, postTemplate, putTemplate, deleteTemplate, getFilled]
