// Runs before the first paint, so that a chosen theme never flashes.
try {
  const chosen = localStorage.getItem('istok-theme')
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
} catch {
  // Storage is forbidden: the system's theme it is.
}
