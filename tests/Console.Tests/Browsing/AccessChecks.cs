namespace Console.Tests.Browsing;

/// <summary>Checks of our own of what tools for accessible pages check: names, labels, headings, landmarks, ids, and contrast by WCAG 2.2, 1.4.3.</summary>
internal static class AccessChecks
{
    /// <summary>Gives a list of what is wrong.</summary>
    public const string Script = """
        () => {
          const wrong = [];
          const all = (selector) => [...document.querySelectorAll(selector)];
          const where = (element) => element.outerHTML.slice(0, 110).replace(/\s+/g, ' ');
          const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0;
          const textOf = (element) => (element.getAttribute('aria-label') || element.innerText || element.textContent || '').trim();

          if (!document.documentElement.lang) wrong.push('no language');
          if (!document.title) wrong.push('no title');
          if (all('main').length !== 1) wrong.push('not one main');
          if (all('h1').length !== 1) wrong.push('not one h1');
          const ids = all('[id]').map((element) => element.id);
          ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => wrong.push('twice: #' + id));
          all('button, a[href], [role=button], [role=tab]').filter((element) => isShown(element) && !textOf(element)).forEach((element) => wrong.push('no name: ' + where(element)));
          all('input:not([type=hidden]), select, textarea').filter((element) => isShown(element) && !element.labels?.length && !element.getAttribute('aria-label')).forEach((element) => wrong.push('no label: ' + where(element)));
          all('nav').filter((element) => !element.getAttribute('aria-label')).forEach((element) => wrong.push('no name: ' + where(element)));
          all('table').filter((element) => !element.querySelector('th')).forEach((element) => wrong.push('no heads: ' + where(element)));
          all('[aria-describedby]').filter((element) => !document.getElementById(element.getAttribute('aria-describedby'))).forEach((element) => wrong.push('describes nothing: ' + where(element)));
          all('[tabindex]').filter((element) => Number(element.getAttribute('tabindex')) > 0).forEach((element) => wrong.push('order of its own: ' + where(element)));

          const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const colour = (text) => {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = text;
            context.fillRect(0, 0, 1, 1);
            const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
            return [r, g, b, a / 255];
          };
          const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
          const ground = (element) => {
            const layers = [];
            for (let at = element; at; at = at.parentElement) layers.push(colour(getComputedStyle(at).backgroundColor));
            return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
          };
          const light = ([r, g, b]) => [r, g, b].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
          const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
          const seen = new Set();
          for (const element of all('main *, header *')) {
            if (element.closest('svg') || element.closest('.hidden, textarea, option') || !isShown(element)) continue;
            if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) continue;
            const style = getComputedStyle(element), below = ground(element), text = over(colour(style.color), below);
            const isLarge = parseFloat(style.fontSize) >= 24 || parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700;
            const is = contrast(text, below);
            const key = `${style.color} on ${below.map(Math.round)}`;
            if (is >= (isLarge ? 3 : 4.5) || seen.has(key)) continue;
            seen.add(key);
            wrong.push(`contrast ${is.toFixed(2)}: ${key}: ${where(element)}`);
          }
          return wrong;
        }
        """;
}
