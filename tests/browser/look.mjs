// look.mjs: what must hold of any page, asked of the browser that shows it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Addresses of headings are GitHub's, which may begin with a digit, as HTML lets them; and a record's
// own table may go without <tbody>.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'valid-id': ['error', { relaxed: true }], 'prefer-tbody': 'off' },
});

export async function invalid(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((r) =>
    r.messages.map((m) => `html-validate ${m.ruleId}: ${m.message} (line ${m.line})`));
}

// What the light or a page's width changes; all else of a page that was looked at once is as it was.
export const LIGHT_AND_WIDTH = ['color-contrast', 'scrollable-region-focusable', 'link-in-text-block'];

// By all of axe's rules, or by some.
export async function inaccessible(page, rules) {
  await page.evaluate(`window.axe || (() => {${axe}})()`);
  const { violations } = await page.evaluate((rules) => window.axe.run(
    { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }), rules);
  return violations.map((v) =>
    `axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(' ')}`);
}

export const tooWide = (page) => page.evaluate(() => {
  const root = document.scrollingElement;
  return root.scrollWidth > innerWidth ? [`scrolls sideways: ${root.scrollWidth} in ${innerWidth}`] : [];
});

// Where there is room the numbers stand in one row.
export const inRows = (page) => page.evaluate(() => {
  const tops = [...document.querySelectorAll('.numbers div')].map((e) => Math.round(e.getBoundingClientRect().top));
  return new Set(tops).size > 1 ? [`the numbers stand at ${tops}; expected one row`] : [];
});

// On paper every word is there: shown, and in nothing that would have to be scrolled.
export async function lostOnPaper(page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const lost = await page.evaluate(() => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lost = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (node.data.trim() && !node.parentElement.closest('label[for], svg title, svg desc') && !range.getClientRects().length)
        lost.push(`not printed: ${node.data.trim().slice(0, 60)}`);
    }
    for (const box of document.querySelectorAll('body *'))
      if (getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1 &&
          getComputedStyle(box).display !== 'inline')
        lost.push(`cut off in print: ${box.outerHTML.slice(0, 80)}`);
    return lost;
  });
  await page.emulateMedia({ media: 'screen' });
  return lost;
}
