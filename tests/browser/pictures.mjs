// pictures.mjs: what drawings must be, measured where they are shown: words apart, and inside.

// Runs in the page. Letters are lower than their line, whose boxes may touch.
const measure = () => {
  const faults = [];
  const letters = (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect(), high = (bottom - top) / 6;
    return { left, right, top: top + high, bottom: bottom - high, says: text.textContent.slice(0, 40) };
  };
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const within = (a, b) => a.left >= b.left - 0.5 && a.right <= b.right + 0.5 &&
    a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;

  // Of <use> only the original is in the tree: a copy has the same words at the same places.
  for (const box of document.querySelectorAll('.drawing')) {
    if (!box.checkVisibility())
      continue;
    const svg = box.querySelector('svg'), paper = box.getBoundingClientRect();
    const isTimeline = svg.matches('.picture-timeline');
    const labels = [...svg.querySelectorAll(isTimeline ? 'text' : 'tspan')]
      .filter((text) => text.getClientRects().length).map(letters);
    for (const [i, label] of labels.entries()) {
      if (!within(label, paper))
        faults.push(`${svg.classList}: outside: ${label.says}`);
      for (const other of labels.slice(i + 1))
        if (over(label, other))
          faults.push(`${svg.classList}: ${label.says} over ${other.says}`);
    }
    if (isTimeline)
      for (const text of svg.querySelectorAll('text')) {
        const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
        if (text.getClientRects().length && size < 8.5)
          faults.push(`too small to read, ${size.toFixed(1)} px: ${text.textContent.slice(0, 40)}`);
      }
  }
  return faults;
};

// A sign's words lie on one shape that is theirs: not the sky, nor half on the post.
const onSigns = () => {
  const faults = [];
  for (const svg of document.querySelectorAll('.drawing svg:not(.picture-timeline)')) {
    if (!svg.checkVisibility() || !svg.querySelector('text'))
      continue;
    svg.scrollIntoView({ block: 'center' });
    const whole = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const { x, y, width, height } = text.getBBox(), frame = text.getScreenCTM();
      const under = [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]].map(([right, down]) => {
        const at = new DOMPoint(x + right * width, y + height * (0.15 + 0.7 * down)).matrixTransform(frame);
        return document.elementsFromPoint(at.x, at.y).filter((e) => svg.contains(e) && e !== svg);
      });
      const signs = under[0].filter((shape) => under.every((shapes) => shapes.includes(shape)))
        .filter((shape) => !shape.closest('text') && shape.getBoundingClientRect().width < whole.width / 2);
      if (!signs.length)
        faults.push(`${svg.classList}: beside its sign: ${text.textContent}`);
    }
  }
  return faults;
};

export const illDrawn = (page) => page.evaluate(measure);
export const besideSigns = (page) => page.evaluate(onSigns);
