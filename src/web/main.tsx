import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './theme/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { firstLocale, loadLanguage } from './words.tsx'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no place for the app')

const language = await loadLanguage(firstLocale())
createRoot(place).render(
  <StrictMode>
    <App language={language} />
  </StrictMode>,
)
