// Runs before the first paint: sets the colour scheme and the language that this browser was last used with.
;(() => {
  let chosen = 'auto'
  let language = ''
  try {
    chosen = localStorage.getItem('hx.scheme') || 'auto'
    language = localStorage.getItem('hx.locale') || ''
  } catch {
    // Storage may be switched off: then the system's scheme and the page's language stand.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  if (language) document.documentElement.lang = language
})()
