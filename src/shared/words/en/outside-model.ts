import type { WordsOf } from '../say.ts'
import type { outsideModelWords as source } from '../zh-CN/outside-model.ts'

export const outsideModelWords = {
  'settings.outside-model': 'Outside model',
  'settings.outside-model-about': 'Whether a language model may help, and what it may cost',
  'outside.why': 'Everything works without one. Once connected, it can draft replies and sum up long conversations.',
  'outside.none': 'No outside model is connected',
  'outside.none-next':
    'Whoever runs this installation sets HX_AI_BASE_URL and HX_AI_MODEL and restarts it; then it can be turned on here. Everything else works without it.',
  'outside.service': 'Service',
  'outside.service-is': '{model} at {host}',
  'outside.away': 'It did not answer the last times and is tried again in a minute. Everything else works.',
  'outside.enabled': 'People who answer customers may ask it',
  'outside.enabled-about':
    'Somebody presses a button each time, and what it writes is only shown to them; nothing is sent by itself. Names, telephone and identity numbers, addresses and order numbers are replaced by codes first, which only this installation can undo.',
  'outside.monthly-tokens': 'Tokens a month, at most',
  'outside.monthly-tokens-about': 'What is sent and what comes back both count. A draft takes about 1,500.',
  'outside.monthly-calls': 'Calls a month, at most',
  'outside.used': '{month}: {tokens} of {most} tokens, {calls} of {mostCalls} calls used',
  'outside.try': 'Try it',
  'outside.try-about': 'Sends one fixed sentence to see whether it answers; counts as a call.',
  'outside.tried': 'It answered “{text}” in {ms} ms, for {tokens} tokens.',
  'outside.log': 'What was sent',
  'outside.log-about':
    'Everything that was sent and what came back, word for word, for 90 days. When a customer’s data is erased, what concerns them is emptied too.',
  'outside.log-none': 'Nothing was sent yet',
  'outside.log-none-next': 'Each time somebody asks for a draft or a summary, it is listed here.',
  'outside.at': 'Time',
  'outside.who': 'Who',
  'outside.purpose': 'What for',
  'outside.outcome': 'Outcome',
  'outside.tokens': 'Tokens',
  'outside.took': 'Took',
  'outside.took-ms': '{ms} ms',
  'outside.tokens-both': '{sent} sent, {received} received',
  'outside.system': 'The system',
  'outside.case': 'Case',
  'outside.case-open': 'Open the case',
  'outside.model': 'Model',
  'outside.sent-rules': 'What it was asked to do',
  'outside.sent-words': 'What it was given',
  'outside.received': 'What came back',
  'outside.received-none': 'Nothing came back.',
  'outside.erased': 'Erased with the data of the customer it was about.',
  'outside-purpose.draft': 'Draft a reply',
  'outside-purpose.summary': 'Sum up a conversation',
  'outside-purpose.theme-names': 'Name themes',
  'outside-purpose.trial': 'Trial',
  'outside-outcome.asked': 'No answer came',
  'outside-outcome.answered': 'Answered',
  'outside-outcome.away': 'Not reached',
  'outside-outcome.slow': 'Too slow',
  'outside-outcome.busy': 'Too busy',
  'outside-outcome.key': 'Wrong key or no credit',
  'outside-outcome.unfit': 'Wrong address or model',
  'outside-outcome.rubbish': 'Not readable',
  'inbox.draft.write': 'Draft',
  'inbox.draft.write-about':
    'Let the outside model draft a reply; personal data is hidden first, and you change what it wrote',
  'inbox.draft.by-machine': 'Drafted by a machine. Read and change it before you send it.',
  'inbox.draft.undo': 'Undo',
  'inbox.draft.away': 'The outside model does not answer just now. Write it yourself meanwhile.',
  'inbox.summary.write': 'Sum up',
  'inbox.summary.by-machine': 'Summed up by a machine; it may be wrong, the words below count.',
  'inbox.summary.close': 'Close the summary',
  'problem.case.nothing-said': 'The customer said nothing in words in this case, so there is nothing to draft from.',
  'problem.case.too-short-to-sum': 'The conversation has fewer than {turns} turns; it is read sooner than summed up.',
  'problem.outside-model.not-set-up':
    'No outside model is connected. Whoever runs this installation sets HX_AI_BASE_URL first.',
  'problem.outside-model.off':
    'The outside model is off in this workspace. An administrator can turn it on under Settings → Outside model.',
  'problem.outside-model.budget-spent':
    'This month’s budget does not suffice for this ({tokens} tokens and {calls} calls used). An administrator can raise it under Settings → Outside model; next month it begins anew.',
  'problem.outside-model.away':
    'The outside model cannot be reached just now; everything else works. Write it yourself, or try again in a minute.',
  'problem.outside-model.slow':
    'The outside model took too long, and nothing was taken over. Try again, or write it yourself.',
  'problem.outside-model.busy':
    'The outside model has too much to do just now. Write it yourself, or try again in a minute.',
  'problem.outside-model.key':
    'The outside model does not take our key, or its account is empty. Tell an administrator to check HX_AI_KEY.',
  'problem.outside-model.unfit':
    'The outside model does not take such a request. Tell an administrator to check HX_AI_BASE_URL and HX_AI_MODEL.',
  'problem.outside-model.rubbish':
    'What the outside model answered could not be read, and nothing was taken over. Try again, or write it yourself.',
  'job.understanding.forget-outside-calls': 'Remove old records of the outside model',
  'did.entries': { one: '{n} entry removed', other: '{n} entries removed' },
  'audit.outside-model': 'Outside model',
  'audit.outside-model.changed': 'Changed the settings of the outside model',
  'changed-fact.enabled': 'On',
  'changed-fact.monthlyTokens': 'Tokens a month',
  'changed-fact.monthlyCalls': 'Calls a month',
} satisfies WordsOf<typeof source>
