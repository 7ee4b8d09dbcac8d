/**
 * Options of the Remix Vite plugin. Which flags are off, and why: docs/decisions/0001-remix-2-flags.md
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
  serverModuleFormat: "esm",
};
