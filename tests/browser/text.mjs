// text.mjs: the text of a Markdown edition and that of a page, brought down to what must be equal.
import { Parser } from 'commonmark';

export const squeeze = (text) => text.replace(/[\s|]+/g, '');

// Front matter and a byte order mark are no text of the edition.
const body = (markdown) =>
  markdown.replace(/^\ufeff/, '').replace(/^---\r?\n[^]*?\n(---|\.\.\.)[ \t]*\r?\n/, '');

// A line of a pipe table that only rules it off.
const isRule = (line) => /^[\s|:-]*-[\s|:-]*$/.test(line) && line.includes('|');

// What commonmark.js reads, tags left out: an account of its own, not ours.
export function textOfMarkdown(markdown) {
  const walker = new Parser().parse(body(markdown)).walker();
  let text = '', block = '';
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (node.type === 'paragraph' && !entering) {
      text += block.replace(/^\[[ xX]\]\s/, '').split('\n').filter((l) => !isRule(l)).join('\n');
      block = '';
    } else if (node.type === 'softbreak' || node.type === 'linebreak') {
      block += '\n';
    } else if (node.type === 'text' || node.type === 'code') {
      block += node.literal;
    } else if (node.type === 'code_block') {
      text += node.literal;
    } else if (node.type === 'html_block') {
      text += node.literal.replace(/<!--[^]*?-->|<[^>]*>/g, '');
    } else if (node.type === 'heading' && !entering) {
      text += block;
      block = '';
    }
  }
  return squeeze(text);
}

export const same = (shown, said) => squeeze(shown) === said;

// The same of what an element of a page shows, in the browser; pictures by their words, what is
// not of the Markdown left out.
export function textOfPage(element) {
  // The diagram's words are in two parts, the Markdown's alternative text in one.
  const wordsOf = (svg) => svg.querySelector('title').textContent +
    (svg.matches('.picture-timeline') ? `: ${svg.querySelector('desc').textContent}` : '');
  let text = '';
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE)
      text += node.data;
    else if (node.matches?.('.numbers, .command, style'))
      return;
    else if (node.matches?.('img, svg'))
      text += node.alt ?? wordsOf(node);
    else
      node.childNodes.forEach(walk);
  };
  walk(element);
  return text;
}
