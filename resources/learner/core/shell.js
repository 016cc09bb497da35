// The page as a whole: which screen is shown, and where on it the parts put what they have.

import { html, useErrorBoundary } from "../vendor/preact-htm.js";
import { refusalWords, t } from "./i18n.js";
import { IconButton, Page, Sheet, Slot, usePage } from "./page.js";

/** The screen of a person who is in: header, strips, conversation, and what lies at the thumb. */
function ClassScreen() {
  return html`<div class="class-screen">
    <header class="bar"><${Slot} name="header" /><div class="bar-tools"><${Slot} name="tools" /></div></header>
    <div class="strips" role="status" aria-atomic="false"><${Slot} name="strip" /></div>
    <main class="stage" id="main"><${Slot} name="main" /></main>
    <footer class="thumb"><${Slot} name="thumb" /></footer>
  </div>`;
}

/** Short notices that go by themselves when they have been read. */
function Notices() {
  const { client, parts } = usePage();
  const words = ({ kind, values }) => {
    if (kind === "refused") return refusalWords(values.code, values.params);
    for (const part of parts) {
      const said = part.notice?.(kind, values);
      if (said) return said;
    }
    return t(`notice.${kind}`, values);
  };
  return html`<div class="notices" role="status" aria-atomic="false">
    ${client.notices.map(
      (notice) => html`<div class="notice" key=${notice.id}>
        <span>${words(notice)}</span>
        <${IconButton} icon="x" size=${18} name=${t("core.dismiss")} onClick=${() => client.dismiss(notice.id)} />
      </div>`,
    )}
  </div>`;
}

function CurrentSheet() {
  const page = usePage();
  if (!page.sheet) return null;
  const { name, props } = page.sheet;
  const found = page.parts.map((part) => part.sheets?.[name]).find(Boolean);
  // Its part may be on its way, for the first time.
  return html`<${Sheet} key=${name} title=${found ? found.title(page, props) : "…"} onClose=${page.close}>
    ${found ? html`<${found.body} ...${props} />` : html`<p class="soft" role="status">${t("core.loading")}</p>`}
  </${Sheet}>`;
}

function Screen() {
  const { client, parts } = usePage();
  for (const part of parts) {
    const Own = part.screen?.(client);
    if (Own) return html`<${Own} />`;
  }
  return html`<${ClassScreen} />`;
}

/** What is shown when the page itself fails: what was typed is kept, and loading again brings it back. */
function Broken() {
  return html`<main class="card-screen">
    <div class="card">
      <h1>${t("core.broken")}</h1>
      <p>${t("core.broken_hint")}</p>
      <button type="button" class="button primary" onClick=${() => location.reload()}>${t("core.reload")}</button>
    </div>
  </main>`;
}

/** The whole page. */
export function App({ page }) {
  const [error] = useErrorBoundary();
  if (error) return html`<${Broken} />`;
  return html`<${Page.Provider} value=${page}>
    <${Screen} />
    <${CurrentSheet} />
    <${Notices} />
  </${Page.Provider}>`;
}
