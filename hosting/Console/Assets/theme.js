// Before anything is painted: the reader's own choice of light or dark, where there is one.
(() => {
  try {
    const theme = localStorage.getItem('compiled-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* Storage may be closed to us; then the system decides. */ }
})();
