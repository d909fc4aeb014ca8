import { Link } from '@tanstack/react-router'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useWords } from '../../words.tsx'
import { useGroups } from './SettingsFrame.tsx'
import css from './settings.module.css'

/** The way to every setting. */
export function SettingsPage() {
  const { t } = useWords()
  const groups = useGroups()
  return (
    <>
      <PageHeader title={t('settings.title')} about={t('settings.about')} />
      <div className={css.groups}>
        {groups.map((group) => (
          <section key={group.word}>
            <h2>{t(group.word)}</h2>
            <ul>
              {group.sections.map(({ path, word, about, icon: Icon }) => (
                <li key={path}>
                  <Link to={path} className={css.card}>
                    <Icon size={20} stroke={1.5} aria-hidden="true" />
                    <span>
                      <strong>{t(word)}</strong>
                      <span className="hx-quiet">{t(about)}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
