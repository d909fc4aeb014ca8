import { Link } from '@tanstack/react-router'
import { useWords } from '../../../words.tsx'
import { Copy } from './Copy.tsx'
import css from './channels.module.css'

/** How other systems send feedback: one example that works when the key is put in. */
export function ApiPart() {
  const { t } = useWords()
  const body = JSON.stringify({
    channel: 'web',
    text: t('channels.api-example'),
    customer: { email: 'wang@example.com' },
  })
  const call = [
    `curl ${window.location.origin}/api/v1/feedback \\`,
    `  -H 'Authorization: Bearer hx_…' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${body}'`,
  ].join('\n')
  return (
    <section className={css.part}>
      <h2>{t('channels.api')}</h2>
      <p className={css.quiet}>{t('channels.api-about')}</p>
      <div className={css.code}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{call}</pre>
        <Copy text={call} />
      </div>
      <p className={css.links}>
        <Link to="/settings/keys">{t('channels.api-keys')}</Link>
        <a href="/api/docs">{t('channels.api-docs')}</a>
      </p>
    </section>
  )
}
