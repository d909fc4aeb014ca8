/**
 * Reply templates 话术模板.
 *
 *   GET    /api/v1/templates                                    all that are in use, in order
 *   POST   /api/v1/templates                                    TemplateDraft → Template (201)
 *   PUT    /api/v1/templates/{id} · DELETE                      change · retire
 *   GET    /api/v1/cases/{id}/templates/{templateId}            the text for this case (RenderedTemplate)
 *
 * Places: {{customer.name}} {{product}} {{number}} {{agent.name}} {{due}} {{workspace}}; a fallback after a bar:
 * {{customer.name|你}}.
 */
import { z } from 'zod'
import { plainText } from './plain.ts'
import { locale, moment, publicId } from './values.ts'

export const templateId = publicId('tpl')

export const TEMPLATE_PLACES = ['customer.name', 'product', 'number', 'agent.name', 'due', 'workspace'] as const
export const templatePlace = z.enum(TEMPLATE_PLACES)
export type TemplatePlace = z.output<typeof templatePlace>

export const TemplateDraft = z.strictObject({
  name: plainText(80).trim().min(1),
  situation: plainText(200).trim().default(''),
  text: plainText(8000).trim().min(1),
  language: locale.default('zh-CN'),
  position: z.number().int().min(0).max(10_000).default(0),
})

export const Template = z.strictObject({
  id: templateId,
  name: z.string(),
  situation: z.string(),
  text: z.string(),
  language: locale,
  position: z.number().int(),
  changedAt: moment,
})
export const TemplateList = z.strictObject({ items: z.array(Template) })

/** `missing` are places that had no value and no fallback; they stay visible in the text. */
export const RenderedTemplate = z.strictObject({ text: z.string(), missing: z.array(templatePlace) })
