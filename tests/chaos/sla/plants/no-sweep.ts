/** Trusts the jobs alone. */
export const startSweep = () => ({ close: async () => {} });
