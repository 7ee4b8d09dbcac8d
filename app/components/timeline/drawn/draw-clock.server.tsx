import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import type { Language } from "../../../context.ts";
import type { TimelineView } from "../../../contracts/timeline-views.ts";
import { ServerClock } from "../../../hooks/use-now.ts";
import { words } from "../../../i18n.server.ts";
import type { Translate } from "../../../i18n.ts";
import type { DrawnClock } from "../drawn-clock.ts";
import { idleStretches } from "../timeline-rows.ts";
import { wordDuration } from "../use-long-duration.ts";
import { ExplainedClock, IdleHours } from "./explained-clock.tsx";
import { Overview } from "./overview.tsx";
import { frameOf } from "./overview-plan.ts";
import { StatusPair } from "./status-pair.tsx";

/** The parts of the clock that never change under the reader's eyes: as markup, they weigh nothing in the browser. */
export function drawClock(timeline: TimelineView, language: Language): DrawnClock {
  const draw = (part: ReactNode, identifierPrefix: string) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={words[language]}>
        <ServerClock serverNow={timeline.now}>{part}</ServerClock>
      </I18nextProvider>,
      { identifierPrefix },
    );
  return {
    why: draw(<ExplainedClock clock={timeline.clock} zone={timeline.zone} />, "why"),
    idle: Object.fromEntries(
      idleStretches(timeline).map((stretch) => [
        stretch.from,
        draw(<IdleHours stretch={stretch} {...timeline} />, "idle"),
      ]),
    ),
    statuses: draw(<StatusPair timeline={timeline} />, "statuses"),
    overview: draw(<Overview timeline={timeline} />, "overview"),
    frame: frameOf(timeline),
    present: wordPresent(timeline, words[language].t),
  };
}

function wordPresent({ verdict: { kind }, late }: TimelineView, t: Translate): string {
  const what = t(`drawn.overview.${kind === "picked_up" || kind === "final" ? kind : "now"}`);
  if (!late) return what;
  const minutes = (Date.parse(late.to) - Date.parse(late.from)) / 60_000;
  return t("drawn.overview.late", { what, duration: wordDuration(minutes, t) });
}
