import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { FreezePlan, PlanPreview, Verification } from '../../shared/contracts/improvements.ts'
import { improvementId } from '../../shared/contracts/values.ts'
import { verificationView } from './reading.actions.ts'
import { freezePlan, previewPlan } from './verification.actions.ts'

const params = z.object({ improvementId })
const path = '/api/v1/improvements/:improvementId/verification'

export const verificationRoutes: readonly Route[] = [
  route({
    method: 'PUT',
    path,
    who: can('improvement:change'),
    summary:
      'Freeze the plan by which the improvement will be judged. The same plan again changes nothing; another is refused (409).',
    params,
    body: FreezePlan,
    reply: Verification,
    async run({ params, body, user, db, now }) {
      await freezePlan(db, { ...params, plan: body, by: user.id, now })
      return await verificationView(db, params.improvementId, user.locale)
    },
  }),
  route({
    method: 'GET',
    path,
    who: can('improvement:read'),
    summary: 'The frozen plan with its hash, how many voices its windows hold so far, and the result once it is due.',
    params,
    reply: Verification,
    run: ({ params, db, user }) => verificationView(db, params.improvementId, user.locale),
  }),
  route({
    method: 'POST',
    path: `${path}/preview`,
    who: can('improvement:read'),
    summary:
      'What a plan would find in its first window now, what stands in its way, and how many voices it would take.',
    params,
    body: FreezePlan,
    reply: PlanPreview,
    run: ({ params, body, db, now }) => previewPlan(db, { ...params, plan: body, now }),
  }),
]
