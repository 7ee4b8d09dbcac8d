type DrawnProps = { html: string; className?: string };

/** What the server has drawn, and a browser needs no code for. */
export const Drawn = ({ html, className }: DrawnProps) => (
  <div
    className={className}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React itself wrote and escaped it, on the server.
    dangerouslySetInnerHTML={{ __html: html }}
  />
);
