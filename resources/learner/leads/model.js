// The model of leads: who leads where, what one may do where, and what is asked of people there.

import { ownSeat } from "../roster/part.js";

const isTopic = (place) => place.startsWith("topic:");

export class Leads {
  constructor(client) {
    this.client = client;
  }

  #shared(place) {
    const { documents } = this.client;
    if (!isTopic(place)) return documents.section(place, "leads");
    const { leads = {}, prompts = {} } = documents.section("class", "leads");
    return { lead: leads[place], prompt: prompts[place] };
  }

  /** Who leads a place, `{by, name?, number, since, until, powers}`; undefined for nobody, and once its time is up. */
  lead(place) {
    const { lead } = this.#shared(place);
    return lead && lead.until > this.client.clock.now() ? lead : undefined;
  }

  /** What is asked of people in a place: `{text, by, name?, number, at}`. */
  prompt(place) {
    return this.#shared(place).prompt;
  }

  /** What one wrote of a prompt and does not show: `{text, state, reason?}`. */
  own(place) {
    const entry = this.#sent("leads.prompt", place);
    if (entry && entry.state !== "acked") return { text: entry.command.text, state: entry.state === "refused" ? "refused" : "sending", entry };
    return this.client.documents.section("me", "leads").prompts?.[place];
  }

  #sent(type, place) {
    return (this.client.outbox?.list() ?? []).filter(({ command }) => command.type === type && command.place === place).at(-1);
  }

  /** The places that one leads or is captain of, as `{place, until?, captain?, powers, title?}`, those that hold now. */
  get mine() {
    const { mine = {} } = this.client.documents.section("me", "leads");
    const { place: here = "main" } = ownSeat(this.client);
    const now = this.client.clock.now();
    return Object.entries(mine)
      .map(([place, held]) => ({ place, ...held }))
      .filter(({ place, until, captain }) => (isTopic(place) || place === here) && (captain || until > now));
  }

  /** What one may do in a place: powers by name. */
  powers(place) {
    return this.mine.find((held) => held.place === place)?.powers ?? {};
  }

  /** Whose hands are up in a room, the first raised first: `{member, since, number, name?}`. */
  hands(place) {
    const { hands = {} } = this.client.documents.section(place, "discussion");
    return Object.entries(hands)
      .map(([member, hand]) => ({ member, ...hand }))
      .sort((a, b) => a.since - b.since);
  }

  /** Where somebody is known to lead: of one place, the moment at which it ends; 0 for nowhere. */
  leadsUntil(member) {
    const { place: here = "main" } = ownSeat(this.client);
    const { leads = {} } = this.client.documents.section("class", "leads");
    const places = here === "main" ? Object.keys(leads) : [here, ...Object.keys(leads)];
    const led = places.map((place) => this.lead(place)).filter((lead) => lead?.by === member);
    return Math.max(0, ...led.map((lead) => lead.until));
  }

  /** Whether somebody is captain of the room one is in. */
  isCaptain(member) {
    const { place: here = "main" } = ownSeat(this.client);
    return here !== "main" && this.client.documents.section(here, "breakouts").captain === member;
  }
}
