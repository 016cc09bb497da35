// How much time is left, counted on screen alone: a screen reader hears the strip once, and not every second.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { Icon, usePage } from "../core/page.js";

const SOON_MS = 60_000;

/** Write a span as `12:05`; what is over is `0:00`. */
export function span(millis) {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function Left({ until, icon }) {
  const { client } = usePage();
  const left = () => until - client.clock.now();
  const [millis, setMillis] = useState(left());
  useEffect(() => {
    setMillis(left());
    const timer = setInterval(() => setMillis(left()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return html`<span class=${`left ${millis < SOON_MS ? "left-soon" : ""}`} aria-hidden="true">
    ${icon && html`<${Icon} name=${icon} size=${15} />`}${span(millis)}
  </span>`;
}
